import { FEATURES, fillFeatures, type Slot, slotsOf, type TagDictionary } from './tag-features.js';

/**
 * The quick tagger: an averaged perceptron over hashed features, whose tags the encoder takes in and revises.
 *
 * **Shape** tags are pairs of Universal POS and Penn tag ("NOUN|NN"), numbered by `tags`. Weights are sparse: the
 * features that fall into bucket `b` have the tags and weights from `starts[b]` to `starts[b + 1]`.
 */
export interface FirstTagger {
  readonly tags: readonly string[];
  readonly dictionary: TagDictionary;
  readonly bits: number;
  readonly starts: Uint32Array;
  readonly tagIds: Uint8Array;
  readonly weights: Int16Array;
}

/**
 * Tags a sentence from left to right. Words whose tag is `forced` have it, and their neighbours see it.
 *
 * **Source** M. Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002; greedy, with a tag
 * dictionary as in many taggers since.
 */
export function firstTags(
  words: readonly string[],
  tagger: FirstTagger,
  forced?: ReadonlyMap<number, number>,
): Int32Array {
  const slots = slotsOf(words, tagger.dictionary);
  const features = new Int32Array(FEATURES);
  const scores = new Int32Array(tagger.tags.length);
  const tags = new Int32Array(words.length);
  let before = -1;
  let earlier = -1;
  for (let at = 0; at < words.length; at++) {
    const tag = forced?.get(at) ?? decide(slots, at, before, earlier, tagger, features, scores);
    tags[at] = tag;
    earlier = before;
    before = tag;
  }
  return tags;
}

function decide(
  slots: readonly Slot[],
  at: number,
  before: number,
  earlier: number,
  tagger: FirstTagger,
  features: Int32Array,
  scores: Int32Array,
): number {
  const entry = slots[at + 2]!.entry;
  if (entry !== undefined && entry.only >= 0) return entry.only;
  fillFeatures(slots, at, before, earlier, tagger.bits, features);
  const { starts, tagIds, weights } = tagger;
  scores.fill(0);
  for (let one = 0; one < FEATURES; one++) {
    const bucket = features[one]!;
    const end = starts[bucket + 1]!;
    for (let entryAt = starts[bucket]!; entryAt < end; entryAt++) {
      scores[tagIds[entryAt]!]! += weights[entryAt]!;
    }
  }
  return bestOf(scores, entry?.choices ?? null);
}

function bestOf(scores: Int32Array, choices: readonly number[] | null): number {
  let best = choices === null ? 0 : choices[0]!;
  if (choices === null) {
    for (let tag = 1; tag < scores.length; tag++) if (scores[tag]! > scores[best]!) best = tag;
  } else {
    for (const tag of choices) if (scores[tag]! > scores[best]!) best = tag;
  }
  return best;
}
