import { readFileSync } from 'node:fs';
import { packagePath } from '../../src/package-root.js';
import type { Sentence } from './treebank.js';

/** A word seen so often in the treebanks is known by the network. */
const OFTEN = 5;
/** A word with a capital, seen so often, has no tag that it had but by chance: "US" is not "us". */
const CAPITAL_OFTEN = 12;

/**
 * The numbers of the tags that some words may have: words with a capital that the treebanks have often, in their own
 * case; and past forms of irregular verbs that the treebanks have seldom, from our own list. A participle cannot be
 * told from a past by its form, but for those that end in "-n".
 */
export function learnTagDictionary(
  withTrees: readonly Sentence[],
  tags: readonly string[],
): [string, number[]][] {
  const seen = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { words, tags: own } of withTrees) {
    words.forEach((word, at) => {
      const ofWord = seen.get(word) ?? new Map<string, number>();
      seen.set(word, ofWord.set(own[at]!, (ofWord.get(own[at]!) ?? 0) + 1));
      counts.set(word, (counts.get(word) ?? 0) + 1);
    });
  }
  const capitals = [...seen]
    .filter(([word]) => /^[A-Z]/.test(word) && counts.get(word)! >= CAPITAL_OFTEN)
    .map(([word, ofWord]): [string, number[]] => {
      const least = Math.max(1, counts.get(word)! * 0.02);
      return [word, [...ofWord].filter(([, count]) => count > least).map(([tag]) => tags.indexOf(tag))];
    });
  return [...capitals, ...irregularPasts(counts, tags)];
}

function irregularPasts(counts: ReadonlyMap<string, number>, tags: readonly string[]): [string, number[]][] {
  const rows = readFileSync(packagePath('data', 'language', 'lemma-exceptions.csv'), 'utf8').split('\n');
  return rows
    .map((row) => row.split(','))
    .filter(([form, kind]) => kind === 'verb' && /^[a-z]+$/.test(form!) && !/(?:s|ing)$/.test(form!))
    .filter(([form]) => (counts.get(form!) ?? 0) < OFTEN)
    .map(([form]) => {
      const choices = form!.endsWith('n') ? ['VERB|VBN'] : ['VERB|VBD', 'VERB|VBN'];
      return [form!, choices.map((tag) => tags.indexOf(tag)).filter((tag) => tag >= 0)];
    });
}
