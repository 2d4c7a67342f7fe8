import { LONGEST_KEPT, wordForm } from '../tagging/word-form.js';
import { NAME_WORD_KINDS, type NameWords } from './name-words.js';

/** Kinds that are mixed with what else is known of a word: those of lists that were made for this. */
const SORTS = 2 ** NAME_WORD_KINDS.indexOf('surname') - 1;

/** Facts about a word that do not depend on where it stands. */
export interface WordFacts {
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
/** What is known where there is no word. */
export const NOTHING: WordFacts = {
  word: 1,
  lower: 1,
  shape: 1,
  prefix: 1,
  suffix: 1,
  ending: 1,
  kinds: 0,
  sorts: 0,
};

/** What is known of a word. `cache` is shared by documents, and emptied when it is full. */
export function factsOf(text: string, words: NameWords, cache: Map<string, WordFacts>): WordFacts {
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

export function hashOf(text: string): number {
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

/** One number for a feature, of its template and up to three values. */
export function mixed(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 0x9e3779b1, FNV) ^ a;
  hash = Math.imul(hash, FNV) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isShout(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase();
}

function capitalised(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
