import { hashText } from '../../src/language/kernel/hash.js';
import { type FirstTagger, firstTags } from '../../src/language/tagging/first-tags.js';
import {
  FEATURES,
  fillFeatures,
  slotsOf,
  type TagDictionary,
  type TagEntry,
} from '../../src/language/tagging/tag-features.js';
import { wordForm } from '../../src/language/tagging/word-form.js';
import { random, type Sentence, shuffled } from './treebank.js';

/** Penn tags of words, with their counts, from a larger text than the treebanks. */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;

const BITS = 18;
const ROUNDS = 8;

/** Learns the quick tagger: an averaged perceptron, sentences in a new order each round. */
export function learnTags(
  sentences: readonly Sentence[],
  tags: readonly string[],
  lexicon: Lexicon,
): FirstTagger {
  const ids = new Map(tags.map((tag, index) => [tag, index]));
  const dictionary = learnDictionary(sentences, ids, lexicon);
  const count = tags.length;
  const weights = new Float32Array((1 << BITS) * count);
  const totals = new Float32Array(weights.length);
  const features = new Int32Array(FEATURES);
  const scores = new Float32Array(count);
  const every = tags.map((_, index) => index);
  const next = random(1);
  let step = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (const sentence of shuffled(sentences, next)) {
      const slots = slotsOf(sentence.words, dictionary);
      let before = -1;
      let earlier = -1;
      for (let at = 0; at < sentence.words.length; at++) {
        const entry = slots[at + 2]!.entry;
        let tag = entry?.only ?? -1;
        if (tag < 0) {
          fillFeatures(slots, at, before, earlier, BITS, features);
          tag = bestOf(features, weights, count, entry?.choices ?? every, scores);
          const gold = ids.get(sentence.tags[at]!)!;
          step += 1;
          if (tag !== gold) {
            for (let one = 0; one < FEATURES; one++) {
              const row = features[one]! * count;
              weights[row + gold]! += 1;
              totals[row + gold]! += step;
              weights[row + tag]! -= 1;
              totals[row + tag]! -= step;
            }
          }
        }
        earlier = before;
        before = tag;
      }
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! -= totals[at]! / step;
  return sparse(weights, tags, dictionary);
}

/** Tags for every sentence by taggers that have not seen it, as the encoder will meet them. */
export function jackknife(
  sentences: readonly Sentence[],
  tags: readonly string[],
  lexicon: Lexicon,
  folds: number,
): Int32Array[] {
  const found: Int32Array[] = new Array(sentences.length);
  const foldOf = (index: number) => Math.floor(index / 50) % folds;
  for (let fold = 0; fold < folds; fold++) {
    const tagger = learnTags(
      sentences.filter((_, index) => foldOf(index) !== fold),
      tags,
      lexicon,
    );
    sentences.forEach((sentence, index) => {
      if (foldOf(index) === fold) found[index] = firstTags(sentence.words, tagger);
    });
  }
  return found;
}

function bestOf(
  features: Int32Array,
  weights: Float32Array,
  count: number,
  choices: readonly number[],
  scores: Float32Array,
): number {
  for (const tag of choices) scores[tag] = 0;
  for (let one = 0; one < FEATURES; one++) {
    const row = features[one]! * count;
    for (const tag of choices) scores[tag]! += weights[row + tag]!;
  }
  let best = choices[0]!;
  for (const tag of choices) if (scores[tag]! > scores[best]!) best = tag;
  return best;
}

/** Keeps the weights that matter, as whole numbers: their sums are then exact, whatever the machine. */
function sparse(weights: Float32Array, tags: readonly string[], dictionary: TagDictionary): FirstTagger {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.min(256, 32_767 / largest);
  const starts = new Uint32Array((1 << BITS) + 1);
  const tagIds: number[] = [];
  const kept: number[] = [];
  for (let bucket = 0; bucket < 1 << BITS; bucket++) {
    for (let tag = 0; tag < tags.length; tag++) {
      const weight = Math.round(weights[bucket * tags.length + tag]! * scale);
      if (Math.abs(weight) < 3) continue;
      tagIds.push(tag);
      kept.push(weight);
    }
    starts[bucket + 1] = kept.length;
  }
  return {
    tags,
    dictionary,
    bits: BITS,
    starts,
    tagIds: Uint8Array.from(tagIds),
    weights: Int16Array.from(kept),
  };
}

/**
 * What tags words were seen with. A word seen often with one tag needs no deciding; one seen often is given no tag
 * that it never had. Words in lower case, marked "~", tell only which set of tags they commonly have.
 */
function learnDictionary(
  sentences: readonly Sentence[],
  ids: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): TagDictionary {
  const counts = new Map<string, Map<number, number>>();
  const add = (word: string, tag: number) => {
    const tags = counts.get(word) ?? new Map<number, number>();
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    counts.set(word, tags);
  };
  for (const { words, tags } of sentences) {
    words.forEach((word, at) => {
      const tag = ids.get(tags[at]!)!;
      add(word, tag);
      add(`~${wordForm(word).lower}`, tag);
    });
  }
  const dictionary = new Map<string, TagEntry>();
  for (const [word, tags] of counts) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    if (word.startsWith('~')) {
      if (total < 2) continue;
      const common = [...tags].filter(([, count]) => count >= total * 0.08).map(([tag]) => tag);
      const ambiguity = hashText(common.sort((a, b) => a - b).join(), 77);
      dictionary.set(word, { only: -1, choices: null, ambiguity });
      continue;
    }
    const [best, most] = [...tags].reduce((a, b) => (b[1] > a[1] ? b : a));
    const only = total >= 15 && most / total >= 0.995 ? best : -1;
    const seen = [...tags].filter(([, count]) => count >= Math.max(2, total * 0.0005)).map(([tag]) => tag);
    const choices = total >= 40 ? seen : null;
    if (only >= 0 || choices !== null) dictionary.set(word, { only, choices, ambiguity: 0 });
  }
  addUnseen(dictionary, counts, ids, lexicon);
  return dictionary;
}

/** Words that the treebanks lack, or have seldom, get the tags that they commonly have elsewhere, of open classes. */
function addUnseen(
  dictionary: Map<string, TagEntry>,
  seen: ReadonlyMap<string, ReadonlyMap<number, number>>,
  ids: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): void {
  for (const [word, tags] of lexicon) {
    if (dictionary.has(word)) continue;
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    const common = [...tags]
      .filter(([, count]) => count >= total * 0.15)
      .map(([tag]) => ids.get(OPEN[tag] ?? ''));
    if (total < 2 || common.includes(undefined)) continue;
    const choices = [
      ...new Set([...common.filter((tag) => tag !== undefined), ...(seen.get(word)?.keys() ?? [])]),
    ];
    dictionary.set(word, { only: choices.length === 1 ? choices[0]! : -1, choices, ambiguity: 0 });
  }
}

const OPEN: Readonly<Record<string, string>> = {
  JJ: 'ADJ|JJ',
  JJR: 'ADJ|JJR',
  JJS: 'ADJ|JJS',
  NN: 'NOUN|NN',
  NNS: 'NOUN|NNS',
  RB: 'ADV|RB',
  VB: 'VERB|VB',
  VBD: 'VERB|VBD',
  VBG: 'VERB|VBG',
  VBN: 'VERB|VBN',
  VBP: 'VERB|VBP',
  VBZ: 'VERB|VBZ',
};
