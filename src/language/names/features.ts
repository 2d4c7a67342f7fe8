import type { Parsed } from '../../document/document.js';
import type { NameWords } from './name-words.js';
import { factsOf, hashOf, mixed, NOTHING, type WordFacts } from './word-facts.js';

/**
 * What a token looks like from inside a name and from around it, as hashes.
 *
 * **Shape** `fill` writes the features of a token after the labels given into `into` and returns how many; labels
 * are those of `LABELS`, and `memory` is the type that the same word bore earlier in the report, 0 for none.
 */
export interface NameFeatures {
  fill(token: number, label: number, before: number, memory: Memory, into: Uint32Array): number;
}

/** Types that the words of the report were given so far, by the word: 1 and up, by their place in `TYPES`. */
export type Memory = ReadonlyMap<string, number>;

export const MOST_FEATURES = 96;

/** Makes the features of a document's tokens. `cache` is shared by documents, and emptied when it is full. */
export function nameFeatures(doc: Parsed, words: NameWords, cache: Map<string, WordFacts>): NameFeatures {
  const facts = doc.tokens.map((token) => factsOf(token.text, words, cache));
  const tags = doc.xpos.map(hashOf);
  const relations = doc.tree.relations.map(hashOf);
  const lemmas = doc.lemmas.map(hashOf);
  const cases = casesOf(doc);
  const lowered = new Set<string>();
  for (const token of doc.tokens) if (isLower(token.text)) lowered.add(token.text);

  const fill: NameFeatures['fill'] = (token, label, before, memory, into) => {
    const { sentence } = doc.tokens[token]!;
    const { from, to } = doc.sentences[sentence]!;
    const fact = (at: number) => (at >= from && at < to ? facts[at]! : NOTHING);
    const tag = (at: number) => (at >= from && at < to ? tags[at]! : 1);
    const own = facts[token]!;
    const last = fact(token - 1);
    const next = fact(token + 1);
    const after = fact(token + 2);
    const earlier = fact(token - 2);
    const text = doc.tokens[token]!.text;
    const lower = text.toLowerCase();
    const mine = memory.get(text) ?? 0;
    const place = (token === from ? 1 : 0) + (lowered.has(lower) ? 2 : 0);
    const state = label * 16 + before;
    let size = 0;
    const put = (template: number, a: number, b = 0, c = 0) => {
      into[size++] = mixed(template, a, b, c);
    };
    put(1, 0);
    put(2, own.word);
    put(3, own.lower, label);
    put(4, own.shape, place, tags[token]);
    put(5, own.prefix);
    put(6, own.suffix);
    put(7, own.ending, own.shape);
    put(8, tags[token]!, label);
    put(9, last.lower, own.shape);
    put(10, next.lower, own.shape);
    put(11, earlier.lower, last.lower);
    put(12, next.lower, after.lower);
    put(13, last.word, own.word);
    put(14, own.word, next.word);
    put(15, last.shape, own.shape, next.shape);
    put(16, tag(token - 1), tags[token]!, tag(token + 1));
    put(17, state);
    put(18, label, own.shape, next.shape);
    put(19, label, last.lower);
    put(20, own.sorts, label);
    put(21, last.sorts, label, own.sorts === 0 ? 0 : 1);
    put(22, next.sorts, label, own.sorts === 0 ? 0 : 1);
    put(23, own.sorts, next.sorts);
    put(24, last.sorts, own.sorts);
    put(25, after.sorts, next.sorts, label);
    put(26, mine, label);
    put(27, mine, own.shape, next.shape);
    put(28, memory.get(doc.tokens[token + 1]?.text ?? '') ?? 0, label, own.shape);
    put(29, next.suffix, label);
    put(30, after.lower, label);
    put(31, earlier.lower, label);
    put(32, place, own.sorts, label);
    put(33, tag(token + 1), tag(token + 2), label);
    put(34, tag(token - 2), tag(token - 1), label);
    put(35, last.suffix, label);
    put(36, own.suffix, next.suffix);
    put(37, own.prefix, label, last.sorts);
    put(38, own.lower, next.shape, last.shape);
    const top = topOf(doc, token, from, to);
    const over = doc.tree.heads[top]!;
    put(42, relations[top]!, own.shape);
    put(43, relations[top]!, over < 0 ? 0 : lemmas[over]!, own.shape);
    put(44, relations[top]!, cases[top]!, label);
    put(45, cases[top]!, own.shape, own.sorts);
    for (let bit = 0; own.kinds >> bit !== 0; bit++) if ((own.kinds >> bit) & 1) put(39, bit, label);
    for (let bit = 0; next.kinds >> bit !== 0; bit++) if ((next.kinds >> bit) & 1) put(40, bit, label);
    for (let bit = 0; last.kinds >> bit !== 0; bit++) if ((last.kinds >> bit) & 1) put(41, bit, label);
    return size;
  };
  return { fill };
}

/** The word over a name that a token is part of, as the tree has it. */
function topOf({ tree }: Parsed, token: number, from: number, to: number): number {
  let top = token;
  for (let steps = 0; steps < 8; steps++) {
    const head = tree.heads[top]!;
    if (head < from || head >= to || !/^(?:compound|flat|nmod:desc|amod)/.test(tree.relations[top]!)) break;
    top = head;
  }
  return top;
}

/** The preposition before each phrase, by its head. */
function casesOf({ tree, tokens }: Parsed): Uint32Array {
  const cases = new Uint32Array(tokens.length);
  for (const [token, relation] of tree.relations.entries()) {
    if (relation === 'case') cases[tree.heads[token]!] = hashOf(tokens[token]!.text.toLowerCase());
  }
  return cases;
}

function isLower(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 97 && first <= 122;
}
