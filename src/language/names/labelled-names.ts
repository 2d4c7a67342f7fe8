import type { Parsed } from '../../document/document.js';
import { nameFeatures } from './features.js';
import { labelTokens, type Score, TYPES, typeOf } from './label-names.js';
import type { NameWords } from './name-words.js';
import { type RoughName, repairNames } from './repair-names.js';
import type { WordFacts } from './word-facts.js';

/** What labelling needs of a model of names. */
export interface Labeller {
  readonly score: Score;
  readonly words: NameWords;
  readonly cache: Map<string, WordFacts>;
}

/** The names that the labels of a document's tokens make, mended, in text order. They never overlap. */
export function labelledNames(doc: Parsed, { score, words, cache }: Labeller): RoughName[] {
  const labels = labelTokens(doc, nameFeatures(doc, words, cache), score);
  const rough: RoughName[] = [];
  for (let from = 0; from < labels.length; from++) {
    const label = labels[from]!;
    if (label % 2 !== 1) continue;
    let to = from + 1;
    while (to < labels.length && labels[to] === label + 1 && sameSentence(doc, from, to)) to++;
    rough.push({ from, to, type: TYPES[typeOf(label)]! });
    from = to - 1;
  }
  return repairNames(doc, rough, words);
}

function sameSentence(doc: Parsed, a: number, b: number): boolean {
  return doc.tokens[a]!.sentence === doc.tokens[b]!.sentence;
}
