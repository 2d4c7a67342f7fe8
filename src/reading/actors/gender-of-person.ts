import type { Document } from '../../document/document.js';
import { nameWords } from '../../language/names/name-words.js';
import { genderOf } from '../../language/references/reference-words.js';

export type Gender = 'male' | 'female';

/** What the form of address before a name tells: "Mr. Clinton", "Mrs Clinton". */
export function addressedAs(doc: Document, from: number): Gender | null {
  const before = doc.tokens[from - 1];
  if (before === undefined || !/^\p{Lu}/u.test(before.text)) return null;
  const word = before.text.toLowerCase().replace(/\.$/, '');
  return ADDRESSES.has(word) ? genderOf(word) : null;
}

const ADDRESSES = new Set(['mr', 'mrs', 'ms', 'miss', 'sir', 'dame', 'madam', 'lady', 'lord']);

/** The gender of whoever bears a whole name, by its given name; null where that tells none, or is none. */
export function genderOfBearer(name: string): Gender | null {
  const [given, ...rest] = name.split(' ');
  if (given === undefined || rest.length === 0) return null;
  const [isMale, isFemale] = [nameWords().is(given, 'male'), nameWords().is(given, 'female')];
  return isMale === isFemale ? null : isMale ? 'male' : 'female';
}

/** Whether nothing says that two are of different gender. */
export function mayBeSame(one: Gender | null, other: Gender | null): boolean {
  return one === null || other === null || one === other;
}
