import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { RapporteurError } from '../../errors.js';
import type { OwnFacts } from '../own/cell-checks.js';
import { checkOwnKnowledge } from '../own/check-own-knowledge.js';
import { IMPORTED_TABLES, OWN_TABLES } from '../own/own-tables.js';
import { ExportGatherer, type ExportRow, type ImportedTable } from './un-library.js';

/** What an import did. **Units** votes. */
export interface ImportReport {
  /** The file of the user's own that now holds them. */
  readonly path: string;
  readonly added: number;
  readonly replaced: number;
  readonly total: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Brings a table of votes into the user's own knowledge: a voting export of the UN Digital Library, or a table in the
 * columns of `council-votes.csv` or `assembly-votes.csv`. Votes of earlier imports stay, but for those that come again.
 * All or nothing: a table with any fault leaves what is there as it is.
 *
 * **Errors** `input.missing`, `input.malformed`, `input.empty`, `knowledge.malformed`.
 */
export async function importTable(
  path: string,
  folder: string,
  facts: Omit<OwnFacts, 'classes'>,
): Promise<ImportReport> {
  const fresh = await readVotes(path, facts);
  const target = join(folder, fresh.name);
  mkdirSync(folder, { recursive: true });
  const before = existsSync(target) ? rowsIn(target) : [];
  const key = (row: ExportRow): string => `${row.date} ${row.symbol}`;
  const incoming = new Map(fresh.rows.map((row) => [key(row), row]));
  const kept = before.filter((row) => !incoming.has(key(row)));
  const all = [...kept, ...incoming.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const table = OWN_TABLES.find(({ name }) => name === fresh.name)!;
  const columns = [...table.needs, ...table.may];
  const text = stringify([columns, ...all.map((row) => columns.map((column) => row[column] ?? ''))]);
  checkRows(path, { name: fresh.name, columns, rows: all }, facts);
  // Written beside and moved into place, so that a crash leaves the old table whole.
  writeFileSync(`${target}.part`, text);
  renameSync(`${target}.part`, target);
  const days = fresh.rows.map(({ date }) => date!).sort();
  return {
    path: target,
    added: all.length - before.length,
    replaced: incoming.size - (all.length - before.length),
    total: all.length,
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
  };
}

async function readVotes(path: string, facts: Omit<OwnFacts, 'classes'>): Promise<ImportedTable> {
  if (!existsSync(path))
    throw new RapporteurError('input.missing', `${path} is not there. Name a CSV file of votes.`);
  const name = await headerFits(path);
  if (name !== undefined) return { name, columns: [], rows: rowsIn(path) };
  const gatherer = new ExportGatherer(path, facts.countries);
  const records = createReadStream(path).pipe(
    parse({ columns: true, bom: true, info: true, relax_quotes: true }),
  );
  try {
    for await (const { record, info } of records as AsyncIterable<{
      record: ExportRow;
      info: { lines: number };
    }>)
      gatherer.add(record, info.lines);
  } catch (error) {
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError('input.malformed', `${path} is no CSV table: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return gatherer.table();
}

/** The one of our own tables whose needed columns a file's first line names. **Errors** `input.malformed` where it has others. */
async function headerFits(path: string): Promise<ImportedTable['name'] | undefined> {
  const header = await firstRecord(path);
  const table = OWN_TABLES.find(
    ({ name, needs }) => IMPORTED_TABLES.includes(name) && needs.every((column) => header.includes(column)),
  );
  if (table === undefined || UNDL.every((column) => header.includes(column))) return undefined;
  const known = [...table.needs, ...table.may];
  const strange = header.find((column) => !known.includes(column));
  if (strange !== undefined)
    throw new RapporteurError(
      'input.malformed',
      `Unknown column "${strange}" in ${path}, line 1. Use: ${known.join(', ')}.`,
    );
  return table.name as ImportedTable['name'];
}

/** Columns of the UN library's exports that no table of ours has. */
const UNDL = ['ms_code', 'ms_vote'];

async function firstRecord(path: string): Promise<readonly string[]> {
  const stream = createReadStream(path);
  const records = stream.pipe(parse({ bom: true, to: 1, relax_quotes: true, relax_column_count: true }));
  try {
    for await (const record of records as AsyncIterable<string[]>) return record;
    return [];
  } finally {
    stream.destroy();
  }
}

function rowsIn(path: string): ExportRow[] {
  return parseText(readFileSync(path, 'utf8'), { columns: true, bom: true, trim: true }) as ExportRow[];
}

/** Checked as the user's own files are when they are read, so that an import never leaves what nobody can read. */
function checkRows(path: string, { name, rows }: ImportedTable, facts: Omit<OwnFacts, 'classes'>): void {
  const file = { name, path, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
  checkOwnKnowledge({ folder: basename(path), digest: '', files: [file] }, facts);
}
