import type { Sentence, TrainingSentence } from './treebank.js';

/** A word seen more seldom tells nothing. */
const LEAST = 2;
/** What a word is seen as less often than so is taken for a mistake. */
const LEAST_SHARE = 0.05;

const BY_PENN: readonly (readonly [RegExp, string])[] = [
  [/^NNPS?$/, 'PROPN'],
  [/^NNS?$/, 'NOUN'],
  [/^VB/, 'VERB'],
  [/^JJ/, 'ADJ'],
  [/^RB/, 'ADV'],
];

/** By Universal POS, the words that treebanks and tagged texts commonly have as such, in order. */
export function findSeenWords(
  withTrees: readonly Sentence[],
  without: readonly TrainingSentence[],
): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const add = (word: string, kind: string) => {
    const ofWord = counts.get(word) ?? new Map<string, number>();
    counts.set(word, ofWord.set(kind, (ofWord.get(kind) ?? 0) + 1));
  };
  for (const { words, tags } of withTrees) {
    for (const [at, word] of words.entries()) add(word, tags[at]!.slice(0, tags[at]!.indexOf('|')));
  }
  for (const { words, penn } of without) {
    words.forEach((word, at) => {
      const kind = BY_PENN.find(([tag]) => tag.test(penn?.[at] ?? ''))?.[1];
      if (kind !== undefined) add(word, kind);
    });
  }
  const found = new Map<string, string[]>();
  for (const [word, ofWord] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...ofWord.values()].reduce((sum, count) => sum + count, 0);
    if (total < LEAST || !/\p{L}/u.test(word)) continue;
    for (const [kind, count] of ofWord) {
      if (count < LEAST_SHARE * total) continue;
      const others = found.get(kind);
      if (others === undefined) found.set(kind, [word]);
      else others.push(word);
    }
  }
  return Object.fromEntries(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, words]) => [kind, words.join(' ')]),
  );
}
