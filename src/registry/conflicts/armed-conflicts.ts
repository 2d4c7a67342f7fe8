import type { Country } from '../registry.js';
import { list, malformed, oneOf, readTable } from '../table.js';
import { type PairAndTime, pairCells } from './pair-cells.js';

/** Years of 1,000 deaths in battle and more make a war, of 25 and more a minor conflict. **Source** UCDP/PRIO. */
export type Intensity = 'minor' | 'war';
/** A party to the conflict, or a state that sent troops to a party's side. */
export type ConflictRole = 'party' | 'support';
/** What it was about. */
export type Incompatibility = 'government' | 'territory';

/** Two states on opposite sides of an armed conflict, at least one of them a party to it. */
export interface ArmedConflict extends PairAndTime {
  /** The highest of any year. */
  readonly intensity: Intensity;
  readonly about: readonly Incompatibility[];
  readonly role: { readonly one: ConflictRole; readonly other: ConflictRole };
  /** The country of a war within a state, in which the other state stood behind the rebels; null between states. */
  readonly within: string | null;
  /** Number of the conflict in the source. */
  readonly id: number;
}

const INTENSITIES: ReadonlySet<Intensity> = new Set(['minor', 'war']);
const ROLES: ReadonlySet<ConflictRole> = new Set(['party', 'support']);
const MATTERS: ReadonlySet<Incompatibility> = new Set(['government', 'territory']);

/** **Errors** `data.malformed`. */
export function loadArmedConflicts(countries: ReadonlyMap<string, Country>): readonly ArmedConflict[] {
  return readTable('armed-conflicts.csv', [
    'one',
    'other',
    'from',
    'to',
    'intensity',
    'about',
    'role-one',
    'role-other',
    'within',
    'id',
  ]).map((row) => {
    const pair = pairCells(row, countries);
    const { within } = row.cells;
    if (within !== '' && within !== pair.one && within !== pair.other)
      throw malformed(row, 'within', 'one of the two states, or nothing');
    const id = Number(row.cells.id);
    if (!(id > 0)) throw malformed(row, 'id', 'a number');
    return {
      ...pair,
      intensity: oneOf(row, 'intensity', INTENSITIES),
      about: list(row.cells.about).map((one) => oneOf(row, 'about', MATTERS, one)),
      role: { one: oneOf(row, 'role-one', ROLES), other: oneOf(row, 'role-other', ROLES) },
      within: within === '' ? null : within,
      id,
    };
  });
}
