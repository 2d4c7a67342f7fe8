import type { Country } from '../registry.js';
import { list, malformed, number, readTable } from '../table.js';

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
  const byPair = new Map<string, Alliance[]>();
  let count = 0;
  let [first, last] = [9999, 0];
  for (const row of readTable(FILE, ['one', 'other', 'from', 'to', 'pledges'])) {
    const { one, other } = row.cells;
    // The People's Democratic Republic of Yemen has no row among the countries.
    if (one !== 'YMD' && !countries.has(one)) throw malformed(row, 'one', 'a code of countries.csv');
    const [from, to] = [number(row, 'from'), number(row, 'to')];
    if (from === null || to === null || from > to) throw malformed(row, 'to', 'a year not before "from"');
    const pledges = list(row.cells.pledges);
    const strange = pledges.find((pledge) => !KNOWN.has(pledge));
    if (strange !== undefined) throw malformed(row, 'pledges', `some of: ${PLEDGES.join(', ')}`, strange);
    const key = `${one} ${other}`;
    const source = `${FILE}: ${one} ${other} ${from}–${to}`;
    const spells = byPair.get(key) ?? [];
    spells.push({ one, other, from, to, pledges: pledges as Pledge[], source });
    byPair.set(key, spells);
    count += 1;
    [first, last] = [Math.min(first, from), Math.max(last, to)];
  }
  return {
    between: (one, other) =>
      [...(byPair.get([one, other].sort().join(' ')) ?? [])].sort((a, b) => a.from - b.from),
    count,
    covers: { from: first, to: last },
  };
}
