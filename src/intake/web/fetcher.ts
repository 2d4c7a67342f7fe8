import { Agent, buildConnector, type Dispatcher } from 'undici';
import { RapporteurError } from '../../errors.js';
import { programVersion } from '../../version.js';
import { parseMediaType, unpack } from '../warc/http-message.js';
import { type Allowed, guardedLookup, mayBeAsked, refused } from './address-guard.js';
import { checkAddress, explainFailure } from './network-failure.js';

/** What a server answered. */
export interface Fetched {
  /** Where it came from in the end. */
  readonly url: string;
  /** Where it is to be asked for from now on, as far as every redirect on the way was one for good. */
  readonly movedTo: string | null;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** **Errors** `input.too-large`, `input.unreachable`. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** To be called where the body is not read. */
  readonly dismiss: () => void;
}

export interface Fetcher {
  /**
   * Asks for what is at an address, following redirects.
   *
   * **Errors** `input.refused` where an address is none that may be asked, `input.unreachable` where nobody answers in
   * time or in order. An answer with any status but a redirect's is handed on.
   */
  readonly fetch: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Fetched>;
  readonly close: () => Promise<void>;
}

export interface FetcherOptions {
  /** Whether addresses of private networks may be asked. */
  readonly allowPrivate?: boolean;
  readonly limits?: Partial<Limits>;
}

/** **Units** bytes are those of the body, packed and unpacked; the whole time is from the first request to the last byte. */
export interface Limits {
  readonly bytes: number;
  readonly redirects: number;
  readonly silenceMs: number;
  readonly wholeMs: number;
}

const LIMITS: Limits = { bytes: 16 * 1024 * 1024, redirects: 6, silenceMs: 15_000, wholeMs: 60_000 };

const MOST_HEADER_BYTES = 32 * 1024;

const ACCEPTED =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/** Opens what fetches over HTTP within bounds. Which address is asked is checked as it is connected to, each time. */
export function openFetcher({ allowPrivate = false, limits = {} }: FetcherOptions = {}): Fetcher {
  const bounds = { ...LIMITS, ...limits };
  const agent = new Agent({
    connect: connector({ allowPrivate }, bounds),
    headersTimeout: bounds.silenceMs,
    bodyTimeout: bounds.silenceMs,
    maxHeaderSize: MOST_HEADER_BYTES,
    keepAliveTimeout: 1_000,
    pipelining: 1,
  });
  return {
    fetch: (url, headers = {}) => follow(agent, url, headers, bounds, { allowPrivate }),
    close: () => agent.destroy(),
  };
}

function connector(allowed: Allowed, { silenceMs }: Limits): buildConnector.connector {
  const connect = buildConnector({ timeout: silenceMs, lookup: guardedLookup(allowed) });
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null || socket === null) return callback(error ?? new Error('No connection.'), null);
      // The name has been looked up once only; still, what counts is whom we talk to.
      const address = socket.remoteAddress ?? '';
      if (mayBeAsked(address, allowed)) return callback(null, socket);
      socket.destroy();
      callback(refused(options.hostname, address), null);
    });
  };
}

async function follow(
  agent: Agent,
  first: string,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  allowed: Allowed,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(limits.wholeMs);
  let url = checkAddress(first, first, allowed);
  let movedTo: string | null = null;
  let isForGood = true;
  for (let hops = 0; ; hops++) {
    const answer = await ask(agent, url, headers, deadline);
    const location = headerOf(answer, 'location');
    if (!REDIRECTS.has(answer.statusCode) || location === undefined) {
      return handOn(answer, { url: url.href, movedTo, limits });
    }
    answer.body.on('error', () => undefined).destroy();
    if (hops >= limits.redirects) throw tooManyRedirects(first, hops);
    if (!URL.canParse(location, url.href)) throw badRedirect(url.href, location);
    url = checkAddress(new URL(location, url).href, first, allowed);
    isForGood &&= FOR_GOOD.has(answer.statusCode);
    if (isForGood) movedTo = url.href;
  }
}

async function ask(
  agent: Agent,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const own = {
    'user-agent': `rapporteur/${programVersion()}`,
    accept: ACCEPTED,
    'accept-encoding': 'gzip, deflate, br',
  };
  try {
    return await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...own, ...headers },
      signal,
    });
  } catch (error) {
    throw explainFailure(url.href, error);
  }
}

function handOn(
  { statusCode: status, headers: sent, body }: Dispatcher.ResponseData,
  { url, movedTo, limits }: { url: string; movedTo: string | null; limits: Limits },
): Fetched {
  const headers = new Map(
    Object.entries(sent).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const chunks = bounded(
    unpack(bounded(body, url, limits), headers.get('content-encoding'), url),
    url,
    limits,
  );
  // A body that is dismissed, or breaks off before anybody reads it, is no fault.
  const dismiss = () => void body.on('error', () => undefined).destroy();
  return { url, movedTo, status, headers, ...parseMediaType(headers.get('content-type')), chunks, dismiss };
}

async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  url: string,
  { bytes }: Limits,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > bytes) throw tooLong(url, bytes);
      yield chunk;
    }
  } catch (error) {
    throw explainFailure(url, error);
  }
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function tooLong(url: string, bytes: number): RapporteurError {
  const limit = `${Math.round(bytes / 1024 / 1024)} MB`;
  return new RapporteurError(
    'input.too-large',
    `${url} sends more than ${limit}, which no page or feed is. Fetch it yourself and read the file.`,
  );
}

function tooManyRedirects(url: string, hops: number): RapporteurError {
  return new RapporteurError(
    'input.unreachable',
    `${url} leads on and on: after ${hops} redirects it was given up. Name the address that a browser ends at.`,
  );
}

function badRedirect(url: string, location: string): RapporteurError {
  return new RapporteurError(
    'input.unreachable',
    `${url} leads to "${location.slice(0, 200)}", which is no address.`,
  );
}
