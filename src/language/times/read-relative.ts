import type { Atom } from './atoms.js';
import { monthAt, type Phrase, partAt, phrase, weekdayAt } from './phrase.js';
import { type Count, countAt, lengthTimex } from './read-counts.js';
import type { Unit } from './words.js';

/** The date counted from another that begins at an atom: "yesterday", "last week", "two days ago", "the next day". */
export function readRelative(atoms: readonly Atom[], at: number): Phrase | undefined {
  return (
    deictic(atoms, at) ??
    counted(atoms, at) ??
    shifted(atoms, at) ??
    aroundToday(atoms, at) ??
    weekday(atoms, at) ??
    hoursOff(atoms, at)
  );
}

/** "yesterday", "today", "tomorrow night". */
function deictic(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'deictic') return undefined;
  const part = partAt(atoms, at + 1);
  const clock = part?.clock ?? (word.part === null ? null : `T${word.part}`);
  const meaning = { kind: 'shift', unit: 'day', count: word.days, from: 'published' } as const;
  return phrase(at, part?.next ?? at + 1, meaning, clock);
}

/** "the day before yesterday", "the day after tomorrow". */
function aroundToday(atoms: readonly Atom[], at: number): Phrase | undefined {
  const start = atoms[at]?.text === 'the' ? at + 1 : at;
  if (atoms[start]?.text !== 'day') return undefined;
  const way = atoms[start + 1]?.text;
  const pivot = atoms[start + 2]?.word;
  if (pivot?.kind !== 'deictic' || (way !== 'before' && way !== 'after')) return undefined;
  const count = pivot.days + (way === 'before' ? -1 : 1);
  return phrase(at, start + 3, { kind: 'shift', unit: 'day', count, from: 'published' });
}

const SHIFTS: Readonly<Record<string, { readonly count: number; readonly from: 'published' | 'context' }>> = {
  last: { count: -1, from: 'published' },
  past: { count: -1, from: 'published' },
  this: { count: 0, from: 'published' },
  current: { count: 0, from: 'published' },
  next: { count: 1, from: 'published' },
  coming: { count: 1, from: 'published' },
  upcoming: { count: 1, from: 'published' },
  previous: { count: -1, from: 'context' },
  preceding: { count: -1, from: 'context' },
  following: { count: 1, from: 'context' },
  same: { count: 0, from: 'context' },
  that: { count: 0, from: 'context' },
};

const SHIFTED_UNITS: ReadonlySet<Unit> = new Set([
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]);

/** "last week", "next Monday", "this morning", "the past two days", "the following day", "last September". */
function shifted(atoms: readonly Atom[], at: number): Phrase | undefined {
  const article = atoms[at]?.text === 'the' ? 1 : 0;
  const lead = at + article;
  const text = atoms[lead]?.text ?? '';
  const shift = Object.hasOwn(SHIFTS, text) ? SHIFTS[text]! : undefined;
  if (shift === undefined || (article === 1 && (text === 'this' || text === 'that'))) return undefined;
  const next = lead + 1;
  const word = atoms[next]?.word;
  const day = weekdayAt(atoms, next);
  if (day !== undefined && !day.plural) {
    const part = partAt(atoms, day.next);
    const meaning = { kind: 'weekday', weekday: day.weekday, shift: shift.count } as const;
    return phrase(at, part?.next ?? day.next, meaning, part?.clock ?? null);
  }
  const month = monthAt(atoms, next);
  if (month !== undefined)
    return phrase(at, month.next, { kind: 'month', month: month.month, shift: shift.count });
  if (word?.kind === 'season') {
    return phrase(at, next + 1, { kind: 'season', season: word.season, year: null, shift: shift.count });
  }
  if (word?.kind === 'part' && !word.plural) return partOfDay(at, next, text, word.part);
  if (word?.kind === 'unit' && SHIFTED_UNITS.has(word.unit) && !word.plural) {
    return unitShifted(atoms, at, next, text, article === 1, shift, word.unit);
  }
  return windowed(atoms, at, next, text);
}

function partOfDay(at: number, next: number, lead: string, part: string): Phrase | undefined {
  if (lead === 'last') {
    if (part !== 'NI' && part !== 'EV') return undefined;
    return phrase(at, next + 1, { kind: 'shift', unit: 'day', count: -1, from: 'published' }, `T${part}`);
  }
  if (lead === 'this') {
    return phrase(at, next + 1, { kind: 'shift', unit: 'day', count: 0, from: 'published' }, `T${part}`);
  }
  const count = lead === 'next' || lead === 'following' ? 1 : lead === 'previous' ? -1 : 0;
  return phrase(at, next + 1, { kind: 'shift', unit: 'day', count, from: 'context' }, `T${part}`);
}

function unitShifted(
  atoms: readonly Atom[],
  at: number,
  unitAt: number,
  lead: string,
  article: boolean,
  shift: { readonly count: number; readonly from: 'published' | 'context' },
  unit: Unit,
): Phrase | undefined {
  // "the past decade", "the past year" run up to now; "the next day" counts from the day just told.
  if (lead === 'past' || ((lead === 'last' || lead === 'coming') && article && unit === 'decade')) {
    return phrase(at, unitAt + 1, { kind: 'window', unit, count: lead === 'coming' ? 1 : -1 });
  }
  if (unit === 'day' && (lead === 'last' || lead === 'this' || lead === 'current')) return undefined;
  const from = unit === 'day' || (lead === 'next' && article) ? 'context' : shift.from;
  const part = unit === 'day' ? partAt(atoms, unitAt + 1) : undefined;
  const meaning = { kind: 'shift', unit, count: shift.count, from } as const;
  return phrase(at, part?.next ?? unitAt + 1, meaning, part?.clock ?? null);
}

/** "the past 24 hours", "the next four years", "the last few days", "recent weeks". */
function windowed(atoms: readonly Atom[], at: number, next: number, lead: string): Phrase | undefined {
  const sign = lead === 'last' || lead === 'past' || lead === 'previous' ? -1 : 1;
  if (sign === 1 && lead !== 'next' && lead !== 'coming') return undefined;
  const count = countAt(atoms, next);
  if (count !== undefined && !count.article) {
    if (count.count === null)
      return phrase(at, count.to, { kind: 'vague', timex: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' });
    return phrase(at, count.to, { kind: 'window', unit: count.unit, count: sign * count.count });
  }
  const word = atoms[next]?.word;
  if (word?.kind !== 'unit' || !word.plural) return undefined;
  return phrase(at, next + 1, { kind: 'vague', timex: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' });
}

interface Way {
  readonly sign: number;
  readonly from: 'published' | 'context';
}

const LATER: Readonly<Record<string, Way>> = {
  ago: { sign: -1, from: 'published' },
  earlier: { sign: -1, from: 'context' },
  before: { sign: -1, from: 'context' },
  previously: { sign: -1, from: 'context' },
  later: { sign: 1, from: 'context' },
  after: { sign: 1, from: 'context' },
  afterwards: { sign: 1, from: 'context' },
  hence: { sign: 1, from: 'published' },
};

/** "two days ago", "a week later", "three months from now", "a year earlier". */
function counted(atoms: readonly Atom[], at: number): Phrase | undefined {
  const count = countAt(atoms, at);
  if (count === undefined || count.hyphened || count.unit === 'quarter') return undefined;
  const text = atoms[count.to]?.text ?? '';
  const fromNow = text === 'from' && atoms[count.to + 1]?.text === 'now';
  const way = fromNow ? LATER.hence : Object.hasOwn(LATER, text) ? LATER[text] : undefined;
  if (way === undefined) return undefined;
  const to = count.to + (fromNow ? 2 : 1);
  // "a day after the vote", "a day later than planned": counted from what follows, whose day is not known here.
  if (text === 'after' || text === 'before' || atoms[to]?.text === 'than') {
    if (atoms[to] === undefined || !/^[a-z0-9]/.test(atoms[to].text)) return shiftedBy(count, at, to, way);
    return phrase(at, count.to, { kind: 'duration', timex: lengthTimex(count.unit, count.count) });
  }
  return shiftedBy(count, at, to, way);
}

function shiftedBy(count: Count, at: number, to: number, way: Way): Phrase {
  if (count.count === null) {
    return phrase(at, to, { kind: 'vague', timex: way.sign < 0 ? 'PAST_REF' : 'FUTURE_REF' });
  }
  return phrase(at, to, { kind: 'shift', unit: count.unit, count: way.sign * count.count, from: way.from });
}

/** "hours later", "minutes after": so soon that the day is the same. */
function hoursOff(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'unit' || !word.plural) return undefined;
  const text = atoms[at + 1]?.text ?? '';
  const way = Object.hasOwn(LATER, text) ? LATER[text] : undefined;
  if (way === undefined) return undefined;
  if (text === 'after' || text === 'before') {
    return phrase(at, at + 1, { kind: 'duration', timex: lengthTimex(word.unit, null) });
  }
  const to = at + 2;
  if (word.unit === 'second' || word.unit === 'minute' || word.unit === 'hour') {
    return phrase(at, to, { kind: 'shift', unit: word.unit, count: way.sign, from: 'context' });
  }
  return phrase(at, to, { kind: 'vague', timex: way.sign < 0 ? 'PAST_REF' : 'FUTURE_REF' });
}

/** "Monday", "Friday morning"; "on Fridays" is a set and read elsewhere. */
function weekday(atoms: readonly Atom[], at: number): Phrase | undefined {
  const day = weekdayAt(atoms, at);
  if (day === undefined || day.plural) return undefined;
  const part = partAt(atoms, day.next);
  const meaning = { kind: 'weekday', weekday: day.weekday, shift: null } as const;
  return phrase(at, part?.next ?? day.next, meaning, part?.clock ?? null);
}
