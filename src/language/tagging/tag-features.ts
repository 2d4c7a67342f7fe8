import { hashFeature, hashText } from '../kernel/hash.js';
import { EDGES, type WordForm, wordForm } from './word-form.js';

/** What the tag dictionary says of a word: the tags that it was seen with. */
export interface TagEntry {
  /** The tag of a word that has but one, else -1. */
  readonly only: number;
  /** The tags to choose from, where the word was seen often enough to know them all; else null. */
  readonly choices: readonly number[] | null;
  /** A number for the set of tags that the word commonly has; words with the same set share it. */
  readonly ambiguity: number;
}

export type TagDictionary = ReadonlyMap<string, TagEntry>;

/** One word and what is known of it, laid out for the templates. */
export interface Slot {
  readonly form: WordForm;
  readonly entry: TagEntry | undefined;
  readonly ambiguity: number;
}

/** How many features a word has. */
export const FEATURES = 36;

/** A sentence's words with two edges on either side, so that templates need not look whether a neighbour is there. */
export function slotsOf(words: readonly string[], dictionary: TagDictionary): Slot[] {
  return [EDGES[0], EDGES[1], ...words, EDGES[2], EDGES[3]].map((word) => slotOf(word, dictionary));
}

function slotOf(word: string, dictionary: TagDictionary): Slot {
  const form = wordForm(word);
  const ambiguity = dictionary.get(`~${form.lower}`)?.ambiguity ?? hashText(form.lower.slice(-2), 99);
  return { form, entry: dictionary.get(word), ambiguity };
}

/**
 * Fills in the features of the word at `at`, the two tags before it known.
 *
 * **Shape** `slots` as made by `slotsOf`, `at` counting the sentence's own words; `out` holds `FEATURES` buckets,
 * each below two to the power of `bits`.
 */
export function fillFeatures(
  slots: readonly Slot[],
  at: number,
  before: number,
  earlier: number,
  bits: number,
  out: Int32Array,
): void {
  const { form: w, ambiguity } = slots[at + 2]!;
  const { form: p } = slots[at + 1]!;
  const { form: pp, ambiguity: earlierAmbiguity } = slots[at]!;
  const { form: n, ambiguity: nextAmbiguity } = slots[at + 3]!;
  const { form: nn, ambiguity: laterAmbiguity } = slots[at + 4]!;
  const shift = 32 - bits;
  let size = 0;
  const add = (a: number, b: number) => {
    out[size] = hashFeature(size + 1, a, b) >>> shift;
    size += 1;
  };
  add(w.full, 0);
  add(w.folded, 0);
  add(w.suffixes[0], w.flags);
  add(w.suffixes[1], 0);
  add(w.suffixes[2], 0);
  add(w.suffixes[3], 0);
  add(w.prefixes[0], 0);
  add(w.prefixes[1], 0);
  add(w.prefixes[2], 0);
  add(w.shape, 0);
  add(p.folded, 0);
  add(pp.folded, 0);
  add(n.folded, 0);
  add(nn.folded, 0);
  add(before, 0);
  add(earlier, 0);
  add(before, earlier);
  add(before, w.folded);
  add(p.folded, w.folded);
  add(w.folded, n.folded);
  add(p.suffixes[2], 0);
  add(n.suffixes[2], 0);
  add(nextAmbiguity, before);
  add(nextAmbiguity, w.suffixes[2]);
  add(nextAmbiguity, laterAmbiguity);
  add(ambiguity, before);
  add(ambiguity, nextAmbiguity);
  add(n.shape, w.shape);
  add(p.folded, n.folded);
  add(ambiguity, earlierAmbiguity);
  add(w.suffixes[1], before);
  add(w.flags, at === 0 ? 1 : 0);
  add(ambiguity, n.folded);
  add(ambiguity, p.folded);
  add(w.shape, before);
  add(nextAmbiguity, 0);
}
