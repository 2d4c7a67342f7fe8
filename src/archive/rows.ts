import { type DuckDBConnection, DuckDBDateValue } from '@duckdb/node-api';

export type Cell = string | number | bigint | boolean | Uint8Array | DuckDBDateValue | null;

/** A cell for columns that are `DATE`s. **Units** days since 1970. */
export function dateCell(days: number | null): DuckDBDateValue | null {
  return days === null ? null : new DuckDBDateValue(days);
}

/** Adds rows to a table. **Shape** a row has a cell for each column, in their order. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else if (typeof cell === 'string') appender.appendVarchar(cell);
      else if (typeof cell === 'boolean') appender.appendBoolean(cell);
      else if (typeof cell === 'bigint') appender.appendBigInt(cell);
      else if (cell instanceof Uint8Array) appender.appendBlob(cell);
      else if (cell instanceof DuckDBDateValue) appender.appendDate(cell);
      else if (Number.isInteger(cell)) appender.appendInteger(cell);
      else appender.appendDouble(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** How many values a statement may be given at once. */
const MOST_VALUES = 500;

/** Deletes the rows of a table whose column has one of some values. */
export async function deleteRows(
  connection: DuckDBConnection,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  for (const some of inParts(values))
    await connection.run(`DELETE FROM ${table} WHERE ${column} IN (${placeholders(some)})`, some);
}

/** Parts of a list, each short enough for one statement. */
export function inParts<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < values.length; from += MOST_VALUES)
    parts.push(values.slice(from, from + MOST_VALUES));
  return parts;
}

/** "$1, $2, …" for the values of a statement. */
export function placeholders(values: readonly unknown[]): string {
  return values.map((_, index) => `$${index + 1}`).join(', ');
}
