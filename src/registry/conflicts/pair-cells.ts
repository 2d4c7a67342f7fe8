import type { Country } from '../registry.js';
import { malformed, type Row } from '../table.js';

/** Two states and a time, as fine as the source knows it. */
export interface PairAndTime {
  /** Codes, the first before the other in the alphabet. */
  readonly one: string;
  readonly other: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** It went on where the record ends. */
  readonly isOpen: boolean;
  /** File and entry, as evidence. */
  readonly source: string;
}

const TIME = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** The cells that all files of conflicts begin with. **Errors** `data.malformed`. */
export function pairCells(
  row: Row<'one' | 'other' | 'from' | 'to'>,
  countries: ReadonlyMap<string, Country>,
): PairAndTime {
  const { one, other, from } = row.cells;
  for (const column of ['one', 'other'] as const)
    if (!countries.has(row.cells[column])) throw malformed(row, column, 'a code of countries.csv');
  if (one >= other) throw malformed(row, 'other', 'a code that comes after "one" in the alphabet');
  const to = row.cells.to.replace(/\+$/, '');
  if (!TIME.test(from)) throw malformed(row, 'from', 'YYYY, YYYY-MM or YYYY-MM-DD');
  if (!TIME.test(to) || to.slice(0, from.length) < from.slice(0, to.length))
    throw malformed(row, 'to', 'YYYY, YYYY-MM or YYYY-MM-DD not before "from", with + where it goes on');
  return {
    one,
    other,
    from,
    to,
    isOpen: row.cells.to.endsWith('+'),
    source: `${row.file}: ${one} ${other} ${from}–${row.cells.to}`,
  };
}
