import { describe, expect, it } from 'vitest';
import { type FirstTagger, firstTags } from './first-tags.js';
import { FEATURES, fillFeatures, slotsOf, type TagEntry } from './tag-features.js';
import { packTagger, unpackTagger } from './tagger-file.js';

const BITS = 10;

/** Knows "the" by heart, chooses between noun and verb for "vote", and calls all else a noun. */
function small(): FirstTagger {
  const dictionary = new Map<string, TagEntry>([
    ['the', { only: 2, choices: null, ambiguity: 0 }],
    ['vote', { only: -1, choices: [0, 1], ambiguity: 0 }],
  ]);
  const features = new Int32Array(FEATURES);
  const weights = new Map<number, [tag: number, weight: number]>();
  // What "vote" looks like after no word at all speaks for a verb, what it looks like after "the" for a noun.
  fillFeatures(slotsOf(['the', 'vote'], dictionary), 1, 2, -1, BITS, features);
  for (const bucket of features) weights.set(bucket, [0, 1]);
  fillFeatures(slotsOf(['vote'], dictionary), 0, -1, -1, BITS, features);
  for (const bucket of features) if (!weights.has(bucket)) weights.set(bucket, [1, 2]);
  const buckets = [...weights.keys()].sort((a, b) => a - b);
  const starts = new Uint32Array((1 << BITS) + 1);
  for (let bucket = 0; bucket < 1 << BITS; bucket++) {
    starts[bucket + 1] = starts[bucket]! + (weights.has(bucket) ? 1 : 0);
  }
  return {
    tags: ['NOUN|NN', 'VERB|VB', 'DET|DT'],
    dictionary,
    bits: BITS,
    starts,
    tagIds: Uint8Array.from(buckets, (bucket) => weights.get(bucket)![0]),
    weights: Int16Array.from(buckets, (bucket) => weights.get(bucket)![1]),
  };
}

describe('the quick tagger', () => {
  it('goes by its list, by its weights, and by what it has tagged before', () => {
    expect([...firstTags(['the', 'vote'], small())]).toEqual([2, 0]);
    expect([...firstTags(['vote', 'the'], small())]).toEqual([1, 2]);
    expect([...firstTags([], small())]).toEqual([]);
  });

  it('is the same after being packed and unpacked', () => {
    expect(unpackTagger(packTagger(small()), 'a file')).toEqual(small());
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['cut short', packTagger(small()).slice(0, -2)],
    ['something else', new TextEncoder().encode('word,tag\n')],
  ])('is refused, by name, where its file is %s', (_, file) => {
    expect(() => unpackTagger(file, 'models/x.bin')).toThrowError(/models\/x\.bin/);
  });
});
