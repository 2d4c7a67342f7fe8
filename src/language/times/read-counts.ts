import type { Atom } from './atoms.js';
import { isDash } from './phrase.js';
import type { Unit } from './words.js';

/** So many units: "two weeks", "a year", "several days". `count` is null where the words leave it open. */
export interface Count {
  readonly count: number | null;
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  /** Whether the number was an article ("a year"), which makes the phrase weak on its own. */
  readonly article: boolean;
  /** Whether a hyphen ties number and unit ("27-year"). */
  readonly hyphened: boolean;
}

const ABOUT: readonly (readonly string[])[] = [
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['about'],
  ['around'],
  ['almost'],
  ['nearly'],
  ['roughly'],
  ['approximately'],
  ['over'],
  ['only'],
  ['just'],
  ['some'],
];
const OPEN = new Set([
  'several',
  'few',
  'many',
  'some',
  'dozens',
  'couple',
  'various',
  'consecutive',
  'multiple',
]);
const BETWEEN = new Set([
  'consecutive',
  'straight',
  'full',
  'whole',
  'more',
  'long',
  'further',
  'trading',
  'working',
  'business',
  'calendar',
  'financial',
  'fiscal',
  'additional',
  'successive',
  'short',
  'entire',
]);

/** The count of units that begins at an atom, its "about" or "more than" included. */
export function countAt(atoms: readonly Atom[], at: number): Count | undefined {
  const lead = ABOUT.find((words) => words.every((word, index) => atoms[at + index]?.text === word));
  const start = at + (lead?.length ?? 0);
  const number = numberAt(atoms, start);
  if (number === undefined) return undefined;
  let next = number.next;
  const hyphened = isDash(atoms[next]?.text);
  if (hyphened) next++;
  else while (BETWEEN.has(atoms[next]?.text ?? '') && next < number.next + 2) next++;
  const unit = atoms[next]?.word;
  if (unit?.kind !== 'unit') return undefined;
  // A singular after a larger number is one only as an adjective: "a 20 year low".
  const isSingle = number.article || number.value === 1 || number.value === 0.5;
  if (!unit.plural && !hyphened && !isSingle && !/^[a-z]{3}/.test(atoms[next + 1]?.text ?? ''))
    return undefined;
  if (unit.unit === 'quarter' && !unit.plural) return undefined;
  next++;
  let { value } = number;
  if (
    value !== null &&
    atoms[next]?.text === 'and' &&
    atoms[next + 1]?.text === 'a' &&
    atoms[next + 2]?.text === 'half'
  ) {
    value += 0.5;
    next += 3;
  }
  // "a five-year plan": the article belongs to the plan.
  const opens = hyphened || (!unit.plural && !isSingle);
  const from = opens && (atoms[at]!.text === 'a' || atoms[at]!.text === 'an') ? at + 1 : at;
  return { count: value, unit: unit.unit, from, to: next, article: number.article, hyphened };
}

interface Numeral {
  readonly value: number | null;
  readonly next: number;
  readonly article: boolean;
}

function numberAt(atoms: readonly Atom[], at: number): Numeral | undefined {
  const atom = atoms[at];
  if (atom === undefined) return undefined;
  if (atom.text === 'a' || atom.text === 'an') return afterArticle(atoms, at + 1);
  if (atom.text === 'half') {
    const article = atoms[at + 1]?.text === 'a' || atoms[at + 1]?.text === 'an' ? 1 : 0;
    return { value: 0.5, next: at + 1 + article, article: false };
  }
  if (OPEN.has(atom.text)) {
    return { value: null, next: at + (atoms[at + 1]?.text === 'of' ? 2 : 1), article: false };
  }
  if (atom.word?.kind !== 'number') return undefined;
  return cardinal(atoms, at, atom.word.value);
}

function afterArticle(atoms: readonly Atom[], at: number): Numeral {
  const text = atoms[at]?.text ?? '';
  if (text === 'couple')
    return { value: 2, next: atoms[at + 1]?.text === 'of' ? at + 2 : at + 1, article: false };
  if (text === 'few') return { value: null, next: at + 1, article: false };
  if (text === 'dozen') return { value: 12, next: at + 1, article: false };
  if (text === 'half') return { value: 0.5, next: at + 1, article: false };
  if (text === 'hundred') return { value: 100, next: at + 1, article: false };
  const word = atoms[at]?.word;
  if (word?.kind === 'number') return cardinal(atoms, at, word.value);
  return { value: 1, next: at, article: true };
}

/** "20", "twenty-five", "two and a half", "five to six" (the later counts). */
function cardinal(atoms: readonly Atom[], at: number, first: number): Numeral {
  let value = first;
  let next = at + 1;
  const tens = first >= 20 && first < 100 && first % 10 === 0 && atoms[at]!.word!.kind === 'number';
  const ones = atoms[isDash(atoms[next]?.text) ? next + 1 : next];
  if (tens && ones?.word?.kind === 'number' && ones.word.value < 10 && ones.word.digits === 0) {
    value += ones.word.value;
    next = isDash(atoms[next]?.text) ? next + 2 : next + 1;
  }
  if (atoms[next]?.text === 'and' && atoms[next + 1]?.text === 'a' && atoms[next + 2]?.text === 'half') {
    value += 0.5;
    next += 3;
  }
  const link = atoms[next]?.text;
  const other = atoms[next + 1]?.word;
  if ((link === 'or' || link === 'to' || isDash(link)) && other?.kind === 'number') {
    return { value: null, next: next + 2, article: false };
  }
  return { value, next, article: false };
}

const CODES: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
};
const MULTIPLES: Partial<Record<Unit, number>> = { fortnight: 2, decade: 10, century: 100 };

/** TIMEX3's value of a length of time: "P27Y", "PT30M", "PXD". */
export function lengthTimex(unit: Unit, count: number | null): string {
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : '';
  const code = CODES[unit];
  if (count === null) return unit === 'decade' || unit === 'century' ? 'PXY' : `P${clock}X${code}`;
  return `P${clock}${count * (MULTIPLES[unit] ?? 1)}${code}`;
}
