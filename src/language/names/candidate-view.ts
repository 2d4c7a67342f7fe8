import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { NameWords } from './name-words.js';
import { factsOf, hashOf, NOTHING, type WordFacts } from './word-facts.js';

/** Takes a feature: its template and up to three values. */
export type Put = (template: number, a: number, b?: number, c?: number) => void;

/** What is known of a report's words before any candidate is looked at. */
export interface WordLayer {
  readonly doc: Parsed;
  readonly words: NameWords;
  readonly facts: readonly WordFacts[];
  /** Penn tags and relations as hashes. */
  readonly tags: readonly number[];
  readonly relations: readonly number[];
  readonly isProper: Uint8Array;
  readonly isCapital: Uint8Array;
  /** Words that the report also writes small. */
  readonly lowered: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  /** How much of each sentence is capitalised, from 0 to 3. */
  readonly capitals: readonly number[];
  /** The first preposition before each phrase, by its head, as a hash. */
  readonly cases: Uint32Array;
}

export function wordLayer(doc: Parsed, words: NameWords, cache: Map<string, WordFacts>): WordLayer {
  const { tokens, upos, xpos, tree } = doc;
  const lowered = new Set<string>();
  const counts = new Map<string, number>();
  for (const { text } of tokens) {
    if (/^\p{Ll}/u.test(text)) lowered.add(text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isCapital = Uint8Array.from(tokens, ({ text }) => (/^\p{Lu}/u.test(text) ? 1 : 0));
  const cases = new Uint32Array(tokens.length).fill(NO_CASE);
  for (const [token, relation] of tree.relations.entries()) {
    const head = tree.heads[token]!;
    if (relation === 'case' && cases[head] === NO_CASE)
      cases[head] = hashOf(tokens[token]!.text.toLowerCase());
  }
  return {
    doc,
    words,
    facts: tokens.map(({ text }) => factsOf(text, words, cache)),
    tags: xpos.map(hashOf),
    relations: tree.relations.map(hashOf),
    isProper: Uint8Array.from(tokens, (_, at) =>
      upos[at] === 'PROPN' || xpos[at]!.startsWith('NNP') ? 1 : 0,
    ),
    isCapital,
    lowered,
    counts,
    capitals: doc.sentences.map(({ from, to }) => shareOfCapitals(doc, isCapital, from, to)),
    cases,
  };
}

const NO_CASE = hashOf('');

function shareOfCapitals({ tokens }: Parsed, isCapital: Uint8Array, from: number, to: number): number {
  let [capitals, all] = [0, 0];
  for (let at = from; at < to; at++) {
    if (!/\p{L}{2}/u.test(tokens[at]!.text)) continue;
    all++;
    capitals += isCapital[at]!;
  }
  return all > 1 ? Math.round((capitals / all) * 3) : 0;
}

/** A candidate as all evidence sees it: its sentence, its head, and how it could go on at both ends. */
export interface CandidateView extends TokenRange {
  readonly sentenceFrom: number;
  readonly sentenceTo: number;
  /** Its first word that hangs on nothing within it, and how many do. */
  readonly head: number;
  readonly roots: number;
  readonly isSingle: 0 | 1;
  readonly length: number;
  /** Whether the next word outside is a proper noun (1), only capitalised (2), or neither. */
  readonly left: 0 | 1 | 2;
  readonly right: 0 | 1 | 2;
  /** Whether a small word joins it to another proper noun. */
  readonly leftJoint: 0 | 1;
  readonly rightJoint: 0 | 1;
  /** All four in one. */
  readonly edge: number;
  /** Whether no capitalised word stands right before or after it. */
  readonly isWhole: 0 | 1;
}

const JOINING = /^(?:of|for|the|and|&|de|['’]s|-|–)$/;

export function viewOf({ doc, isProper, isCapital }: WordLayer, { from, to }: TokenRange): CandidateView {
  const { from: first, to: end } = doc.sentences[doc.tokens[from]!.sentence]!;
  const { heads } = doc.tree;
  let head = -1;
  let roots = 0;
  for (let at = from; at < to; at++) {
    const over = heads[at]!;
    if (over >= from && over < to) continue;
    if (head < 0) head = at;
    const upos = doc.upos[at];
    if (upos !== 'ADP' && upos !== 'DET' && upos !== 'PUNCT') roots++;
  }
  const side = (at: number) => (at < first || at >= end ? 0 : isProper[at] ? 1 : isCapital[at] ? 2 : 0);
  const joins = (at: number, step: -1 | 1) => {
    const [next, second] = [at + step, at + step * 2];
    if (at < first || at >= end || next < first || next >= end || !JOINING.test(doc.tokens[at]!.text))
      return 0;
    if (isProper[next]) return 1;
    const article = step < 0 ? at : next;
    const reaches = second >= first && second < end && isProper[second] === 1;
    return doc.tokens[article]!.text === 'the' && reaches ? 1 : 0;
  };
  const left = side(from - 1);
  const right = side(to);
  const leftJoint = left === 0 ? joins(from - 1, -1) : 0;
  const rightJoint = right === 0 ? joins(to, 1) : 0;
  return {
    from,
    to,
    sentenceFrom: first,
    sentenceTo: end,
    head: head < 0 ? from : head,
    roots: Math.min(roots, 3),
    isSingle: to - from === 1 ? 1 : 0,
    length: Math.min(to - from, 5),
    left,
    right,
    leftJoint,
    rightJoint,
    edge: left * 12 + leftJoint * 6 + right * 2 + rightJoint,
    isWhole: left === 0 && right === 0 ? 1 : 0,
  };
}

export function factAt({ facts }: WordLayer, view: CandidateView, at: number): WordFacts {
  return at >= view.sentenceFrom && at < view.sentenceTo ? facts[at]! : NOTHING;
}

export function tagAt({ tags }: WordLayer, view: CandidateView, at: number): number {
  return at >= view.sentenceFrom && at < view.sentenceTo ? tags[at]! : 1;
}

/** Calls `use` with each list that a word stands in. */
export function eachKind(kinds: number, use: (kind: number) => void): void {
  for (let bit = 0; kinds >> bit !== 0; bit++) if ((kinds >> bit) & 1) use(bit);
}
