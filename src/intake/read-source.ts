import { RapporteurError } from '../errors.js';
import { collect, peek } from './chunks.js';
import { decode } from './decode.js';
import { declaredCharset, type Form, formOf } from './form.js';
import type { IntakeItem } from './index.js';
import { inflate } from './inflate.js';
import { attempt, empty, tooLarge } from './items.js';
import { REPORTS_A_MESSAGE, readMailbox, readMessage } from './mail/read-mailbox.js';
import { fromFound, fromText } from './make-report.js';
import type { ParseTask } from './parsing/parse.js';
import { jsonLinesOf, jsonOf, readJsonLines } from './read-json.js';
import { type Encoding, recognise } from './recognise.js';
import type { Source, Tools } from './source.js';
import { fromSystem } from './system-error.js';
import { readTable } from './tables/read-table.js';
import { readWarc } from './warc/read-warc.js';

/** What has to be read whole may be as long as so many reports, and no longer. */
const REPORTS_IN: Readonly<Record<Form, number>> = {
  text: 1,
  markdown: 1,
  page: 5,
  feed: 8,
  opml: 4,
  message: REPORTS_A_MESSAGE,
  json: 32,
  jsonl: 32,
  table: 32,
  mailbox: 32,
  warc: 32,
};

/** A gzipped WARC of gzipped pages is wrapped three times; nothing honest is more often. */
const MOST_WRAPPINGS = 3;

/** **Units** bytes. */
const HEAD = 65_536;

/** Every report in a source. What cannot be read is an item with a failure. */
export async function* readSource(source: Source, tools: Tools): AsyncGenerator<IntakeItem> {
  const { origin } = source;
  try {
    const { head, chunks } = await peek(source.chunks, HEAD);
    if (head[0] === 0x1f && head[1] === 0x8b) yield* readPacked({ ...source, chunks }, tools);
    else yield* readForm({ ...source, chunks }, head, tools);
  } catch (error) {
    const failure = error instanceof RapporteurError ? error : fromSystem(origin, error);
    yield { failure, origin };
  }
}

function readPacked(source: Source, tools: Tools): AsyncGenerator<IntakeItem> {
  const { origin, depth } = source;
  if (depth >= MOST_WRAPPINGS) {
    throw new RapporteurError(
      'input.too-large',
      `${origin} is packed into itself ${depth} times, as no report is. Unpack it first if you trust it.`,
    );
  }
  const name = source.name.replace(/\.gz$/i, '');
  return readSource(
    { ...source, name, chunks: inflate(source.chunks, 'gzip', origin), depth: depth + 1 },
    tools,
  );
}

async function* readForm(source: Source, head: Buffer, tools: Tools): AsyncGenerator<IntakeItem> {
  const { origin, chunks } = source;
  if (head.toString('latin1', 0, 5) === 'WARC/') return yield* readWarc(source, tools, readSource);
  const encoding = recognise(head, origin);
  const form = formOf(source, decode(head, encoding).text);
  if (encoding === 'bytes') {
    if (form === 'jsonl') return yield* readJsonLines(source, tools);
    if (form === 'table') return yield* readTable(source, tools);
    if (form === 'mailbox') return yield* readMailbox(source, tools);
  }
  const maxBytes = tools.defaults.maxBytes * REPORTS_IN[form];
  const bytes = await collect(chunks, maxBytes);
  if (bytes === null) throw tooLarge(origin, maxBytes);
  if (bytes.length === 0) throw empty(origin);
  if (form === 'message') return yield await readMessage(bytes, origin, tools);
  yield* readWhole(bytes, form, encoding, source, tools);
}

async function* readWhole(
  bytes: Buffer,
  form: Form,
  encoding: Encoding,
  source: Source,
  tools: Tools,
): AsyncGenerator<IntakeItem> {
  const { origin, url } = source;
  const isMarkup = form === 'page' || form === 'feed' || form === 'opml';
  const charset = source.charset ?? (isMarkup ? declaredCharset(bytes.toString('latin1', 0, 4096)) : null);
  const { text, warnings } = decode(bytes, encoding, charset);
  if (text.trim() === '') throw empty(origin);
  switch (form) {
    case 'page':
    case 'feed':
      return yield* readParsed({ kind: form, text, url }, warnings, source, tools);
    case 'markdown':
      return yield* readParsed({ kind: 'markdown', text }, warnings, source, tools);
    case 'opml':
      throw isListOfFeeds(origin);
    case 'jsonl':
      return yield* jsonLinesOf(text, origin, warnings, tools);
    case 'json':
      return yield* jsonOf(text, origin, warnings, tools);
    case 'table':
    case 'mailbox':
      // Only UTF-16 comes here, which is no line's bytes; as UTF-8 they are.
      return yield* readSource({ ...source, chunks: once(Buffer.from(text)) }, tools);
    default:
      yield attempt(origin, warnings, () => fromText(text, origin, tools.defaults, url));
  }
}

async function* readParsed(
  task: ParseTask & { kind: 'page' | 'feed' | 'markdown' },
  warnings: readonly string[],
  { origin }: Source,
  { parser, defaults }: Tools,
): AsyncGenerator<IntakeItem> {
  const { reports } = await parser.parse(task, origin);
  for (const [index, found] of reports.entries()) {
    const place = task.kind === 'feed' ? (found.url ?? `${origin}[${index}]`) : origin;
    yield attempt(place, warnings, () => fromFound(found, place, defaults));
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function isListOfFeeds(origin: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${origin} is a list of feeds, and no report. Poll the feeds in it: rapporteur watch --once ${origin}`,
  );
}
