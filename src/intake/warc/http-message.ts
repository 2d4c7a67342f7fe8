import { inflate, type Packing } from '../inflate.js';
import { byteReader } from './byte-reader.js';

/** An answer over HTTP: its status, and its body as it was before it was packed for the way. */
export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** **Units** bytes. */
const LONGEST_LINE = 16_384;
const MOST_HEADERS = 256;

/** Reads an answer as it went over the wire; null where the bytes are none. */
export async function readHttpMessage(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
): Promise<HttpMessage | null> {
  const reader = byteReader(chunks);
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec((await reader.line(LONGEST_LINE)) ?? '');
  if (status === null) return null;
  const headers = await readHeaders(reader.line);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const rest = reader.take(Number.POSITIVE_INFINITY);
  const body = isChunked ? joinChunks(rest) : rest;
  return { status: Number(status[1]), headers, body: unpack(body, headers.get('content-encoding'), origin) };
}

/** Lines `Name: value` up to a blank one; names in lower case. */
export async function readHeaders(
  nextLine: (maxBytes: number) => Promise<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const headers = new Map<string, string>();
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = await nextLine(LONGEST_LINE);
    if (line === null || line === '') break;
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return headers;
}

/** Undoes what `Content-Encoding` says was done; what nobody knows is left as it is. */
export function unpack(
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  origin: string,
): AsyncIterable<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''));
  const packings = names.filter(
    (name): name is Packing => name === 'gzip' || name === 'deflate' || name === 'br',
  );
  // Nobody packs twice but who wants to overwhelm.
  return packings.length === 1 ? inflate(body, packings[0]!, origin) : body;
}

/** Joins a body that was sent in parts, each after a line with its length. Programs that archive often joined it already. */
async function* joinChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = byteReader(chunks);
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === null) return;
    if (!/^[0-9a-f]{1,8}\s*(?:;.*)?$/i.test(line)) {
      yield Buffer.from(`${line}\n`, 'latin1');
      yield* reader.take(Number.POSITIVE_INFINITY);
      return;
    }
    const length = Number.parseInt(line, 16);
    if (length === 0) return;
    yield* reader.take(length);
    await reader.line(2);
  }
}

/** The parts of a `Content-Type`. */
export function parseMediaType(value: string | undefined): {
  mediaType: string | null;
  charset: string | null;
} {
  const mediaType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value ?? '')?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(value ?? '')?.[1] ?? null;
  return { mediaType, charset };
}
