import type { CalendarSpan, TimeExpression } from '../../document/document.js';
import {
  addTo,
  centuryStretch,
  type Day,
  dayOf,
  dayStretch,
  decadeStretch,
  halfStretch,
  monthStretch,
  quarterStretch,
  type Stretch,
  seasonStretch,
  stretchAround,
  yearStretch,
} from './calendar.js';
import type { Meaning, Phrase } from './phrase.js';
import { lengthTimex } from './read-counts.js';
import type { Tense } from './tense.js';

/** What a relative expression is counted from. */
export interface Anchor {
  readonly published: Day | undefined;
  /** The day that the text told of last. */
  readonly context: Day | undefined;
  readonly tense: Tense;
}

/** A phrase laid on the calendar. */
export type Resolved = Pick<TimeExpression, 'type' | 'value' | 'timex'>;

const UNKNOWN: CalendarSpan = { start: null, end: null, precision: 'unknown', basis: 'none' };

/** Lays a phrase on the calendar; what cannot be placed keeps a value of nulls. Undefined for "February 30". */
export function resolvePhrase(phrase: Phrase, anchor: Anchor): Resolved | undefined {
  const { meaning } = phrase;
  if (meaning.kind === 'duration' || meaning.kind === 'set') {
    return { type: meaning.kind, value: UNKNOWN, timex: meaning.timex };
  }
  if (meaning.kind === 'vague') return { type: 'date', value: UNKNOWN, timex: meaning.timex };
  if (meaning.kind === 'date' && !isPossible(meaning)) return undefined;
  if (phrase.clock === 'WE') return dated(phrase, weekendOf(anchor), 'published', 'XXXX-WXX-WE');
  const placed = place(meaning, anchor);
  return dated(phrase, placed?.stretch, placed?.basis ?? 'none', openTimex(meaning));
}

interface Placed {
  readonly stretch: Stretch;
  readonly basis: CalendarSpan['basis'];
}

function place(meaning: Meaning, anchor: Anchor): Placed | undefined {
  const { published } = anchor;
  switch (meaning.kind) {
    case 'date':
      return placeDate(meaning, anchor);
    case 'year':
      return stated(yearStretch(meaning.year));
    case 'decade':
      return stated(decadeStretch(meaning.year));
    case 'century':
      return stated(centuryStretch(meaning.century));
    case 'season':
      if (meaning.year !== null) return stated(seasonStretch(meaning.year, meaning.season));
      return counted(yearly((year) => seasonStretch(year, meaning.season), meaning.shift, anchor));
    case 'portion': {
      const make = (year: number) =>
        meaning.of === 'quarter' ? quarterStretch(year, meaning.nth) : halfStretch(year, meaning.nth);
      if (meaning.year !== null) return stated(make(meaning.year));
      if (meaning.shift !== null && published) return counted(make(published.year + meaning.shift));
      return counted(yearly(make, null, anchor));
    }
    case 'month':
      return counted(yearly((year) => monthStretch(year, meaning.month), meaning.shift, anchor));
    case 'weekday':
      return counted(published && dayStretch(weekdayFrom(published, meaning, anchor.tense)));
    case 'shift':
      return placeShift(meaning, anchor);
    case 'window':
      return counted(published && windowFrom(published, meaning));
    case 'clock':
      if (anchor.context) return { stretch: dayStretch(anchor.context), basis: 'context' };
      return counted(published && dayStretch(published));
    default:
      return undefined;
  }
}

function stated(stretch: Stretch): Placed {
  return { stretch, basis: 'stated' };
}

function counted(stretch: Stretch | undefined): Placed | undefined {
  return stretch && { stretch, basis: 'published' };
}

type DateMeaning = Extract<Meaning, { kind: 'date' }>;

function isPossible(meaning: DateMeaning): boolean {
  // A leap year, so that the 29th of February passes until its year is known.
  const year = meaning.year ?? 2000;
  return meaning.day === null || dayOf(year, meaning.month, meaning.day) !== undefined;
}

function placeDate(meaning: DateMeaning, anchor: Anchor): Placed | undefined {
  const make = (year: number): Stretch | undefined => {
    if (meaning.day === null) return monthStretch(year, meaning.month);
    const start = dayOf(year, meaning.month, meaning.day);
    const end = meaning.until === null ? start : dayOf(year, meaning.month, meaning.until);
    if (start === undefined || end === undefined) return undefined;
    const timex = meaning.until === null ? start.toString() : `${start.toString()}/${end.toString()}`;
    return { start, end, precision: 'day', timex };
  };
  if (meaning.year !== null) {
    const stretch = make(meaning.year);
    return stretch && stated(stretch);
  }
  return counted(yearly(make, null, anchor));
}

/** The one of a yearly recurring stretch that is meant: nearest, last (shift below 0) or next. */
function yearly(
  make: (year: number) => Stretch | undefined,
  shift: number | null,
  anchor: Anchor,
): Stretch | undefined {
  const { published } = anchor;
  if (published === undefined) return undefined;
  let best: Stretch | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const year of [published.year, published.year - 1, published.year + 1]) {
    const stretch = make(year);
    if (stretch === undefined) continue;
    const ahead = daysBetween(published, stretch.start);
    const behind = daysBetween(stretch.end, published);
    if (shift !== null && shift < 0 && behind <= 0) continue;
    if (shift !== null && shift > 0 && ahead <= 0) continue;
    if (shift === 0 && stretch.start.year !== published.year) continue;
    let cost = Math.max(0, ahead, behind);
    if (ahead > 0 && isPast(anchor.tense)) cost *= AGAINST_TENSE;
    if (behind > 0 && anchor.tense === 'future') cost *= AGAINST_TENSE;
    if (cost < bestCost) {
      best = stretch;
      bestCost = cost;
    }
  }
  return best;
}

/** How much farther off a date must be before it is taken against the tense of its clause. */
const AGAINST_TENSE = 3;

function isPast(tense: Tense): boolean {
  return tense === 'past' || tense === 'pluperfect';
}

function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: 'day' }).days;
}

function weekdayFrom(published: Day, meaning: { weekday: number; shift: number | null }, tense: Tense): Day {
  const back = (published.dayOfWeek - meaning.weekday + 7) % 7;
  const forward = (7 - back) % 7;
  if (meaning.shift === -1) return published.subtract({ days: back === 0 ? 7 : back });
  if (meaning.shift === 1) return published.add({ days: 7 - published.dayOfWeek + meaning.weekday });
  if (tense === 'future') return published.add({ days: forward });
  if (tense === 'present' && forward < back) return published.add({ days: forward });
  return published.subtract({ days: back });
}

function weekendOf({ published, tense }: Anchor): Stretch | undefined {
  if (published === undefined) return undefined;
  const isWeekday = published.dayOfWeek < 6;
  const ahead = tense === 'future' || !isWeekday;
  return stretchAround(ahead ? published : published.subtract({ days: 7 }), 'weekend');
}

function placeShift(meaning: Extract<Meaning, { kind: 'shift' }>, anchor: Anchor): Placed | undefined {
  const isContext = meaning.from === 'context' && anchor.context !== undefined;
  const from = isContext ? anchor.context : anchor.published;
  const day = from && addTo(from, meaning.unit, meaning.count);
  if (day === undefined) return undefined;
  return { stretch: stretchAround(day, meaning.unit), basis: isContext ? 'context' : 'published' };
}

function windowFrom(published: Day, meaning: Extract<Meaning, { kind: 'window' }>): Stretch | undefined {
  const { unit, count } = meaning;
  const hours =
    unit === 'second' || unit === 'minute' ? 0 : unit === 'hour' ? Math.ceil(Math.abs(count) / 24) : null;
  const far =
    hours === null ? addTo(published, unit, count) : addTo(published, 'day', Math.sign(count) * hours);
  if (far === undefined) return undefined;
  const [start, end] = count < 0 ? [far, published] : [published, far];
  const precision =
    unit === 'week' || unit === 'month' || unit === 'year' ? unit : unit === 'decade' ? 'year' : 'day';
  return { start, end, precision, timex: lengthTimex(unit, Math.abs(count)) };
}

function dated(
  phrase: Phrase,
  stretch: Stretch | undefined,
  basis: CalendarSpan['basis'],
  open: string,
): Resolved {
  const clock = phrase.clock === 'WE' ? null : phrase.clock;
  const isDay = stretch !== undefined && stretch.timex.length === 10;
  const timex = stretch === undefined ? open : stretch.timex;
  return {
    type: clock === null ? 'date' : 'time',
    value:
      stretch === undefined
        ? UNKNOWN
        : {
            start: stretch.start.toString(),
            end: stretch.end.toString(),
            precision: stretch.precision,
            basis,
          },
    timex: clock !== null && (isDay || stretch === undefined) ? `${timex}${clock}` : timex,
  };
}

/** TIMEX3's value where no date of publication places the phrase. */
function openTimex(meaning: Meaning): string {
  const two = (number: number) => String(number).padStart(2, '0');
  switch (meaning.kind) {
    case 'date':
      return `XXXX-${two(meaning.month)}${meaning.day === null ? '' : `-${two(meaning.day)}`}`;
    case 'month':
      return `XXXX-${two(meaning.month)}`;
    case 'season':
      return `XXXX-${meaning.season}`;
    case 'portion':
      return `XXXX-${meaning.of === 'quarter' ? 'Q' : 'H'}${meaning.nth}`;
    case 'weekday':
      return `XXXX-WXX-${meaning.weekday}`;
    case 'window':
      return lengthTimex(meaning.unit, Math.abs(meaning.count));
    default:
      return 'XXXX-XX-XX';
  }
}
