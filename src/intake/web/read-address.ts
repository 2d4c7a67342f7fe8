import { RapporteurError } from '../../errors.js';
import type { IntakeItem } from '../index.js';
import { readSource } from '../read-source.js';
import type { Source, Tools } from '../source.js';
import type { Fetched, Fetcher } from './fetcher.js';

/** Whether an input is meant as an address and not as a path: anything with a scheme. */
export function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
}

/** The reports at an address: a page's, or all those of a feed, table or other file that is served there. */
export async function* readAddress(
  address: string,
  fetcher: Fetcher,
  tools: Tools,
): AsyncGenerator<IntakeItem> {
  let fetched: Fetched | undefined;
  try {
    fetched = await fetcher.fetch(address);
    if (fetched.status !== 200) throw badStatus(address, fetched.status);
    yield* readSource(sourceOf(fetched, address), tools);
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    yield { failure: error, origin: address };
  } finally {
    fetched?.dismiss();
  }
}

/** What was fetched, as a source of reports. **Shape** `origin` is what the user named. */
export function sourceOf({ url, chunks, mediaType, charset }: Fetched, origin: string): Source {
  const { pathname } = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return { origin, name, chunks, mediaType, charset, url, depth: 0 };
}

/** What is said where a server does not give what is asked for. */
export function badStatus(address: string, status: number): RapporteurError {
  const why: Readonly<Record<number, string>> = {
    401: 'it wants a name and password',
    403: 'it does not give this to programs, or not to you',
    404: 'there is nothing there',
    410: 'what was there is gone for good',
    429: 'it was asked too often; try again later',
    451: 'it may not give this for legal reasons',
  };
  const reason =
    why[status] ?? (status >= 500 ? 'the server has a fault; try again later' : 'it gives no page');
  return new RapporteurError('input.unreachable', `${address} answers with status ${status}: ${reason}.`);
}
