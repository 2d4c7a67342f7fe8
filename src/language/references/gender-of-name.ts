import type { Name, Timed } from '../../document/document.js';
import { nameWords } from '../names/name-words.js';
import type { MentionSpan } from './find-mentions.js';
import { GENDER, hashOf } from './mention.js';
import { genderOf } from './reference-words.js';
import { PERSON } from './sorts.js';

/**
 * The gender that a phrase shows: by its noun, its form of address, its given name; a surname by itself has that of
 * those whom the report names in full.
 */
export function genderOfPhrase(
  doc: Timed,
  { from, head }: MentionSpan,
  name: Name | undefined,
  { sort, genders }: { readonly sort: number; readonly genders: ReadonlyMap<string, number> },
): number {
  const told = genderOf(doc.lemmas[head]!.toLowerCase());
  if (told !== null) return GENDER[told];
  if (name === undefined) return GENDER.unknown;
  if (name.type !== 'person')
    return name.type === 'people' || sort === PERSON ? GENDER.unknown : GENDER.thing;
  for (let token = Math.max(from, name.from - 3); token < name.from; token++) {
    const title = genderOf(doc.tokens[token]!.text.toLowerCase().replace(/\.$/, ''));
    if (title !== null) return GENDER[title];
  }
  const alone = name.to - name.from === 1;
  const known = alone ? genders.get(doc.tokens[name.from]!.text) : undefined;
  // "Clinton" and "Allen" by themselves are more often surnames than given names.
  if (known !== undefined) return known;
  return alone && nameWords().is(doc.tokens[name.from]!.text, 'surname')
    ? GENDER.unknown
    : genderOfGiven(doc.tokens[name.from]!.text);
}

/** By surname the gender of those whom the report gives that surname in full; unknown where they differ. */
export function gendersOf({ names, tokens }: Timed): Map<string, number> {
  const found = new Map<string, number>();
  for (const { type, from, to } of names) {
    if (type !== 'person' || to - from < 2) continue;
    const surname = tokens[to - 1]!.text;
    const gender = genderOfGiven(tokens[from]!.text);
    if (gender === GENDER.unknown) continue;
    found.set(surname, (found.get(surname) ?? gender) === gender ? gender : GENDER.unknown);
  }
  return found;
}

/** The given name of a whole name, where it is known as one; 0 else. */
export function givenOf(doc: Timed, name: Name | undefined): number {
  if (name === undefined || name.type !== 'person' || name.to - name.from < 2) return 0;
  const first = doc.tokens[name.from]!.text;
  return nameWords().is(first, 'male') || nameWords().is(first, 'female') ? hashOf(first.toLowerCase()) : 0;
}

/** Last words of the whole names of persons, where they name no place: "West" after "Anna West" is she. */
export function surnamesOf({ names, tokens }: Timed): Set<string> {
  const found = new Set<string>();
  for (const { type, from, to } of names) {
    const last = tokens[to - 1]!.text;
    if (type === 'person' && to - from > 1 && !PLACES.some((kind) => nameWords().is(last, kind)))
      found.add(last);
  }
  return found;
}

const PLACES = ['country', 'country-part', 'place', 'place-word'] as const;

function genderOfGiven(given: string): number {
  const [male, female] = [nameWords().is(given, 'male'), nameWords().is(given, 'female')];
  return male === female ? GENDER.unknown : male ? GENDER.male : GENDER.female;
}
