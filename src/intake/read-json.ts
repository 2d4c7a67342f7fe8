import { RapporteurError } from '../errors.js';
import { lines } from './chunks.js';
import { decode } from './decode.js';
import type { IntakeItem } from './index.js';
import { attempt, empty, tooLarge } from './items.js';
import { fromRecord } from './make-report.js';
import type { Source, Tools } from './source.js';

/** The reports of a source that has one on each line; memory is that of a line. */
export async function* readJsonLines({ chunks, origin }: Source, tools: Tools): AsyncGenerator<IntakeItem> {
  const { maxBytes } = tools.defaults;
  let count = 0;
  for await (const { number, bytes } of lines(chunks, maxBytes)) {
    const place = `${origin}:${number}`;
    if (bytes === null) {
      count++;
      yield { failure: tooLarge(place, maxBytes), origin: place };
      continue;
    }
    const decoded = decode(bytes, 'bytes');
    if (decoded.text.trim() === '') continue;
    count++;
    yield fromLine(decoded.text, place, decoded.warnings, tools);
  }
  if (count === 0) yield { failure: empty(origin), origin };
}

/** The same of a text that is in memory already. */
export function* jsonLinesOf(
  text: string,
  origin: string,
  warnings: readonly string[],
  tools: Tools,
): Generator<IntakeItem> {
  for (const [index, line] of text.split('\n').entries())
    if (line.trim() !== '') yield fromLine(line, `${origin}:${index + 1}`, warnings, tools);
}

/** The report that a JSON text is, or those in an array, or in an object around an array. **Errors** `input.*`. */
export function* jsonOf(
  text: string,
  origin: string,
  warnings: readonly string[],
  tools: Tools,
): Generator<IntakeItem> {
  const value = listWithin(parseJson(text, origin));
  if (!Array.isArray(value)) {
    yield attempt(origin, warnings, () => fromRecord(value, origin, tools.defaults, tools.columns));
    return;
  }
  if (value.length === 0) throw empty(origin);
  for (const [index, record] of value.entries()) {
    const place = `${origin}[${index}]`;
    yield attempt(place, warnings, () => fromRecord(record, place, tools.defaults, tools.columns));
  }
}

/** News services answer with `{"status": …, "articles": […]}`. */
function listWithin(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (typeof (value as { text?: unknown }).text === 'string') return value;
  for (const key of ['articles', 'reports', 'items', 'results', 'documents', 'data', 'hits']) {
    const list = (value as Record<string, unknown>)[key];
    if (Array.isArray(list) && list.length > 0 && typeof list[0] === 'object') return list;
  }
  return value;
}

function fromLine(text: string, place: string, warnings: readonly string[], tools: Tools): IntakeItem {
  return attempt(place, warnings, () =>
    fromRecord(parseJson(text, place), place, tools.defaults, tools.columns),
  );
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
