import { tabulate } from '../src/relations/dyads/day-counts.js';
import { findShocks } from '../src/relations/dyads/shocks.js';
import { seeded } from '../training/random.js';
import { makeDyad } from './dyads/synthetic-dyad.js';
import { percent, round } from './percent.js';
import type { Scores, Task } from './task.js';

/** A dyad counts for each seed; those under 1,000 served to choose the method's numbers. */
const SEEDS = { from: 1_000, to: 1_300 };
/** **Units** days: a shock is found on a day at most so far away. */
const NEAR = 3;
/** What a shock brings with it is no false alarm. **Units** days. */
const AFTER = 30;

/** Shocks planted in synthetic dyads: which are found, and what is taken for one. */
export const dyadShocks: Task = {
  name: 'dyad-shocks',
  takes: 'nothing that is read: the dyads are made up from seeds; give any path',
  run: () => scoreShocks(SEEDS),
};

export function scoreShocks({ from, to }: { readonly from: number; readonly to: number }): Scores {
  let planted = 0;
  let found = 0;
  let alarms = 0;
  for (let seed = from; seed < to; seed++) {
    const { counts, coverage, length, shocks } = makeDyad(seeded(seed));
    const told = findShocks(tabulate(counts, coverage, 0, length - 1));
    planted += shocks.length;
    for (const { day, kind } of shocks)
      if (told.some((one) => one.kind === kind && Math.abs(one.day - day) <= NEAR)) found++;
    for (const one of told)
      if (!shocks.some(({ day }) => one.day >= day - NEAR && one.day <= day + AFTER)) alarms++;
  }
  return {
    dyadDecades: to - from,
    planted,
    found,
    recall: percent(found, planted),
    falseAlarms: alarms,
    falseAlarmsPerDecade: round(alarms / (to - from), 2),
  };
}
