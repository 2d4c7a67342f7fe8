import type { Tenure } from '../registry.js';

/** A tenure with what is needed to choose between several. **Units** days since 1970; infinite where open. */
export interface Term {
  readonly tenure: Tenure;
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

/** **Units** days. How long an office is commonly held around a day on which somebody is known to hold it. */
const AROUND = 500;
/** **Units** days. */
const YEAR = 365;
const NEVER = 50 * YEAR;

/** A term from dates that may be known to the month or the year only. */
export function makeTerm(
  tenure: Tenure,
  rank: number,
  dates: { readonly start: string; readonly end: string; readonly asOf: string },
): Term {
  const { start, end, asOf } = dates;
  if (asOf !== '') return { tenure, rank, from: toDay(asOf) - AROUND, to: toDay(asOf) + AROUND };
  const to = end === '' ? (start === '' ? Number.NaN : Number.POSITIVE_INFINITY) : lastDay(end);
  const from = start === '' ? (end === '' ? Number.NaN : to - 10 * YEAR) : firstDay(start);
  return { tenure, rank, from, to };
}

/** Days between a day and a term: 0 within it. Terms without dates are far from any day, but not as far as can be. */
export function distance(term: Term, day: number): number {
  if (Number.isNaN(term.from)) return 5 * YEAR;
  if (day < term.from) return Math.min(2 * (term.from - day), NEVER);
  return Math.min(Math.max(day - term.to, 0), NEVER);
}

/** Best first: nearest to the day, then the higher office, then the later. Without a day the latest is the best. */
export function byFitness(day: number | null): (a: Term, b: Term) => number {
  return (a, b) =>
    (day === null ? 0 : distance(a, day) - distance(b, day)) ||
    (day === null ? later(a, b) || a.rank - b.rank : a.rank - b.rank || later(a, b));
}

function later(a: Term, b: Term): number {
  const difference = open(b.to) - open(a.to);
  return Number.isNaN(difference) ? open(b.from) - open(a.from) : difference;
}

/** Terms without dates come last; those still open first, told apart by their beginning. */
function open(day: number): number {
  if (Number.isNaN(day)) return -1e6;
  return day === Number.POSITIVE_INFINITY ? 1e6 : day;
}

export function toDay(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function firstDay(date: string): number {
  return toDay(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
}

function lastDay(date: string): number {
  if (date.length === 4) return toDay(`${date}-12-31`);
  if (date.length === 7) return toDay(`${date}-01`) + 30;
  return toDay(date);
}
