import type { Country } from '../registry.js';
import { list, malformed, type Row, readTable } from '../table.js';

/** What allies promise each other. **Source** ATOP, Leeds and others (2002). */
export const PLEDGES = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const;
export type Pledge = (typeof PLEDGES)[number];

/** Years in which two states were bound by the same pledges, both years included. */
export interface Alliance {
  readonly one: string;
  readonly other: string;
  readonly from: number;
  readonly to: number;
  readonly pledges: readonly Pledge[];
  readonly source: string;
}

/** Treaties of alliance between states. */
export interface Alliances {
  /** What bound two states, in order of time; empty for states without a treaty. */
  between(one: string, other: string): readonly Alliance[];
  readonly count: number;
  /** First and last year on record. */
  readonly covers: { readonly from: number; readonly to: number };
}

const FILE = 'alliances.csv';
const KNOWN: ReadonlySet<string> = new Set(PLEDGES);

/** **Errors** `data.malformed`. */
export function loadAlliances(countries: ReadonlyMap<string, Country>): Alliances {
  const rows = readTable(FILE, ['one', 'other', 'from', 'to', 'pledges']).map((row) => {
    const { one, other } = row.cells;
    // The People's Democratic Republic of Yemen has no row among the countries.
    if (one !== 'YMD' && !countries.has(one)) throw malformed(row, 'one', 'a code of countries.csv');
    const [from, to] = [Number(row.cells.from), Number(row.cells.to)];
    if (!(from > 0 && from <= to)) throw malformed(row, 'to', 'a year not before "from"');
    return { row, one, other, from, to };
  });
  return {
    between: (a, b) => {
      const [first, second] = [a, b].sort();
      return rows
        .filter(({ one, other }) => one === first && other === second)
        .map(({ row, one, other, from, to }) => ({
          one,
          other,
          from,
          to,
          pledges: pledgesOf(row),
          source: `${FILE}: ${one} ${other} ${from}–${to}`,
        }))
        .sort((x, y) => x.from - y.from);
    },
    count: rows.length,
    covers: {
      from: rows.reduce((year, { from }) => Math.min(year, from), 9999),
      to: rows.reduce((year, { to }) => Math.max(year, to), 0),
    },
  };
}

function pledgesOf(row: Row<'one' | 'other' | 'from' | 'to' | 'pledges'>): Pledge[] {
  const pledges = list(row.cells.pledges);
  const strange = pledges.find((pledge) => !KNOWN.has(pledge));
  if (strange !== undefined) throw malformed(row, 'pledges', `some of: ${PLEDGES.join(', ')}`, strange);
  return pledges as Pledge[];
}
