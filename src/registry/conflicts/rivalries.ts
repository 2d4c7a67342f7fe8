import type { Country } from '../registry.js';
import { list, malformed, readTable } from '../table.js';
import { type PairAndTime, pairCells } from './pair-cells.js';

/** What states are rivals over. **Source** Thompson, Sakuwa and Suhas (2021). */
export const RIVALRY_KINDS = ['positional', 'spatial', 'ideological', 'interventionary'] as const;
export type RivalryKind = (typeof RIVALRY_KINDS)[number];

/** Two states that took each other for competitors, threats and enemies. Times are years. */
export interface Rivalry extends PairAndTime {
  /** Empty where the source names none. */
  readonly kinds: readonly RivalryKind[];
}

const KNOWN: ReadonlySet<string> = new Set(RIVALRY_KINDS);

/** **Errors** `data.malformed`. */
export function loadRivalries(countries: ReadonlyMap<string, Country>): readonly Rivalry[] {
  return readTable('rivalries.csv', ['one', 'other', 'from', 'to', 'kinds']).map((row) => {
    const kinds = list(row.cells.kinds);
    const strange = kinds.find((kind) => !KNOWN.has(kind));
    if (strange !== undefined) throw malformed(row, 'kinds', `some of: ${RIVALRY_KINDS.join(', ')}`, strange);
    return { ...pairCells(row, countries), kinds: kinds as RivalryKind[] };
  });
}
