import type { Country } from '../registry.js';
import { type ArmedConflict, loadArmedConflicts } from './armed-conflicts.js';
import { loadDisputes, type MilitarisedDispute } from './disputes.js';
import type { PairAndTime } from './pair-cells.js';
import { loadRivalries, type Rivalry } from './rivalries.js';

/** What two states fought over or came near to, each list in order of time. */
export interface ConflictsOfTwo {
  readonly disputes: readonly MilitarisedDispute[];
  readonly rivalries: readonly Rivalry[];
  readonly armed: readonly ArmedConflict[];
}

/** First and last year that a list covers; of what came after it says nothing, which is not peace. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

/** Militarised disputes, rivalries and armed conflicts between states. */
export interface Conflicts {
  /** Of two states in either order; empty for states that none of the lists has. */
  between(one: string, other: string): ConflictsOfTwo;
  readonly counts: { readonly disputes: number; readonly rivalries: number; readonly armed: number };
  readonly covers: { readonly disputes: Covered; readonly rivalries: Covered; readonly armed: Covered };
}

/** **Errors** `data.malformed`. */
export function loadConflicts(countries: ReadonlyMap<string, Country>): Conflicts {
  const disputes = loadDisputes(countries);
  const rivalries = loadRivalries(countries);
  const armed = loadArmedConflicts(countries);
  return {
    between: (a, b) => {
      const pair = [a, b].sort() as [string, string];
      return { disputes: of(disputes, pair), rivalries: of(rivalries, pair), armed: of(armed, pair) };
    },
    counts: { disputes: disputes.length, rivalries: rivalries.length, armed: armed.length },
    covers: { disputes: covered(disputes), rivalries: covered(rivalries), armed: covered(armed) },
  };
}

/** In order of time: a year stands before its months and days. */
function of<Found extends PairAndTime>(
  all: readonly Found[],
  [one, other]: readonly [string, string],
): Found[] {
  return all
    .filter((found) => found.one === one && found.other === other)
    .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

function covered(found: readonly PairAndTime[]): Covered {
  const year = (text: string) => Number(text.slice(0, 4));
  return {
    from: found.reduce((least, { from }) => Math.min(least, year(from)), 9999),
    to: found.reduce((most, { to }) => Math.max(most, year(to)), 0),
  };
}
