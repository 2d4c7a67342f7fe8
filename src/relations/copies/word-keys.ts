import { loadCountries } from '../../registry/countries.js';
import { foldName } from '../../registry/gazetteer/fold.js';
import { classOf, isTelling } from '../words/word-classes.js';

/** What a word of a report is known again by, whatever it is replaced with; null for words that say nothing. */
export interface WordKeys {
  /**
   * The keys of a sentence's words, in their order, a key a word that counts.
   *
   * **Units** numbers of 16 bits, hashes of what the word is taken for.
   */
  of(words: readonly string[]): Key[];
}

export interface Key {
  readonly key: number;
  /** The word's place in the sentence. */
  readonly at: number;
}

/**
 * Makes words that spinners exchange one: a country's names and its people's ("Russian Federation", "Russian"), words
 * of one stem, figures and number words, words that news uses for each other. Dates are left out, for every copy
 * may count them anew, and so are words of grammar.
 */
export function makeWordKeys(): WordKeys {
  const { single, long } = countryNames();
  const known = new Map<string, number>();
  const keyOf = (word: string): number => {
    const old = known.get(word);
    if (old !== undefined) return old;
    const made = isTelling(word) ? hash16(classOf(word)) : 0;
    if (known.size < MOST_KNOWN) known.set(word, made);
    return made;
  };
  return {
    of(words) {
      const folded = words.map((word) => (PLAIN.test(word) ? word.toLowerCase() : foldName(word)));
      const keys: Key[] = [];
      for (let at = 0; at < folded.length; at++) {
        const word = folded[at]!;
        const rest = long
          .get(word)
          ?.find((name) => name.rest.every((part, index) => folded[at + 1 + index] === part));
        const country = rest?.code ?? single.get(word);
        if (country !== undefined) {
          keys.push({ key: hash16(country), at });
          at += rest?.rest.length ?? 0;
          continue;
        }
        if (!WRITTEN.test(word) || isOfDate(folded, at)) continue;
        const key = keyOf(NUMBERS.get(word) ?? word.replaceAll(/(?<=\d)[,.](?=\d{3}\b)/g, ''));
        if (key !== 0) keys.push({ key, at });
      }
      return keys;
    },
  };
}

/** Words kept with their keys: a language's common ones many times over, with room for a stream of names. */
const MOST_KNOWN = 20_000;

const PLAIN = /^[A-Za-z]+$/;
const WRITTEN = /[\p{L}\p{N}]/u;

interface LongName {
  readonly rest: readonly string[];
  readonly code: string;
}

/** Names and demonyms of countries: those of one word, and by their first word those of more, the longest first. */
function countryNames(): {
  single: ReadonlyMap<string, string>;
  long: ReadonlyMap<string, readonly LongName[]>;
} {
  const single = new Map<string, string>();
  const long = new Map<string, LongName[]>();
  for (const { code, name, aliases, demonyms } of loadCountries().values()) {
    for (const spelling of [name, ...aliases, ...demonyms]) {
      const [first, ...rest] = foldName(spelling).split(' ');
      if (first === undefined || first === '') continue;
      if (rest.length > 0) long.set(first, [...(long.get(first) ?? []), { rest, code }]);
      else if (!single.has(first) && !AMBIGUOUS.has(first)) single.set(first, code);
    }
  }
  for (const names of long.values()) names.sort((a, b) => b.rest.length - a.rest.length);
  return { single, long };
}

/** Short forms of countries that are words of grammar in lower case: "us", "it". */
const AMBIGUOUS = new Set(['us', 'it', 'in', 'is', 'be', 'no', 'so', 'am', 'as', 'at']);

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon evening night'.split(
    ' ',
  ),
);
const NEAR_DAY =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|of|the|\d{1,2}[:.]\d\d|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/;

/** Whether a word is part of a date: a day or month by name, and the figures beside one; a year; a date in figures. */
function isOfDate(words: readonly string[], at: number): boolean {
  const word = words[at]!;
  if (DAYS.has(word) || /^(?:19|20)\d\d$/.test(word) || /^\d{4}-\d\d-\d\d$/.test(word)) return true;
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(word)) return true;
  if (MONTHS.has(word))
    return word !== 'may' || NEAR_DAY.test(words[at - 1] ?? '') || NEAR_DAY.test(words[at + 1] ?? '');
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return false;
  for (let near = at - 2; near <= at + 2; near++) if (MONTHS.has(words[near] ?? '')) return true;
  return false;
}

const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** **Source** FNV-1a, Fowler, Noll, Vo 1991, folded to 16 bits; never 0. */
function hash16(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff || 1;
}
