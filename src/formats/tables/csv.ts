import { stringify } from 'csv-stringify/sync';

/** A cell of a table: lists are joined by a space, null is empty. */
export type Cell = string | number | boolean | null | readonly string[];

/**
 * A table as CSV (RFC 4180, lines ended by LF), the header from the first row's keys.
 *
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function toCsv(rows: readonly Readonly<Record<string, Cell>>[], columns?: readonly string[]): string {
  const header = columns ?? Object.keys(rows[0] ?? {});
  const records = rows.map((row) =>
    header.map((column) => {
      const cell = row[column] ?? null;
      return Array.isArray(cell) ? cell.join(' ') : cell;
    }),
  );
  return stringify([[...header], ...records], { escape_formulas: true });
}
