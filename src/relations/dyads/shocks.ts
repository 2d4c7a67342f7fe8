import { gammaln } from 'simple-statistics';
import type { DayTable } from './day-counts.js';

/** A stretch of days on which much more happened between two countries than was to be expected. */
export interface Shock {
  /** The first day. **Units** days since 1970. */
  readonly day: number;
  readonly days: number;
  readonly kind: 'hostile' | 'friendly';
  readonly count: number;
  /** How many were to be expected of such a time, given how much was reported at all. */
  readonly expected: number;
  /** How unlikely so many are by chance. **Units** logarithm to base 10 of the probability. */
  readonly surprise: number;
}

/** **Units** days: what is looked at, and what it is compared with, a pause between. */
const WINDOWS = [1, 2, 3, 5] as const;
const BASELINE = 365;
const PAUSE = 7;
/** Less than this before says nothing of what is usual. **Units** days. */
const LEAST_BASELINE = 60;
/** Nobody can tell a shock of fewer. **Units** incidents. */
const LEAST = 5;
/** So unlikely a count is a shock. Many days are looked at: less than one in ten years is none. */
const UNLIKELY = -3.8;
/** After a shock of a kind so many days belong to it. **Units** days. */
const AFTERMATH = 30;
/** A rate is never taken to be less than this: nothing in a year is no proof of never. **Units** incidents a day. */
const LEAST_RATE = 0.004;

/**
 * Shocks of a dyad: windows of one to five days on which hostile, or friendly, incidents are more than what the year before
 * lets expect of as much coverage, by a negative binomial whose dispersion is that year's.
 *
 * **Source** scan statistics, Kulldorff 1997; overdispersed counts as in Farrington et al. 1996.
 */
export function findShocks(table: DayTable): Shock[] {
  return [...scan(table, 'hostile'), ...scan(table, 'friendly')].sort(
    (a, b) => a.day - b.day || (a.kind < b.kind ? -1 : 1),
  );
}

function scan(table: DayTable, kind: Shock['kind']): Shock[] {
  const counts = table[kind];
  const exposure = exposureOf(table);
  const sums = prefix(counts);
  const exposures = prefix(exposure);
  // What shocks brought is not usual: their days are left out of what later ones are compared with.
  const usual = { counts: counts.slice(), exposure: exposure.slice() };
  const found: Shock[] = [];
  let quietUntil = 0;
  for (let at = 0; at < table.length; at++) {
    if (counts[at] === 0 || at < quietUntil) continue;
    const to = at - PAUSE;
    const from = Math.max(0, to - BASELINE);
    if (to - from < LEAST_BASELINE) continue;
    const usually = usualOf(usual, from, to);
    if (usually === null) continue;
    const judge = (start: number, days: number): Shock | null => {
      const end = Math.min(table.length, start + days);
      const count = sums[end]! - sums[start]!;
      const expected = usually.rate * (exposures[end]! - exposures[start]!);
      if (count < LEAST || count < 2 * expected) return null;
      const surprise = tail(count, expected, usually.dispersion);
      return { day: table.first + start, days: end - start, kind, count, expected, surprise };
    };
    const first = best(WINDOWS.flatMap((days) => judge(at, days) ?? []));
    if (first === null || first.surprise >= UNLIKELY) continue;
    // A window that only ends in the shock is surprising too: the one that begins with it most of all.
    const starts = Array.from({ length: LONGEST }, (_, later) => at + later).filter(
      (start) => start < table.length,
    );
    const shock = best(starts.flatMap((start) => WINDOWS.flatMap((days) => judge(start, days) ?? [])))!;
    found.push(shock);
    const begin = shock.day - table.first;
    quietUntil = begin + AFTERMATH;
    usual.counts.fill(0, begin, quietUntil);
    usual.exposure.fill(0, begin, quietUntil);
  }
  return found;
}

const LONGEST = Math.max(...WINDOWS);

function best(shocks: readonly Shock[]): Shock | null {
  return shocks.reduce<Shock | null>((a, b) => (a === null || b.surprise < a.surprise ? b : a), null);
}

interface Days {
  readonly counts: Float64Array;
  readonly exposure: Float64Array;
}

/** How often it usually happens, and how much more than by chance that scatters; null where nothing was covered. */
function usualOf(
  { counts, exposure }: Days,
  from: number,
  to: number,
): { readonly rate: number; readonly dispersion: number } | null {
  let seen = 0;
  let exposed = 0;
  for (let at = from; at < to; at++) {
    seen += counts[at]!;
    exposed += exposure[at]!;
  }
  if (exposed <= 0) return null;
  const rate = Math.max(seen / exposed, LEAST_RATE);
  return { rate, dispersion: dispersionOf(counts, exposure, from, to, rate) };
}

/**
 * How much each day was covered, 1 on the average of the days about it: the archive's incidents of the day, smoothed so
 * that days without any are not taken for days on which nothing could be told.
 */
function exposureOf({ coverage, length, count }: DayTable): Float64Array {
  const exposure = new Float64Array(length);
  const others = coverage.map((all, at) => Math.max(0, all - count[at]!));
  const sums = prefix(others);
  const total = sums[length]! / Math.max(1, length);
  for (let at = 0; at < length; at++) {
    // A week about the day, and the day itself: weekends are quieter for all.
    const from = Math.max(0, at - 10);
    const to = Math.min(length, at + 11);
    const near = (sums[to]! - sums[from]!) / (to - from);
    const week = (others[at]! + 7 * near) / 8;
    exposure[at] = total === 0 ? 1 : (week + 0.05 * total) / (1.05 * total);
  }
  return exposure;
}

/** How much more counts scatter than by chance alone: variance over mean by weeks, at least 1. */
function dispersionOf(
  counts: Float64Array,
  exposure: Float64Array,
  from: number,
  to: number,
  rate: number,
): number {
  let sum = 0;
  let weeks = 0;
  for (let start = from; start + 7 <= to; start += 7) {
    let count = 0;
    let expected = 0;
    for (let at = start; at < start + 7; at++) {
      count += counts[at]!;
      expected += rate * exposure[at]!;
    }
    if (expected <= 0) continue;
    sum += (count - expected) ** 2 / expected;
    weeks++;
  }
  // A few weeks scatter by chance: drawn towards what news commonly does.
  return Math.max(1, (sum + USUAL * PRIOR_WEEKS) / (weeks + PRIOR_WEEKS));
}

const USUAL = 2;
const PRIOR_WEEKS = 10;

/** Logarithm to base 10 of the probability of so many or more, of a negative binomial of this mean and dispersion. */
function tail(count: number, mean: number, dispersion: number): number {
  const spread = Math.max(dispersion, 1.01);
  const size = mean / (spread - 1);
  const success = 1 / spread;
  // The terms from `count` on fall fast; summed in logarithms from the first.
  let term =
    gammaln(count + size) -
    gammaln(size) -
    gammaln(count + 1) +
    size * Math.log(success) +
    count * Math.log(1 - success);
  const first = term;
  let sum = 1;
  for (let k = count + 1; k < count + 400; k++) {
    term += Math.log(k - 1 + size) - Math.log(k) + Math.log(1 - success);
    const share = Math.exp(term - first);
    sum += share;
    if (share < 1e-9) break;
  }
  return (first + Math.log(sum)) / Math.LN10;
}

/** Sums of the cells before each place, and of all. */
function prefix(cells: Float64Array): Float64Array {
  const sums = new Float64Array(cells.length + 1);
  for (let at = 0; at < cells.length; at++) sums[at + 1] = sums[at]! + cells[at]!;
  return sums;
}
