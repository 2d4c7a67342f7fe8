import { hashText } from '../kernel/hash.js';
import { wordForm } from '../tagging/word-form.js';

/** Rows of the embedding that a word is the sum of: the word itself, where it is known, and its parts by hash. */
export const ROWS_PER_WORD = 9;

/** Rows that parts of words share. */
export const HASHED_ROWS = 20_480;

/** Words that have a row of their own, numbered from 1; row 0 is for all others. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Fills in the rows of a word; `out` holds `ROWS_PER_WORD` numbers from `at` on. */
export function fillWordRows(word: string, vocabulary: Vocabulary, out: Int32Array, at: number): void {
  const { lower, suffixes, prefixes, shape, flags } = wordForm(word);
  const first = vocabulary.size + 1;
  const hashed = (value: number, template: number) =>
    first + ((Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b) >>> 0) % HASHED_ROWS);
  out[at] = vocabulary.get(lower) ?? 0;
  out[at + 1] = hashed(prefixes[0], 101);
  out[at + 2] = hashed(prefixes[1], 102);
  out[at + 3] = hashed(prefixes[2], 103);
  out[at + 4] = hashed(suffixes[0], 104);
  out[at + 5] = hashed(suffixes[1], 105);
  out[at + 6] = hashed(suffixes[2], 106);
  out[at + 7] = hashed(shape, 107);
  out[at + 8] = hashed(hashText(String(flags), 11), 108);
}
