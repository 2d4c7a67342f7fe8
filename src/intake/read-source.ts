import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { RapporteurError } from '../errors.js';
import { collect, lines, peek } from './chunks.js';
import { decode } from './decode.js';
import type { IntakeItem } from './index.js';
import { type Defaults, fromRecord, fromText, type Made } from './make-report.js';
import { type Encoding, recognise } from './recognise.js';
import { fromSystem } from './system-error.js';

type Form = 'text' | 'json' | 'jsonl';

const FORMS: Readonly<Record<string, Form>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** A JSON array has to be read whole, so it may be as long as so many reports, and no longer. */
const REPORTS_AN_ARRAY = 32;

/** **Units** bytes. */
const HEAD = 65_536;

/** Every report in one file, or in standard input where the path is `-`. */
export async function* readSource(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  defaults: Defaults,
): AsyncGenerator<IntakeItem> {
  const origin = path === '-' ? 'standard input' : path;
  try {
    const { head, chunks } = await peek(path === '-' ? stdin : createReadStream(path), HEAD);
    const encoding = recognise(head, origin);
    const form = FORMS[extname(path).toLowerCase()] ?? formOf(decode(head, encoding).text);
    if (form === 'jsonl' && encoding === 'bytes') yield* readLines(chunks, origin, defaults);
    else yield* readWhole(chunks, encoding, form, origin, defaults);
  } catch (error) {
    const failure = error instanceof RapporteurError ? error : fromSystem(origin, error);
    yield { failure, origin };
  }
}

/** What a file without a telling name holds. */
function formOf(start: string): Form {
  const text = start.trimStart();
  if (text.startsWith('[')) return isJsonStart(text) ? 'json' : 'text';
  if (!text.startsWith('{')) return 'text';
  const line = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  return line.trimEnd().endsWith('}') && isJson(line) ? 'jsonl' : isJsonStart(text) ? 'json' : 'text';
}

/** `[Reuters] The king …` is a report, `[{"text": …` is not. */
function isJsonStart(text: string): boolean {
  return /^(?:\[\s*)?\{\s*["}]|^\[\s*\]/.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  defaults: Defaults,
): AsyncGenerator<IntakeItem> {
  let count = 0;
  for await (const { number, bytes } of lines(chunks, defaults.maxBytes)) {
    const place = `${origin}:${number}`;
    if (bytes === null) {
      count++;
      yield { failure: tooLarge(place, defaults.maxBytes), origin: place };
      continue;
    }
    const decoded = decode(bytes, 'bytes');
    if (decoded.text.trim() === '') continue;
    count++;
    yield attempt(place, decoded.warnings, () => fromRecord(parseJson(decoded.text, place), place, defaults));
  }
  if (count === 0) yield { failure: empty(origin), origin };
}

async function* readWhole(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  form: Form,
  origin: string,
  defaults: Defaults,
): AsyncGenerator<IntakeItem> {
  const maxBytes = defaults.maxBytes * (form === 'text' ? 1 : REPORTS_AN_ARRAY);
  const bytes = await collect(chunks, maxBytes);
  if (bytes === null) throw tooLarge(origin, maxBytes);
  const { text, warnings } = decode(bytes, encoding);
  if (text.trim() === '') throw empty(origin);
  if (form === 'text') {
    yield attempt(origin, warnings, () => fromText(text, origin, defaults));
    return;
  }
  if (form === 'jsonl') {
    for (const [index, line] of text.split('\n').entries()) {
      const place = `${origin}:${index + 1}`;
      if (line.trim() !== '') {
        yield attempt(place, warnings, () => fromRecord(parseJson(line, place), place, defaults));
      }
    }
    return;
  }
  const value = parseJson(text, origin);
  if (!Array.isArray(value)) {
    yield attempt(origin, warnings, () => fromRecord(value, origin, defaults));
    return;
  }
  if (value.length === 0) throw empty(origin);
  for (const [index, record] of value.entries()) {
    const place = `${origin}[${index}]`;
    yield attempt(place, warnings, () => fromRecord(record, place, defaults));
  }
}

function attempt(origin: string, warnings: readonly string[], make: () => Made): IntakeItem {
  try {
    const made = make();
    return { report: made.report, origin, warnings: [...warnings, ...made.warnings] };
  } catch (error) {
    if (error instanceof RapporteurError) return { failure: error, origin };
    throw error;
  }
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RapporteurError(
      'input.malformed',
      `${origin} is not JSON: ${(error as Error).message}. One report is one JSON object; in .jsonl each on a line of its own.`,
      { cause: error },
    );
  }
}

function empty(origin: string): RapporteurError {
  return new RapporteurError('input.empty', `${origin} is empty: there is no report in it.`);
}

function tooLarge(origin: string, maxBytes: number): RapporteurError {
  const limit = `${Math.round(maxBytes / 1024)} kB`;
  return new RapporteurError(
    'input.too-large',
    `${origin} is longer than ${limit}, which is more than one report can be. Split it, or write many reports as JSONL, one a line.`,
  );
}
