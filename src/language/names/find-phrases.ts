import type { Parsed, PhraseType } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Analysis } from '../parsing/parse-words.js';
import { PHRASE_LABELS, PHRASE_TYPES } from './phrase-labels.js';

export interface RoughPhrase extends TokenRange {
  readonly type: PhraseType;
}

/** Phrases that name or describe, by the network's labels: the likeliest way through each sentence (Viterbi). */
export function findPhrases(doc: Parsed, analyses: readonly Analysis[]): RoughPhrase[] {
  const found: RoughPhrase[] = [];
  for (const [index, { from, to }] of doc.sentences.entries()) {
    const labels = likeliestLabels(analyses[index]!.phraseScores, to - from);
    for (let at = 0; at < labels.length; at++) {
      const label = labels[at]!;
      if (label % 2 !== 1) continue;
      let end = at + 1;
      while (end < labels.length && labels[end] === label + 1) end++;
      const phrase = fitted(doc, { from: from + at, to: from + end }, to);
      if (phrase !== undefined) found.push({ ...phrase, type: PHRASE_TYPES[(label - 1) / 2]! });
      at = Math.max(end, (phrase?.to ?? 0) - from) - 1;
    }
  }
  return found;
}

/** What no phrase begins or ends with. */
const EDGE: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'PUNCT', 'SCONJ', 'AUX']);

/** A phrase as far as the tree says that it goes: to its noun, and without what hangs in the air at its ends. */
function fitted(doc: Parsed, { from, to }: TokenRange, end: number): TokenRange | undefined {
  let [first, last] = [from, to];
  while (last > first && (EDGE.has(doc.upos[last - 1]!) || doc.upos[last - 1] === 'DET')) last--;
  while (first < last && EDGE.has(doc.upos[first]!)) first++;
  if (first === last) return undefined;
  for (;;) {
    const head = doc.tree.heads[last - 1]!;
    const isInner = /^(?:amod|nummod|det|nmod:poss|flat)/.test(doc.tree.relations[last - 1]!);
    if (
      !isInner ||
      head < last ||
      head >= end ||
      head - last > 2 ||
      !/^(?:NOUN|PROPN)$/.test(doc.upos[head]!)
    )
      break;
    last = head + 1;
  }
  return { from: first, to: last };
}

const COUNT = PHRASE_LABELS.length;

/** Scores need not be normalised: what is added to all labels of a word changes nothing. */
function likeliestLabels(scores: Float32Array, size: number): Uint8Array {
  const before = new Uint8Array(size * COUNT);
  let sums = new Float64Array(COUNT).fill(Number.NEGATIVE_INFINITY);
  sums[0] = 0;
  for (let at = 0; at < size; at++) {
    const next = new Float64Array(COUNT);
    const best = largest(sums);
    for (let label = 0; label < COUNT; label++) {
      let source = best;
      // An inner word goes on from the first word of its own type, or from another inner one.
      if (label > 0 && label % 2 === 0) source = sums[label - 1]! > sums[label]! ? label - 1 : label;
      before[at * COUNT + label] = source;
      next[label] = sums[source]! + scores[at * COUNT + label]!;
    }
    sums = next;
  }
  const labels = new Uint8Array(size);
  let label = largest(sums);
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = label;
    label = before[at * COUNT + label]!;
  }
  return labels;
}

function largest(sums: Float64Array): number {
  let best = 0;
  for (let one = 1; one < sums.length; one++) if (sums[one]! > sums[best]!) best = one;
  return best;
}
