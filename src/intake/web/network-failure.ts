import { isIP } from 'node:net';
import { RapporteurError } from '../../errors.js';
import { type Allowed, mayBeAsked, refused } from './address-guard.js';

/**
 * An address that may be asked, taken apart. **Shape** `first` is what the user named, where a redirect led elsewhere.
 * **Errors** `input.refused`.
 */
export function checkAddress(address: string, first: string, allowed: Allowed): URL {
  const led = address === first ? '' : ` (${first} leads there)`;
  if (!URL.canParse(address)) {
    throw new RapporteurError(
      'input.refused',
      `"${address}" is no address. Write it as https://example.org/page.`,
    );
  }
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RapporteurError(
      'input.refused',
      `${address}${led} is not read: only http and https are. A file is named by its path.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new RapporteurError(
      'input.refused',
      `${url.host}${led} is not asked with a name and password in the address. Fetch it yourself and read the file.`,
    );
  }
  // Addresses in numbers are never looked up; the parser has brought every way of writing them to one.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayBeAsked(host, allowed)) throw refused(`${host}${led}`, `${host}${led}`);
  return url;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name; check the spelling and your connection',
  EAI_AGAIN: 'names cannot be looked up just now; check your connection',
  ECONNREFUSED: 'the server takes no connections',
  ECONNRESET: 'the server broke the connection off',
  EPIPE: 'the server broke the connection off',
  ETIMEDOUT: 'the server does not answer',
  EHOSTUNREACH: 'there is no way to the server; check your connection',
  ENETUNREACH: 'there is no way to the server; check your connection',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'the server does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the server stopped sending before the end',
  UND_ERR_HEADERS_OVERFLOW: 'the server sends more headers than any page needs',
  UND_ERR_SOCKET: 'the server broke the connection off',
  UND_ERR_ABORTED: 'it took longer than a page may take',
  HPE_HEADER_OVERFLOW: 'the server sends more headers than any page needs',
};

/** What went wrong with a request, in words; an error of ours is left as it is. */
export function explainFailure(url: string, error: unknown): RapporteurError {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof RapporteurError) return at;
  const { name, code, message } = error as NodeJS.ErrnoException;
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  const reason = isLate
    ? 'it took longer than a page may take'
    : (REASONS[code ?? ''] ?? message ?? String(error));
  return new RapporteurError('input.unreachable', `${url} could not be fetched: ${reason}.`, {
    cause: error,
  });
}
