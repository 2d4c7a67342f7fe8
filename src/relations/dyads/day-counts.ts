/** What happened between two countries on a day, one way round. **Units** days since 1970; counts of incidents. */
export interface DayCount {
  readonly day: number;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: number;
  readonly type: string;
  readonly count: number;
  /** Sum of scores, and of their squares. */
  readonly score: number;
  readonly squares: number;
}

/** How many incidents the archive holds of a day, between whomever. */
export interface Coverage {
  readonly day: number;
  readonly count: number;
}

/** Days of a dyad in one place, for going through them day by day. **Shape** index 0 is `first`; a cell a day. */
export interface DayTable {
  readonly first: number;
  readonly length: number;
  readonly count: Float64Array;
  readonly hostile: Float64Array;
  readonly friendly: Float64Array;
  readonly score: Float64Array;
  readonly squares: Float64Array;
  /** All incidents of the archive on the day. */
  readonly coverage: Float64Array;
}

/** Lays counts out by day, from the first to the last day given, both included. */
export function tabulate(
  counts: readonly DayCount[],
  coverage: readonly Coverage[],
  first: number,
  last: number,
): DayTable {
  const length = Math.max(0, last - first + 1);
  const cells = () => new Float64Array(length);
  const table = {
    first,
    length,
    count: cells(),
    hostile: cells(),
    friendly: cells(),
    score: cells(),
    squares: cells(),
    coverage: cells(),
  };
  const add = (to: Float64Array, at: number, value: number) => {
    to[at] = to[at]! + value;
  };
  for (const { day, quad, count, score, squares } of counts) {
    const at = day - first;
    if (at < 0 || at >= length) continue;
    add(table.count, at, count);
    add(quad > 2 ? table.hostile : table.friendly, at, count);
    add(table.score, at, score);
    add(table.squares, at, squares);
  }
  for (const { day, count } of coverage) {
    const at = day - first;
    if (at >= 0 && at < length) add(table.coverage, at, count);
  }
  return table;
}
