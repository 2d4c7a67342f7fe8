import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { RapporteurError } from '../../errors.js';
import type { OwnFile, OwnKnowledge, OwnRow } from './own-knowledge.js';
import { OWN_TABLES, type OwnTable } from './own-tables.js';

/**
 * Reads a folder of the user's own CSV files; undefined where it holds none.
 *
 * **Shape** files as people and spreadsheets write them: UTF-8 with a byte order mark or without, lines ended in
 * either way, commas or semicolons or tabs, quotes anywhere, columns in any order, blanks around cells, empty lines.
 * **Errors** `knowledge.missing` where there is no such folder; `knowledge.malformed` names file, line and value. What
 * the cells may hold is checked where they are put to use.
 */
export function readOwnKnowledge(path: string): OwnKnowledge | undefined {
  const folder = resolve(path);
  const names = namesIn(folder);
  const files = OWN_TABLES.filter(({ name }) => names.includes(name)).map((table) =>
    readFile(join(folder, table.name), table),
  );
  return files.length === 0 ? undefined : { folder, digest: digestOf(files), files };
}

function namesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'));
  } catch (cause) {
    const reason = existsSync(folder)
      ? 'cannot be listed: it is no folder, or may not be read'
      : 'is not there';
    throw new RapporteurError(
      'knowledge.missing',
      `The folder ${folder} of your own knowledge ${reason}. Name a folder that holds any of: ${allNames()}.`,
      { cause },
    );
  }
  const unknown = names.find((name) => !OWN_TABLES.some((table) => table.name === name));
  if (unknown !== undefined) {
    throw new RapporteurError(
      'knowledge.malformed',
      `Unknown file "${unknown}" in ${folder}. Use any of: ${allNames()}; or take it out of the folder.`,
    );
  }
  return names;
}

function allNames(): string {
  return OWN_TABLES.map(({ name }) => name).join(', ');
}

function readFile(path: string, table: OwnTable): OwnFile {
  const text = decode(path);
  const delimiter = delimiterOf(text);
  let lines: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    // Empty lines are left out below: the parser counts them wrongly where it skips them.
    lines = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as typeof lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(
      `Broken quotes in ${path}, line ${error.lines}: ${error.message}. Double a quote within a cell.`,
    );
  }
  const [header, ...rest] = lines.filter(({ record }) => record.some((cell) => cell !== ''));
  if (header === undefined) {
    throw malformed(`${path} is empty. Its first line names its columns: ${columnsOf(table)}.`);
  }
  const columns = checkHeader(path, header.record, table);
  const rows = rest.map(({ record, info }) => toRow(path, info.lines, record, columns, table));
  return { name: table.name, path, rows };
}

/** Spreadsheets save a table of this kind in older encodings too, in which names would lose their letters. */
function decode(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (cause) {
    throw malformed(`${path} is not in UTF-8. Save it anew as "CSV UTF-8".`, cause);
  }
}

/** Where commas part decimals, spreadsheets part cells by semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  return [';', '\t'].find((sign) => header.includes(sign) && !header.includes(',')) ?? ',';
}

function checkHeader(path: string, header: readonly string[], table: OwnTable): readonly string[] {
  const known = [...table.needs, ...table.may];
  const unknown = header.find((column) => !known.includes(column));
  const missing = table.needs.find((column) => !header.includes(column));
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  const use = `Use these names, in any order: ${columnsOf(table)}.`;
  if (unknown !== undefined) throw malformed(`Unknown column "${unknown}" in ${path}, line 1. ${use}`);
  if (missing !== undefined) throw malformed(`Missing column "${missing}" in ${path}, line 1. ${use}`);
  if (twice !== undefined) throw malformed(`Column "${twice}" stands twice in ${path}, line 1. ${use}`);
  return header;
}

function columnsOf({ needs, may }: OwnTable): string {
  const always = needs.join(', ');
  return may.length === 0 ? always : `${always} (always), ${may.join(', ')}`;
}

function toRow(
  path: string,
  line: number,
  record: readonly string[],
  columns: readonly string[],
  table: OwnTable,
): OwnRow {
  // Spreadsheets leave empty cells at the end of a line out, or add some.
  if (record.slice(columns.length).some((cell) => cell !== '')) {
    throw malformed(
      `${record.length} cells in ${path}, line ${line}; the header has ${columns.length}. ` +
        'Put a cell that holds a comma in quotes.',
    );
  }
  const cells = Object.fromEntries([...table.needs, ...table.may].map((column) => [column, '']));
  for (const [index, column] of columns.entries()) cells[column] = (record[index] ?? '').normalize('NFC');
  return { line, cells };
}

function malformed(message: string, cause?: unknown): RapporteurError {
  return new RapporteurError('knowledge.malformed', message, { cause });
}

/** 72 bits of SHA-256 over the cells, whatever folder, order of columns or encoding they came in. */
function digestOf(files: readonly OwnFile[]): string {
  const hash = createHash('sha256');
  for (const { name, rows } of files) {
    for (const { cells } of rows) {
      const filled = Object.entries(cells).filter(([, cell]) => cell !== '');
      hash.update(JSON.stringify([name, filled.sort(([a], [b]) => (a < b ? -1 : 1))]));
    }
  }
  return hash.digest('base64url').slice(0, 12);
}
