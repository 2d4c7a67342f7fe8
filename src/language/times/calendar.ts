import { Temporal } from 'temporal-polyfill';
import type { Precision } from '../../document/document.js';
import type { Season, Unit } from './words.js';

export type Day = Temporal.PlainDate;

/** A stretch of days with the TIMEX3 value that names it. **Shape** both ends are included. */
export interface Stretch {
  readonly start: Day;
  readonly end: Day;
  readonly precision: Precision;
  readonly timex: string;
}

/** The day that three numbers name; undefined where the calendar has none ("February 30"). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}

/** A day written `YYYY-MM-DD`; undefined for anything else. */
export function parseDay(text: string | null): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** A day so many units off; undefined beyond the years 1 to 9999. */
export function addTo(day: Day, unit: Unit, count: number): Day | undefined {
  if (!Number.isFinite(count) || Math.abs(count) > 4_000_000) return undefined;
  const whole = Math.round(count);
  const moved = (months: number, days: number) => {
    const year = day.year + months / 12 + days / 365;
    return year > 2 && year < 9998 ? day.add({ months, days }) : undefined;
  };
  switch (unit) {
    case 'day':
      return moved(0, whole);
    case 'week':
    case 'weekend':
      return moved(0, whole * 7);
    case 'fortnight':
      return moved(0, whole * 14);
    case 'month':
      return moved(whole, 0);
    case 'quarter':
      return moved(whole * 3, 0);
    case 'year':
      return moved(Math.round(count * 12), 0);
    case 'decade':
      return moved(whole * 120, 0);
    case 'century':
      return moved(whole * 1200, 0);
    default:
      return day;
  }
}

export function dayStretch(day: Day): Stretch {
  return { start: day, end: day, precision: 'day', timex: day.toString() };
}

/** The unit of the calendar that a day lies in: its ISO week, its month, its decade. */
export function stretchAround(day: Day, unit: Unit): Stretch {
  switch (unit) {
    case 'week':
      return week(day);
    case 'weekend':
      return weekend(day);
    case 'month':
      return monthStretch(day.year, day.month);
    case 'quarter':
      return quarterStretch(day.year, Math.ceil(day.month / 3));
    case 'year':
      return yearStretch(day.year);
    case 'decade':
      return decadeStretch(Math.floor(day.year / 10) * 10);
    case 'century':
      return centuryStretch(Math.ceil(day.year / 100));
    default:
      return dayStretch(day);
  }
}

export function monthStretch(year: number, month: number): Stretch {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  return {
    start,
    end: start.with({ day: start.daysInMonth }),
    precision: 'month',
    timex: `${pad(year, 4)}-${pad(month, 2)}`,
  };
}

export function quarterStretch(year: number, quarter: number): Stretch {
  return months(year, quarter * 3 - 2, 3, `${pad(year, 4)}-Q${quarter}`);
}

export function halfStretch(year: number, half: number): Stretch {
  return months(year, half * 6 - 5, 6, `${pad(year, 4)}-H${half}`);
}

const SEASON_STARTS: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A season of the northern year, which news mostly means; winter runs on into the next year. */
export function seasonStretch(year: number, season: Season): Stretch {
  return months(year, SEASON_STARTS[season], 3, `${pad(year, 4)}-${season}`);
}

export function yearStretch(year: number): Stretch {
  return {
    start: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    end: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
    precision: 'year',
    timex: pad(year, 4),
  };
}

export function decadeStretch(year: number): Stretch {
  return years(year, year + 9, pad(Math.floor(year / 10), 3));
}

/** The nth century: 1901 to 2000 for the 20th. **Shape** TIMEX3 counts the hundreds, so that one is "19". */
export function centuryStretch(century: number): Stretch {
  return years(century * 100 - 99, century * 100, pad(century - 1, 2));
}

/** Monday to Sunday. */
function week(day: Day): Stretch {
  const start = day.subtract({ days: day.dayOfWeek - 1 });
  return { start, end: start.add({ days: 6 }), precision: 'week', timex: weekName(day) };
}

function weekend(day: Day): Stretch {
  const start = day.add({ days: 6 - day.dayOfWeek });
  return { start, end: start.add({ days: 1 }), precision: 'day', timex: `${weekName(day)}-WE` };
}

function weekName(day: Day): string {
  return `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1, 2)}`;
}

function months(year: number, from: number, count: number, timex: string): Stretch {
  const start = Temporal.PlainDate.from({ year, month: from, day: 1 });
  return { start, end: start.add({ months: count }).subtract({ days: 1 }), precision: 'month', timex };
}

function years(from: number, to: number, timex: string): Stretch {
  const start = Temporal.PlainDate.from({ year: from, month: 1, day: 1 });
  return { start, end: Temporal.PlainDate.from({ year: to, month: 12, day: 31 }), precision: 'year', timex };
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
