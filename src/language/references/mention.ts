import type { MentionSpan } from './find-mentions.js';

/** **Units** small numbers throughout, for they are hashed into features; 0 is always "not known". */
export const GENDER = { unknown: 0, male: 1, female: 2, thing: 3 } as const;
export const NUMBER = { unknown: 0, one: 1, many: 2 } as const;

/** All that a phrase shows of whom it tells, read off once. Strings are kept as hashes of 32 bits. */
export interface Mention extends MentionSpan {
  readonly index: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** A pronoun's own number in `PRONOUN_FORMS`; for the rest what stands before the noun, from 64 up. */
  readonly form: number;
  /** "The minister", "this country": a noun that may take up somebody told of by other words. */
  readonly takesUp: boolean;
  readonly isPronoun: boolean;
  /** First or second person: 1 or 2; 3 for the rest. */
  readonly person: number;
  readonly isReflexive: boolean;
  readonly isPossessive: boolean;
  readonly gender: number;
  readonly number: number;
  /** What kind of thing, by name type or by noun; see `describeMentions`. */
  readonly sort: number;
  /** The head's lemma; for a name the last word of it. */
  readonly word: number;
  /** Whether "he" or "she" may stand for it, as far as its word tells. */
  readonly isHuman: boolean;
  /** Whether it is a noun for many at once: "the leadership". */
  readonly isCrowd: boolean;
  /** The last letters of a noun's lemma, which tell persons from things: "-ist", "-ion". */
  readonly ending: number;
  /** The whole of what is said without articles. */
  readonly phrase: number;
  /** Words of a name, or lemmas of what stands beside a noun, without the head. */
  readonly words: readonly number[];
  /** Lemmas of what a named person is called beside the name: titles and appositions ("minister", "ambassador"). */
  readonly roles: readonly number[];
  /** The token that the name in it hangs on, "John" of "minister John Smith"; its own head where there is none. */
  readonly named: number;
  /** The given name, where a whole name begins with a known one; 0 for none. */
  readonly given: number;
  /** A name's first letters, or its own letters where it is an acronym; 0 for none. */
  readonly letters: number;
  readonly isAcronym: boolean;
  /** Whether it is only a part of a longer name ("Mexico" in "Mexico City"). */
  readonly isInner: boolean;
  /** Place in the clause: bucket of the relation, and whether the clause is a main one. */
  readonly role: number;
  readonly isSubject: boolean;
  /** Whether it is an object or an oblique of its verb. */
  readonly isObject: boolean;
  /** Whether its clause is a main one, or conjoined to one. */
  readonly isMain: boolean;
  /** The word that it depends on, -1 for none, and that word's lemma. */
  readonly over: number;
  readonly overWord: number;
  /** The verb or predicate whose clause it stands in. */
  readonly clause: number;
  /** Outermost quote around it, -1 for none, and the token that names who speaks there. */
  readonly quote: number;
  /** Whether its paragraph ends by asking, as an interviewer's does. */
  readonly asks: boolean;
  /** Of its paragraph, where the text is an interview: one of `TURN`. */
  readonly turn: number;
  readonly speaker: number;
  /** "The army said it …": head of who says so, where the pronoun is the subject of what is said; else -1. */
  readonly teller: number;
  /** "As he left, Smith said …": the name that follows, where the pronoun is the subject of a clause before it; else -1. */
  readonly ahead: number;
  /** Subject of the verb that the pronoun is another part of, whom it cannot mean; -1 for none. */
  readonly rival: number;
  /** Whether it is the subject of a verb of saying. */
  readonly speaks: boolean;
  /** Whether it is the subject of a verb that only somebody with a mind or a voice does, of saying or thinking. */
  readonly minds: boolean;
  readonly before: number;
  readonly after: number;
  readonly first: number;
  /** Head of what it is in apposition with or a predicate of, -1 for none. */
  readonly equals: number;
  readonly isPredicate: boolean;
}

/** A hash of 32 bits, spread well enough for tables. **Source** FNV-1a, Fowler, Noll, Vo 1991. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Two hashes into one; their order counts. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 15;
  return hash | 0;
}
