import { parse } from 'csv-parse/sync';
import { RapporteurError } from '../../errors.js';
import { lines } from '../chunks.js';
import { decode } from '../decode.js';
import type { IntakeItem } from '../index.js';
import { attempt, empty, tooLarge } from '../items.js';
import { fromRecord } from '../make-report.js';
import type { Source, Tools } from '../source.js';
import { type Field, placeColumns } from './columns.js';

type Places = Partial<Record<Field, number>>;

/** A row of a table, or the lines that are none. */
type Row =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: string };

/** **Units** lines: a field with more of them is one whose closing quote is missing. */
const MOST_LINES = 2_000;

/**
 * The reports of a table whose first line names its columns: CSV, or with semicolons, tabs or bars.
 *
 * **Shape** a row whose quotes are broken is a failure with its line, and the rest goes on with the next line. Memory
 * is that of one row.
 */
export async function* readTable(source: Source, tools: Tools): AsyncGenerator<IntakeItem> {
  const { origin } = source;
  const { maxBytes } = tools.defaults;
  let places: Places | undefined;
  let width = 0;
  let count = 0;
  for await (const row of rows(source, maxBytes)) {
    const place = `${origin}:${row.line}`;
    if ('fault' in row) {
      count++;
      const failure = row.fault === '' ? tooLarge(place, maxBytes) : malformed(place, row.fault);
      yield { failure, origin: place };
    } else if (places === undefined) {
      places = named(origin, () => placeColumns(row.cells, tools.columns));
      width = row.cells.length;
    } else {
      count++;
      yield toItem(row.cells, width, places, place, tools);
    }
  }
  if (count === 0) yield { failure: empty(origin), origin };
}

function toItem(
  cells: readonly string[],
  width: number,
  places: Places,
  place: string,
  { defaults }: Tools,
): IntakeItem {
  if (cells.length !== width) {
    const what = `has ${cells.length} columns where the first line has ${width}`;
    return {
      failure: malformed(place, `${what}. Put quotes around cells that hold what parts columns.`),
      origin: place,
    };
  }
  const cell = (field: Field) => {
    const at = places[field];
    return at === undefined ? null : cells[at]!.trim() || null;
  };
  const record = {
    title: cell('title'),
    text: cell('text'),
    published: cell('published'),
    publisher: cell('publisher'),
    url: cell('url'),
  };
  return attempt(place, [], () => fromRecord(record, place, defaults));
}

/** A line, and whether a cell of it is still open at its end, as far as its own quotes say. */
interface Held {
  readonly number: number;
  readonly text: string;
  readonly odd: boolean;
}

/**
 * Joins the lines of a cell with line ends in it: as long as the quotes in them do not match. Where they never do, the
 * first line stands alone, and what was held back is looked at anew.
 */
async function* rows({ chunks, charset, name }: Source, maxBytes: number): AsyncGenerator<Row> {
  let held: Held[] = [];
  let size = 0;
  let delimiter: string | undefined;
  function* release(isEnd: boolean): Generator<Row> {
    while (held.length > 0) {
      const close = held[0]!.odd ? held.findIndex((one, at) => at > 0 && one.odd) : 0;
      if (close < 0 && !isEnd && held.length <= MOST_LINES && size <= maxBytes) return;
      const joined = close < 1 ? null : cellsOf(held.slice(0, close + 1), delimiter!);
      const line = held[0]!.number;
      const cells = joined ?? cellsOf(held.slice(0, 1), delimiter!);
      held = held.slice(joined === null ? 1 : close + 1);
      size = held.reduce((sum, one) => sum + one.text.length, 0);
      if (cells === null) yield { line, fault: 'has quotes that do not match. Double those within a cell.' };
      else yield { line, cells };
    }
  }
  for await (const { number, bytes } of lines(chunks, maxBytes)) {
    if (bytes === null) {
      yield* release(true);
      yield { line: number, fault: '' };
      continue;
    }
    const text = decode(bytes, 'bytes', charset).text.replace(/\r$/, '');
    if (text.trim() === '' && held.length === 0) continue;
    delimiter ??= delimiterOf(text, name);
    const odd = countQuotes(text) % 2 === 1;
    held.push({ number, text, odd });
    size += text.length;
    if (odd || held.length === 1 || held.length > MOST_LINES || size > maxBytes) yield* release(false);
  }
  yield* release(true);
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

function delimiterOf(head: string, name: string): string {
  if (/\.(?:tsv|tab)(?:\.gz)?$/i.test(name)) return '\t';
  const bare = head.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', '\t', ';', '|'].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** The head of a table, taken apart by what parts its columns. */
export function headCells(line: string, name: string): readonly string[] {
  return cellsOf([{ text: line }], delimiterOf(line, name)) ?? [];
}

/** The cells of one row, null where the lines are none, or several. */
function cellsOf(parts: readonly { readonly text: string }[], delimiter: string): string[] | null {
  try {
    const text = parts.map((one) => one.text).join('\n');
    // A loose quote may stand within a line; lines are joined only by quotes that stand where they should.
    const found = parse(text, { delimiter, relaxQuotes: parts.length === 1, relaxColumnCount: true });
    return found.length === 1 ? found[0]! : null;
  } catch {
    return null;
  }
}

function malformed(place: string, what: string): RapporteurError {
  return new RapporteurError('input.malformed', `${place} ${what}`);
}

function named<T>(origin: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RapporteurError)
      throw new RapporteurError(error.code, `${origin} ${error.message}`, { cause: error });
    throw error;
  }
}
