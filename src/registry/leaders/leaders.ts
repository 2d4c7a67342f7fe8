import { foldName } from '../gazetteer/fold.js';
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

function sameName(listed: string, told: string): boolean {
  const [ours, theirs] = [wordsOf(listed), wordsOf(told)];
  const surname = theirs.at(-1);
  if (surname === undefined) return false;
  return ours.some(
    (word) => theirs.includes(word) || (word.length >= SPELT && surname.length >= SPELT && differsByOne(word, surname)),
  );
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
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
