import { RapporteurError } from '../../errors.js';
import type { Row } from '../table.js';

/** A cell that must hold one of these values. **Errors** `data.malformed`. */
export function oneOf<const Value extends string, Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((value) => value === row.cells[column]);
  if (found === undefined) throw wrong(row, column, row.cells[column], allowed);
  return found;
}

/** A cell that must hold a number. **Errors** `data.malformed`. */
export function numberOf(row: Row<string>, cell: string): number {
  const value = Number(cell);
  if (cell === '' || !Number.isFinite(value)) throw wrong(row, 'score', cell, ['a number']);
  return value;
}

/** What to throw for a cell that holds something else than it may. */
export function wrong(
  row: Row<string>,
  column: string,
  value: string,
  allowed: readonly string[],
): RapporteurError {
  return new RapporteurError(
    'data.malformed',
    `Unknown ${column} "${value}" in ${row.file}, line ${row.line}. Use one of: ${allowed.join(', ')}.`,
  );
}

/** "object|with": several values in one cell. */
export function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|');
}
