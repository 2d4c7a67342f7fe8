import { RapporteurError } from '../errors.js';

/** Nothing in the archive has such an id. */
export function missing(what: string, id: string): RapporteurError {
  return new RapporteurError(
    'record.missing',
    `There is no ${what} "${id}" in this archive. The listings say the ids of those that there are.`,
  );
}
