import { RapporteurError } from '../errors.js';

/** What the operating system says of a path, in words that tell how to mend it. */
export function fromSystem(path: string, error: unknown): RapporteurError {
  const { code } = error as NodeJS.ErrnoException;
  const cause = { cause: error };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new RapporteurError(
        'input.missing',
        path === '' ? 'A file name is empty.' : `There is no file ${path}. Check the spelling.`,
        cause,
      );
    case 'EACCES':
    case 'EPERM':
      return new RapporteurError(
        'input.unreadable',
        `${path} may not be read by this user. Give yourself permission: chmod u+r.`,
        cause,
      );
    case 'ELOOP':
      return new RapporteurError(
        'input.unreadable',
        `${path} is a symbolic link that leads to itself.`,
        cause,
      );
    default:
      return new RapporteurError('input.unreadable', `${path} could not be read: ${String(error)}.`, cause);
  }
}
