import type { Parsed } from '../../document/document.js';
import { LONGEST_KEPT, wordForm } from '../tagging/word-form.js';
import { NAME_WORD_KINDS, type NameWords } from './name-words.js';

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

/** Kinds that are mixed with what else is known of a word: those of lists that were made for this. */
const SORTS = 2 ** NAME_WORD_KINDS.indexOf('surname') - 1;

export const MOST_FEATURES = 96;

/** Facts about a word that do not depend on where it stands. */
interface WordFacts {
  readonly word: number;
  readonly lower: number;
  readonly shape: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly ending: number;
  /** The lists that it stands in, and those of them that are short and sure. */
  readonly kinds: number;
  readonly sorts: number;
}

/** Words whose facts are remembered at once. */
export const MOST_FACTS = 40_000;
const FNV = 16_777_619;
const NOTHING: WordFacts = {
  word: 1,
  lower: 1,
  shape: 1,
  prefix: 1,
  suffix: 1,
  ending: 1,
  kinds: 0,
  sorts: 0,
};

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
      let hash = Math.imul(template + 0x9e3779b1, FNV) ^ a;
      hash = Math.imul(hash, FNV) ^ b;
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      into[size++] = (hash ^ (hash >>> 16)) >>> 0;
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

function factsOf(text: string, words: NameWords, cache: Map<string, WordFacts>): WordFacts {
  let facts = cache.get(text);
  if (facts === undefined) {
    const lower = text.toLowerCase();
    const kinds = words.kindsOf(text) || (isShout(text) ? words.kindsOf(capitalised(lower)) : 0);
    facts = {
      word: hashOf(text),
      lower: hashOf(lower.replace(/\d/g, '0')),
      shape: hashOf(shapeOf(text)),
      prefix: hashOf(lower.slice(0, 4)),
      suffix: hashOf(lower.slice(-4)),
      ending: hashOf(lower.slice(-2)),
      kinds,
      sorts: kinds & SORTS,
    };
    if (text.length > LONGEST_KEPT) return facts;
    if (cache.size >= MOST_FACTS) cache.clear();
    // The form's own word, for a piece of the report would keep the whole of it.
    cache.set(wordForm(text).word, facts);
  }
  return facts;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV);
  return hash >>> 0;
}

/** "Xx", "X.X.", "xx", "00": runs of one kind of letter are cut to two. */
function shapeOf(text: string): string {
  let shape = '';
  for (const letter of text.slice(0, 20)) {
    const kind = /\p{Lu}/u.test(letter)
      ? 'X'
      : /\p{L}/u.test(letter)
        ? 'x'
        : /\d/.test(letter)
          ? '0'
          : letter;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}

function isLower(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 97 && first <= 122;
}

function isShout(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase();
}

function capitalised(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

export type { WordFacts };
