import { coverageByDay, type DyadQuestion, dyadDays } from '../../archive/dyads.js';
import type { Archive } from '../../archive/index.js';
import { tabulate } from './day-counts.js';
import { type Extreme, extremesOf, type TurningPoint, turningPoints } from './extremes.js';
import { LEAST_EVIDENCE, type Level, levels } from './level.js';
import { findShocks, type Shock } from './shocks.js';

/** How one side stands to another over time. */
export interface Dyad {
  readonly question: DyadQuestion;
  /** Incidents in all, and by quad category, the four in PLOVER's order. */
  readonly incidents: number;
  readonly byQuad: readonly [number, number, number, number];
  readonly byType: readonly { readonly type: string; readonly count: number }[];
  /** First and last day with an incident. **Units** days since 1970. */
  readonly first: number | null;
  readonly last: number | null;
  readonly steps: readonly Step[];
  readonly shocks: readonly Shock[];
  readonly turningPoints: readonly TurningPoint[];
  readonly extremes: readonly Extreme[];
  /** Whether there is enough to speak of a level at all. */
  readonly isEnough: boolean;
}

/** A day, week, month or year of a dyad: what happened in it, and how it stood at its end. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly byQuad: readonly [number, number, number, number];
  /** All incidents of the archive in that time. */
  readonly coverage: number;
  /** Null where the evidence is too thin. */
  readonly level: Level | null;
}

export const STEPS = ['day', 'week', 'month', 'year'] as const;
export type StepSize = (typeof STEPS)[number];

/** A level needs this much in the whole time. **Units** incidents. */
const ENOUGH = 5;

/**
 * Works out how one side stands to another, from the incidents in an archive.
 *
 * **Shape** `step` where it is left out goes by the length of time.
 *
 * Days before the window asked for count towards the level at its beginning; shocks and extremes are of the window.
 */
export async function dyadOf(archive: Archive, question: DyadQuestion, step?: StepSize): Promise<Dyad> {
  const { from, to, ...whole } = question;
  const counts = await dyadDays(archive, { ...whole, ...(to === undefined ? {} : { to }) });
  const coverage = await coverageByDay(archive, question.source);
  const begin = from === undefined ? null : dayNumber(from);
  const inWindow = counts.filter(({ day }) => begin === null || day >= begin);
  const first = inWindow[0]?.day ?? null;
  const last = inWindow.at(-1)?.day ?? null;
  const byQuad: [number, number, number, number] = [0, 0, 0, 0];
  const types = new Map<string, number>();
  for (const { quad, type, count } of inWindow) {
    byQuad[quad - 1] = (byQuad[quad - 1] ?? 0) + count;
    types.set(type, (types.get(type) ?? 0) + count);
  }
  const incidents = byQuad.reduce((sum, one) => sum + one, 0);
  const byType = [...types]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
  const start = counts[0]?.day;
  const end = to === undefined ? (coverage.at(-1)?.day ?? last) : dayNumber(to);
  const summary = { question, incidents, byQuad, byType, first, last };
  if (start === undefined || end === null || first === null)
    return { ...summary, steps: [], shocks: [], turningPoints: [], extremes: [], isEnough: false };
  // What covers the world before the dyad's first incident tells what is usual.
  const tableStart = Math.min(start, coverage[0]?.day ?? start);
  const table = tabulate(counts, coverage, tableStart, Math.max(end, last ?? end));
  const size = step ?? stepFor(end - Math.max(begin ?? first, first));
  const all = levels(table);
  const shown = all.filter(({ day }) => day >= (begin ?? first));
  return {
    ...summary,
    steps: stepsOf(shown, counts, table.coverage, tableStart, size),
    shocks: findShocks(table).filter(({ day }) => begin === null || day >= begin),
    turningPoints: turningPoints(shown),
    extremes: extremesOf(shown),
    isEnough: incidents >= ENOUGH && shown.some(({ evidence }) => evidence >= LEAST_EVIDENCE),
  };
}

/** Steps that make a picture of such a length: some dozens of them. **Units** days. */
function stepFor(days: number): StepSize {
  return days <= 150 ? 'day' : days <= 3 * 365 ? 'week' : 'month';
}

function stepsOf(
  shown: readonly Level[],
  counts: Awaited<ReturnType<typeof dyadDays>>,
  coverage: Float64Array,
  tableStart: number,
  size: StepSize,
): Step[] {
  const byDay = new Map<number, { quad: number; count: number }[]>();
  for (const { day, quad, count } of counts) byDay.set(day, [...(byDay.get(day) ?? []), { quad, count }]);
  const steps: Step[] = [];
  let open: { key: string; from: number; byQuad: [number, number, number, number]; coverage: number } | null =
    null;
  const close = (last: Level) => {
    if (open === null) return;
    steps.push({
      from: open.from,
      to: last.day,
      count: open.byQuad.reduce((sum, one) => sum + one, 0),
      byQuad: open.byQuad,
      coverage: open.coverage,
      level: last.evidence >= LEAST_EVIDENCE ? last : null,
    });
  };
  let before: Level | undefined;
  for (const level of shown) {
    const key = keyOf(level.day, size);
    if (open === null || open.key !== key) {
      if (before !== undefined) close(before);
      open = { key, from: level.day, byQuad: [0, 0, 0, 0], coverage: 0 };
    }
    for (const { quad, count } of byDay.get(level.day) ?? []) open.byQuad[quad - 1]! += count;
    open.coverage += coverage[level.day - tableStart] ?? 0;
    before = level;
  }
  if (before !== undefined) close(before);
  return steps;
}

function keyOf(day: number, size: StepSize): string {
  const text = dayText(day);
  switch (size) {
    case 'day':
      return text;
    case 'week':
      return String(Math.floor((day + 3) / 7));
    case 'month':
      return text.slice(0, 7);
    case 'year':
      return text.slice(0, 4);
  }
}

/** `YYYY-MM-DD` of a day since 1970. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function dayNumber(text: string): number {
  return Math.round(Date.parse(text) / 86_400_000);
}
