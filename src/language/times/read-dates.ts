import type { Atom } from './atoms.js';
import { dayAt, isCapital, isDash, monthAt, type Phrase, phrase, weekdayAt, yearAt } from './phrase.js';

/** The date that stands whole, or all but for its year, at an atom: "Jan 3, 2016", "12 April", "2015-08-26", "2011". */
export function readDate(atoms: readonly Atom[], at: number): Phrase | undefined {
  return (
    withWeekday(atoms, at) ??
    isoDate(atoms, at) ??
    slashDate(atoms, at) ??
    monthFirst(atoms, at) ??
    dayFirst(atoms, at) ??
    seasonOf(atoms, at) ??
    portionOf(atoms, at) ??
    decadeOrCentury(atoms, at) ??
    yearAlone(atoms, at)
  );
}

/** "Friday, January 4, 2019", "Sunday 3 May". */
function withWeekday(atoms: readonly Atom[], at: number): Phrase | undefined {
  const day = weekdayAt(atoms, at);
  if (day === undefined || day.plural) return undefined;
  let next = day.next;
  if (atoms[next]?.text === ',') next++;
  if (atoms[next]?.text === 'the') next++;
  const date = monthFirst(atoms, next) ?? dayFirst(atoms, next);
  if (date?.meaning.kind !== 'date' || date.meaning.day === null) return undefined;
  return phrase(at, date.to, date.meaning);
}

function isoDate(atoms: readonly Atom[], at: number): Phrase | undefined {
  const year = yearAt(atoms, at);
  if (year === undefined || !isDash(atoms[at + 1]?.text) || !isDash(atoms[at + 3]?.text)) return undefined;
  const month = dayAt(atoms, at + 2);
  const day = dayAt(atoms, at + 4);
  if (month === undefined || day === undefined || month > 12) return undefined;
  return phrase(at, at + 5, { kind: 'date', year, month, day, until: null });
}

/** "7/8/07" is read the American way, month first, unless only the other way is a date. */
function slashDate(atoms: readonly Atom[], at: number): Phrase | undefined {
  const first = dayAt(atoms, at);
  const second = dayAt(atoms, at + 2);
  if (first === undefined || second === undefined) return undefined;
  if (atoms[at + 1]?.text !== '/' || atoms[at + 3]?.text !== '/') return undefined;
  const last = atoms[at + 4]?.word;
  if (last?.kind !== 'number' || (last.digits !== 2 && last.digits !== 4)) return undefined;
  const year = last.digits === 4 ? last.value : last.value + (last.value < 50 ? 2000 : 1900);
  const [month, day] = first <= 12 ? [first, second] : [second, first];
  if (month > 12) return undefined;
  return phrase(at, at + 5, { kind: 'date', year, month, day, until: null });
}

/** "Jan. 3, 2016", "May 3-5", "May 2008", "April". */
function monthFirst(atoms: readonly Atom[], at: number): Phrase | undefined {
  const found = monthAt(atoms, at);
  if (found === undefined) return undefined;
  const { month } = found;
  let next = found.next;
  if (atoms[next]?.text === 'the' && atoms[next + 1]?.word?.kind === 'ordinal') next++;
  const day = dayAt(atoms, next);
  if (day !== undefined && !startsClock(atoms, next)) {
    const until = lastDay(atoms, next + 1, day);
    const end = until === null ? next + 1 : next + 3;
    const year = followingYear(atoms, end);
    return phrase(at, year?.next ?? end, { kind: 'date', year: year?.year ?? null, month, day, until });
  }
  const year = followingYear(atoms, atoms[next]?.text === 'of' ? next + 1 : next);
  return phrase(at, year?.next ?? found.next, {
    kind: 'date',
    year: year?.year ?? null,
    month,
    day: null,
    until: null,
  });
}

/** "12 April 2017", "the 12th of April", "3-5 May". */
function dayFirst(atoms: readonly Atom[], at: number): Phrase | undefined {
  const day = dayAt(atoms, at);
  if (day === undefined) return undefined;
  const until = lastDay(atoms, at + 1, day);
  let next = until === null ? at + 1 : at + 3;
  if (atoms[next]?.text === 'of') next++;
  const month = monthAt(atoms, next);
  if (month === undefined) return undefined;
  const year = followingYear(atoms, month.next);
  return phrase(at, year?.next ?? month.next, {
    kind: 'date',
    year: year?.year ?? null,
    month: month.month,
    day,
    until,
  });
}

function lastDay(atoms: readonly Atom[], at: number, first: number): number | null {
  if (!isDash(atoms[at]?.text) && atoms[at]?.text !== 'and' && atoms[at]?.text !== 'to') return null;
  const last = dayAt(atoms, at + 1);
  // "May 3 and 40 others" and "on May 3 and 5 people" count something else; only a near, later day goes on.
  if (last === undefined || last <= first) return null;
  const after = atoms[at + 2];
  const isList = isDash(atoms[at]?.text) || after === undefined || !/^[a-z]/.test(after.text);
  return isList || after?.word?.kind === 'month' ? last : null;
}

function followingYear(atoms: readonly Atom[], at: number): { year: number; next: number } | undefined {
  const skip = atoms[at]?.text === ',' ? 1 : 0;
  const year = yearAt(atoms, at + skip);
  if (year === undefined || year < 1500) return undefined;
  return { year, next: at + skip + 1 };
}

function startsClock(atoms: readonly Atom[], at: number): boolean {
  const after = atoms[at + 1]?.text ?? '';
  return after === ':' || /^[ap]\.?m\.?$/.test(after);
}

/** "spring 2016", "the summer of 2014". */
function seasonOf(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'season') return undefined;
  const year = yearAt(atoms, atoms[at + 1]?.text === 'of' ? at + 2 : at + 1);
  if (year === undefined) return undefined;
  const to = atoms[at + 1]?.text === 'of' ? at + 3 : at + 2;
  return phrase(at, to, { kind: 'season', season: word.season, year, shift: null });
}

/** "fourth quarter", "third-quarter", "first half of 2011", "Q3 2010". */
function portionOf(atoms: readonly Atom[], at: number): Phrase | undefined {
  const short = /^([qh])([1-4])$/.exec(atoms[at]?.text ?? '');
  let next: number;
  let nth: number;
  let of: 'quarter' | 'half';
  if (short && isCapital(atoms[at]!.raw)) {
    of = short[1] === 'q' ? 'quarter' : 'half';
    nth = Number(short[2]);
    next = at + 1;
  } else {
    const final = atoms[at]?.text === 'final' || atoms[at]?.text === 'last';
    const word = atoms[at]?.word;
    if (!final && word?.kind !== 'ordinal') return undefined;
    next = isDash(atoms[at + 1]?.text) ? at + 2 : at + 1;
    const unit = atoms[next]?.text;
    if (unit !== 'quarter' && unit !== 'half') return undefined;
    of = unit;
    nth = word?.kind === 'ordinal' ? word.value : of === 'quarter' ? 4 : 2;
    next++;
    // "the last quarter" is the one before this; only "of 2009" makes it the fourth. A half needs its year at all.
    if (atoms[next]?.text !== 'of' && (final || of === 'half')) return undefined;
  }
  if (nth > (of === 'quarter' ? 4 : 2)) return undefined;
  const year = yearAt(atoms, atoms[next]?.text === 'of' ? next + 1 : next);
  if (year !== undefined) next += atoms[next]?.text === 'of' ? 2 : 1;
  else if (of === 'half' || atoms[at]?.text === 'final') {
    if (atoms[next]?.text !== 'of') return undefined;
  }
  return phrase(at, next, { kind: 'portion', of, nth, year: year ?? null, shift: null });
}

/** "1990s", "mid-'80s" (its article and prefix are read before), "20th century". */
function decadeOrCentury(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind === 'decade') {
    const before = atoms[at - 1]?.text ?? '';
    if (word.short && !/^(?:the|early|late|mid|-|'|’|‘|of|and)$/.test(before)) return undefined;
    const year = word.short ? word.value + (word.value < 20 ? 2000 : 1900) : word.value;
    return phrase(at, at + 1, { kind: 'decade', year });
  }
  if (word?.kind !== 'ordinal') return undefined;
  const next = isDash(atoms[at + 1]?.text) ? at + 2 : at + 1;
  if (atoms[next]?.text !== 'century' || word.value < 1 || word.value > 21) return undefined;
  return phrase(at, next + 1, { kind: 'century', century: word.value });
}

const YEAR_LEADS = new Set(
  'in since by from until till of during for before after between and to around circa early late mid'.split(
    ' ',
  ),
);
const AMOUNT_LEADS = new Set(
  'about over nearly almost some than least most approximately roughly up number no $ £ € # , ¥ us$'.split(
    ' ',
  ),
);
const COUNTED = new Set(
  'people person persons men women children troops soldiers police officers jobs homes houses dollars euros pounds yuan tonnes tons metres meters kilometres kilometers km miles m feet votes seats deaths cases million billion trillion hundred thousand percent % members employees workers protesters refugees migrants civilians others years days hours minutes weeks months cars vehicles points gmt utc hrs'.split(
    ' ',
  ),
);

/** "2011", unless it counts something; a number below 1900 needs a preposition that goes with a year. */
function yearAlone(atoms: readonly Atom[], at: number): Phrase | undefined {
  const short = /^['’‘](\d\d)$/.exec(atoms[at]?.text ?? '');
  if (short) {
    const year = Number(short[1]);
    return phrase(at, at + 1, { kind: 'year', year: year + (year < 50 ? 2000 : 1900) });
  }
  const year = yearAt(atoms, at);
  if (year === undefined) return undefined;
  const before = atoms[at - 1]?.text ?? '';
  const after = atoms[at + 1]?.text ?? '';
  if (COUNTED.has(after) || after === '/') return undefined;
  const led = YEAR_LEADS.has(before) || isDash(before);
  if ((year < 1900 || year > 2099) && !led) return undefined;
  if (AMOUNT_LEADS.has(before) && before !== ',') return undefined;
  return phrase(at, at + 1, { kind: 'year', year });
}
