import type { Country } from '../registry.js';
import { malformed, oneOf, readTable } from '../table.js';
import { type PairAndTime, pairCells } from './pair-cells.js';

/** How far a side went, from nothing to war. **Source** Correlates of War, Jones, Bremer and Singer (1996). */
export const HOSTILITIES = ['none', 'threat', 'display', 'use', 'war'] as const;
export type Hostility = (typeof HOSTILITIES)[number];

/** Deaths in battle, by the classes of the source. */
export const FATALITY_CLASSES = ['0', '1-25', '26-100', '101-250', '251-500', '501-999', '1000+'] as const;
export type FatalityClass = (typeof FATALITY_CLASSES)[number];

/**
 * A militarised interstate dispute between two states: a threat, display or use of force short of war, or war.
 *
 * **Shape** the values of `one` and `other`; of a dispute of many states they tell what each did and lost in all of it.
 */
export interface MilitarisedDispute extends PairAndTime {
  readonly hostility: { readonly one: Hostility; readonly other: Hostility };
  /** The higher of the two. */
  readonly highest: Hostility;
  /** Null where the source does not know. */
  readonly fatalities: { readonly one: FatalityClass | null; readonly other: FatalityClass | null };
  /** Who took the first step. */
  readonly first: string;
  /** Number of the dispute in the source. */
  readonly id: number;
}

const LEVELS: ReadonlySet<Hostility> = new Set(HOSTILITIES);
const CLASSES: ReadonlySet<FatalityClass> = new Set(FATALITY_CLASSES);

/** **Errors** `data.malformed`. */
export function loadDisputes(countries: ReadonlyMap<string, Country>): readonly MilitarisedDispute[] {
  return readTable('militarised-disputes.csv', [
    'one',
    'other',
    'from',
    'to',
    'hostility-one',
    'hostility-other',
    'fatalities-one',
    'fatalities-other',
    'first',
    'id',
  ]).map((row) => {
    const pair = pairCells(row, countries);
    const { first } = row.cells;
    if (first !== pair.one && first !== pair.other) throw malformed(row, 'first', 'one of the two states');
    const id = Number(row.cells.id);
    if (!(id > 0)) throw malformed(row, 'id', 'a number');
    const hostility = {
      one: oneOf(row, 'hostility-one', LEVELS),
      other: oneOf(row, 'hostility-other', LEVELS),
    };
    const dead = (column: 'fatalities-one' | 'fatalities-other') =>
      row.cells[column] === '' ? null : oneOf(row, column, CLASSES);
    return {
      ...pair,
      hostility,
      highest:
        HOSTILITIES[Math.max(HOSTILITIES.indexOf(hostility.one), HOSTILITIES.indexOf(hostility.other))]!,
      fatalities: { one: dead('fatalities-one'), other: dead('fatalities-other') },
      first,
      id,
    };
  });
}
