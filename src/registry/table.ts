import { readFileSync } from 'node:fs';
import { RapporteurError } from '../errors.js';
import { packagePath } from '../package-root.js';

/** One line of a data file. `line` counts from 1, the header included. */
export interface Row<Column extends string> {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Of a file of the user's, which wins over ours; `file` is then its whole path. */
  readonly isOwn?: true;
}

/** Reads the rows of a data file: `readTable` those that ship with the package, others with the user's among them. */
export type ReadRows = typeof readTable;

/**
 * Reads one of our own data files: CSV with a header, one entry a line, quotes only where a cell holds a comma or a
 * quote, no line break within a cell. csv-parse does far more and takes ten times as long, which a start would feel.
 *
 * **Errors** `data.malformed` where the file is missing, has other columns, or a line has too many or too few cells.
 */
export function readTable<const Column extends string>(
  file: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  return parseTable(readData(file).toString('utf8'), file, columns);
}

/** As `readTable`, from text; `file` only names it in errors. */
export function parseTable<const Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  const lines = text.split('\n');
  const header = lines[0] ?? '';
  if (header !== columns.join(',')) {
    throw new RapporteurError(
      'data.malformed',
      `Unknown columns "${header}" in ${file}, line 1. Use: ${columns.join(',')}`,
    );
  }
  const rows: Row<Column>[] = [];
  for (let index = 1; index < lines.length; index++) {
    const text = lines[index]!;
    if (text === '' && index === lines.length - 1) break;
    const values = text.includes('"') ? splitQuoted(text) : text.split(',');
    if (values.length !== columns.length) {
      throw new RapporteurError(
        'data.malformed',
        `${values.length} cells in ${file}, line ${index + 1}: "${text}". Use ${columns.length}: ${columns.join(',')}`,
      );
    }
    const cells = {} as Record<Column, string>;
    for (let cell = 0; cell < columns.length; cell++) cells[columns[cell]!] = values[cell]!;
    rows.push({ file, line: index + 1, cells });
  }
  return rows;
}

/** A list within a cell: values parted by `|`; an empty cell holds none. */
export function list(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|');
}

/** A cell that may be empty. */
export function optional(cell: string): string | null {
  return cell === '' ? null : cell;
}

/** A number in a cell, null where it is empty. **Errors** `data.malformed`. */
export function number<Column extends string>(row: Row<Column>, column: Column): number | null {
  const cell = row.cells[column];
  if (cell === '') return null;
  const value = Number(cell);
  if (!Number.isFinite(value)) throw malformed(row, column, 'a number');
  return value;
}

/** A day in a cell, null where it is empty. **Errors** `data.malformed`. */
export function day<Column extends string>(row: Row<Column>, column: Column): string | null {
  const cell = row.cells[column];
  if (cell === '') return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(cell) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== cell) {
    throw malformed(row, column, 'a day as YYYY-MM-DD, or nothing');
  }
  return cell;
}

/** A cell that holds one of a few values. **Errors** `data.malformed`. */
export function oneOf<Column extends string, Value extends string>(
  row: Row<Column>,
  column: Column,
  allowed: ReadonlySet<Value>,
  value: string = row.cells[column],
): Value {
  if (!allowed.has(value as Value)) throw malformed(row, column, `one of: ${[...allowed].join(', ')}`, value);
  return value as Value;
}

/** The error for a value that may not stand where it stands. */
export function malformed<Column extends string>(
  row: Row<Column>,
  column: Column,
  allowed: string,
  value: string = row.cells[column],
): RapporteurError {
  return new RapporteurError(
    'data.malformed',
    `Unknown ${column} "${value}" in ${row.file}, line ${row.line}. Use ${allowed}.`,
  );
}

/** The bytes of one of our own data files. **Errors** `data.malformed` where it is missing. */
export function readData(file: string): Buffer {
  try {
    return readFileSync(packagePath('data', file));
  } catch (cause) {
    throw new RapporteurError(
      'data.malformed',
      `Missing data/${file}: it ships with the package. Install the package anew.`,
      { cause },
    );
  }
}

function splitQuoted(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      let cell = '';
      let close = line.indexOf('"', at + 1);
      while (close >= 0 && line[close + 1] === '"') {
        cell += line.slice(at + 1, close + 1);
        at = close + 1;
        close = line.indexOf('"', at + 1);
      }
      if (close < 0) close = line.length;
      cells.push(cell + line.slice(at + 1, close));
      at = close + 2;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      cells.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}
