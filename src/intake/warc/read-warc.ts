import { RapporteurError } from '../../errors.js';
import type { IntakeItem } from '../index.js';
import { empty } from '../items.js';
import type { ReadInner, Source, Tools } from '../source.js';
import { type ByteReader, byteReader } from './byte-reader.js';
import { parseMediaType, readHeaders, readHttpMessage } from './http-message.js';

/** **Units** bytes. */
const LONGEST_LINE = 16_384;

/** What is read of a web archive: other pictures of the web hold no reports. */
const READ =
  /^(?:text\/(?:html|plain|xml|markdown)|application\/(?:xhtml\+xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml|json))$/;

/**
 * The reports of a web archive (WARC): pages, feeds and texts that were fetched well, and texts taken from pages (WET).
 *
 * **Shape** origins are `file.warc: address`. Pictures, scripts, redirects and pages that were not found are passed over.
 * A broken record is a failure; the next is found by its first line. Memory is that of one record's report.
 */
export async function* readWarc(
  source: Source,
  tools: Tools,
  readInner: ReadInner,
): AsyncGenerator<IntakeItem> {
  const reader = byteReader(source.chunks);
  let count = 0;
  let isLost = false;
  for (let line = await reader.line(LONGEST_LINE); line !== null; line = await reader.line(LONGEST_LINE)) {
    if (!/^WARC\/\d/.test(line)) {
      if (line.trim() === '' || isLost) continue;
      isLost = true;
      const place = `${source.origin}@${reader.taken()}`;
      yield { failure: broken(place), origin: place };
      continue;
    }
    isLost = false;
    const headers = await readHeaders(reader.line);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      const place = `${source.origin}@${reader.taken()}`;
      yield { failure: withoutLength(place), origin: place };
      continue;
    }
    for await (const item of readRecord(source, tools, headers, { reader, length }, readInner)) {
      count++;
      yield item;
    }
  }
  if (count === 0) yield { failure: noReports(source.origin), origin: source.origin };
}

async function* readRecord(
  source: Source,
  tools: Tools,
  headers: ReadonlyMap<string, string>,
  { reader, length }: { readonly reader: ByteReader; readonly length: number },
  readInner: ReadInner,
): AsyncGenerator<IntakeItem> {
  const end = reader.taken() + length;
  try {
    const inner = await pageOf(source, headers, whole(reader, length, source.origin));
    if (inner !== null) yield* readInner(inner, tools);
  } finally {
    // Whatever was not looked at is passed over, so that the next record begins where it begins.
    for await (const _ of reader.take(end - reader.taken()));
  }
}

/** All of a record's block. **Errors** `input.malformed` where the archive ends before. */
async function* whole(reader: ByteReader, length: number, origin: string): AsyncGenerator<Uint8Array> {
  const end = reader.taken() + length;
  yield* reader.take(length);
  if (reader.taken() < end) throw brokenOff(origin);
}

/** What a record holds that may be a report. */
async function pageOf(
  source: Source,
  headers: ReadonlyMap<string, string>,
  block: AsyncIterable<Uint8Array>,
): Promise<Source | null> {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const origin = url === null ? source.origin : `${source.origin}: ${url}`;
  const common = { origin, name: '', url: webAddress(url), depth: source.depth + 1 };
  const kind = headers.get('warc-type')?.toLowerCase();
  if (kind === 'response') {
    const answer = await readHttpMessage(block, origin);
    if (answer === null || answer.status !== 200) return null;
    const { mediaType, charset } = parseMediaType(answer.headers.get('content-type'));
    return mediaType !== null && !READ.test(mediaType)
      ? null
      : { ...common, chunks: answer.body, mediaType, charset };
  }
  if (kind !== 'resource' && kind !== 'conversion') return null;
  const { mediaType, charset } = parseMediaType(headers.get('content-type'));
  return mediaType === null || !READ.test(mediaType)
    ? null
    : { ...common, chunks: block, mediaType, charset };
}

function webAddress(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:/i.test(url) ? url : null;
}

function broken(place: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${place} is no record of a web archive: it does not begin with WARC/1.0 or such. What follows the next such line was read.`,
  );
}

function noReports(origin: string): RapporteurError {
  const { code } = empty(origin);
  return new RapporteurError(code, `${origin} is a web archive without a page, feed or text in it.`);
}

function withoutLength(place: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${place} is a record without a Content-Length and was left out. What follows the next WARC/1.0 line was read.`,
  );
}

function brokenOff(origin: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${origin} breaks off within a record. What came before was read; fetch the rest.`,
  );
}
