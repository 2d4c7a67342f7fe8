import type { Council, RollCall } from './council.js';

/** What the record of the Council holds of a decade, and what it does not. */
export interface DecadeCoverage {
  /** "1990s". */
  readonly decade: string;
  readonly votes: number;
  readonly rolls: Readonly<Record<RollCall, number>>;
  /** Votes of which not even the numbers are known. */
  readonly uncounted: number;
}

/** **Shape** decades in order of time. */
export function coverageByDecade({ votes }: Council): readonly DecadeCoverage[] {
  const decades = new Map<string, { votes: number; rolls: Record<RollCall, number>; uncounted: number }>();
  for (const vote of votes) {
    const decade = `${vote.date.slice(0, 3)}0s`;
    const counts = decades.get(decade) ?? {
      votes: 0,
      rolls: { known: 0, derived: 0, unknown: 0 },
      uncounted: 0,
    };
    counts.votes += 1;
    counts.rolls[vote.roll] += 1;
    if (vote.for === null) counts.uncounted += 1;
    decades.set(decade, counts);
  }
  return [...decades].sort(([a], [b]) => (a < b ? -1 : 1)).map(([decade, counts]) => ({ decade, ...counts }));
}

/** Numbers of resolutions that the record lacks, up to the highest that it has: runs as "S/RES/25", "S/RES/2640–2659". */
export function missingResolutions({ votes }: Council): {
  readonly count: number;
  readonly runs: readonly string[];
} {
  const known = new Set(votes.flatMap(({ symbol }) => /^S\/RES\/(\d+)$/.exec(symbol)?.[1] ?? []).map(Number));
  const highest = Math.max(0, ...known);
  const runs: string[] = [];
  let count = 0;
  for (let number = 1; number <= highest; number++) {
    if (known.has(number)) continue;
    const start = number;
    while (number < highest && !known.has(number + 1)) number++;
    count += number - start + 1;
    runs.push(start === number ? `S/RES/${start}` : `S/RES/${start}–${number}`);
  }
  return { count, runs };
}
