import type { Country } from '../registry.js';
import { malformed, oneOf, readTable } from '../table.js';

/** How a source lists a leader: Archigos by who rules in effect, Wikidata by the office. */
export type LeaderOffice = 'leader' | 'head of state' | 'head of government';

/** A term at the head of a state, as a source gives it. */
export interface LeaderTerm {
  readonly country: string;
  /** As the source spells it, often a surname alone. */
  readonly name: string;
  readonly office: LeaderOffice;
  /** `YYYY-MM-DD`, or `YYYY` where no more is known. */
  readonly start: string;
  readonly end: string;
  /** The term went on where the source ends. */
  readonly isOpen: boolean;
  readonly origin: string;
  readonly source: string;
}

/** Who led which state when. */
export interface Leaders {
  /** Terms of a country in which somebody of this name led it, in order of time; names are matched by a surname too. */
  termsOf(country: string, name: string): readonly LeaderTerm[];
  /** Terms that held on a day; one that is known by years holds on days well within them. */
  on(country: string, day: string): readonly LeaderTerm[];
}

const FILE = 'leaders-by-day.csv';
const OFFICES: ReadonlySet<LeaderOffice> = new Set(['leader', 'head of state', 'head of government']);
const DAY = /^\d{4}(?:-\d{2}-\d{2})?$/;

/** **Errors** `data.malformed`. */
export function loadLeaders(countries: ReadonlyMap<string, Country>): Leaders {
  const byCountry = new Map<string, LeaderTerm[]>();
  for (const row of readTable(FILE, ['country', 'name', 'office', 'start', 'end', 'origin'])) {
    const { country, name, start, origin } = row.cells;
    if (!countries.has(country)) throw malformed(row, 'country', 'a code of countries.csv');
    const end = row.cells.end.replace(/\+$/, '');
    if (!DAY.test(start)) throw malformed(row, 'start', 'YYYY or YYYY-MM-DD');
    if (!DAY.test(end)) throw malformed(row, 'end', 'YYYY or YYYY-MM-DD, with + where the term goes on');
    const terms = byCountry.get(country) ?? [];
    terms.push({
      country,
      name,
      office: oneOf(row, 'office', OFFICES),
      start,
      end,
      isOpen: row.cells.end.endsWith('+'),
      origin,
      source: `${FILE}: ${country} ${name} ${start}`,
    });
    byCountry.set(country, terms);
  }
  for (const terms of byCountry.values()) terms.sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    termsOf: (country, name) => (byCountry.get(country) ?? []).filter((term) => sameName(term.name, name)),
    on: (country, day) => (byCountry.get(country) ?? []).filter((term) => holds(term, day)),
  };
}

/** Whether a term held on a day. Of a term known by years, its first and last year are left open. */
export function holds({ start, end, isOpen }: LeaderTerm, day: string): boolean {
  const year = day.slice(0, 4);
  const begun = start.length === 4 ? start < year : start <= day;
  const going = end.length === 4 ? year < end || (isOpen && year <= end) : day <= end;
  return begun && going;
}

/** Whether a day may lie in a term, its open years among it. */
export function mayHold({ start, end, isOpen }: LeaderTerm, day: string): boolean {
  return start.slice(0, 4) <= day.slice(0, 4) && (isOpen || day.slice(0, end.length) <= end);
}

/** **Units** letters. Spellings of longer names differ by a letter: "Mitterand". */
const SPELT = 6;

const PARTICLES = new Set(
  'al el ul de da del di du von van der bin ibn le la dos the president uar'.split(' '),
);

/**
 * Whether a name as told may be one as listed: all words of the one stand in the other, and where the list has initials
 * ("G.H.W. Bush") the given names that are told begin so.
 */
function sameName(listed: string, told: string): boolean {
  const [ours, theirs] = [wordsOf(listed), wordsOf(told)];
  const [core, names] = [ours.filter((word) => word.length > 1), theirs.filter((word) => word.length > 1)];
  if (core.length === 0 || names.length === 0) return false;
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((word) => all.some((other) => sameWord(word, other)));
  if (!within(core, names) && !within(names, core)) return false;
  const initials = ours.filter((word) => word.length === 1);
  const given = theirs
    .filter((word) => !core.some((other) => sameWord(word, other)))
    .map((word) => word.charAt(0));
  const shorter = Math.min(initials.length, given.length);
  if (given.length > 1 && initials.length > 1 && given.length !== initials.length) return false;
  return initials.slice(0, shorter).every((initial, index) => given[index] === initial);
}

function sameWord(a: string, b: string): boolean {
  return a === b || (a.length >= SPELT && b.length >= SPELT && differsByOne(a, b));
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word));
}

function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return [
    [1, 1],
    [1, 0],
    [0, 1],
  ].some(([x, y]) => a.slice(at + x!) === b.slice(at + y!));
}
