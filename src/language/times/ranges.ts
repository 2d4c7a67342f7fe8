import type { CalendarSpan, TimeExpression } from '../../document/document.js';
import type { Atom } from './atoms.js';
import type { Day } from './calendar.js';
import { isDash, type Phrase } from './phrase.js';

/** A phrase with what it came to. */
export interface Placed {
  readonly phrase: Phrase;
  readonly time: TimeExpression;
}

/** Gives the first date of "from May 3 to June 5, 2012" the year of the second. */
export function borrowYears(atoms: readonly Atom[], phrases: readonly Phrase[]): Phrase[] {
  return phrases.map((first, index) => {
    const second = phrases[index + 1];
    if (second === undefined || !isRange(atoms, first, second)) return first;
    if (first.meaning.kind !== 'date' || first.meaning.year !== null) return first;
    if (second.meaning.kind !== 'date' || second.meaning.year === null) return first;
    const year = second.meaning.year - (first.meaning.month > second.meaning.month ? 1 : 0);
    return { ...first, meaning: { ...first.meaning, year } };
  });
}

/**
 * Stretches both ends of a range over the whole of it, and opens what stands after "since", "until", "before" or
 * "after" to the side that they leave open.
 *
 * **Shape** the expressions stay apart and keep the words and the TIMEX3 value of their own end.
 */
export function boundRanges(
  atoms: readonly Atom[],
  placed: readonly Placed[],
  published: Day | undefined,
): TimeExpression[] {
  const times = placed.map(({ phrase, time }) =>
    withValue(time, openSide(atoms, phrase, time.value, published)),
  );
  for (let index = 0; index + 1 < placed.length; index++) {
    const first = placed[index]!;
    const second = placed[index + 1]!;
    if (!isRange(atoms, first.phrase, second.phrase)) continue;
    const { start, precision } = first.time.value;
    const { end } = second.time.value;
    if (start === null || end === null || start > end) continue;
    const whole: CalendarSpan = { ...second.time.value, start, end, precision };
    times[index] = withValue(first.time, whole);
    times[index + 1] = withValue(second.time, whole);
  }
  return times;
}

function withValue(time: TimeExpression, value: CalendarSpan): TimeExpression {
  return value === time.value ? time : { ...time, value };
}

/** Whether words such as "from … to" or a dash tie two neighbouring phrases into one stretch. */
function isRange(atoms: readonly Atom[], first: Phrase, second: Phrase): boolean {
  if (second.from - first.to !== 1) return false;
  const link = atoms[first.to]!.text;
  const before = atoms[first.from - 1]?.text;
  if (isDash(link)) return true;
  if (link === 'and') return before === 'between';
  return before === 'from' && (link === 'to' || link === 'until' || link === 'till' || link === 'through');
}

function openSide(
  atoms: readonly Atom[],
  phrase: Phrase,
  value: CalendarSpan,
  published: Day | undefined,
): CalendarSpan {
  if (value.start === null || value.end === null) return value;
  const today = published?.toString() ?? null;
  switch (atoms[phrase.from - 1]?.text) {
    case 'since':
      return { ...value, end: today !== null && today >= value.start ? today : null };
    case 'until':
    case 'till':
      return { ...value, start: today !== null && today <= value.end ? today : null };
    default:
      return value;
  }
}
