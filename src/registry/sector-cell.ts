import { SECTORS, type Sector } from './sectors.js';
import { list, oneOf, type Row } from './table.js';

const ALLOWED: ReadonlySet<Sector> = new Set(SECTORS);

/** The sectors in a cell, the leading one first. **Errors** `data.malformed`. */
export function sectorsCell<Column extends string>(row: Row<Column>, column: Column): readonly Sector[] {
  return list(row.cells[column]).map((sector) => oneOf(row, column, ALLOWED, sector));
}
