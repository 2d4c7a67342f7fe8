import type { Document } from '../../document/document.js';
import { rangeAt } from '../../document/span.js';
import type { Words } from '../../registry/codebook/codebook.js';

/**
 * The words that a token may stand for in the codebook, the narrowest first: its lemma, and before it, where hyphens
 * tie it to what stands before, the whole: "cease-fire" and "fire".
 */
export function wordsAt(doc: Document, token: number): readonly string[] {
  const lemma = wordAt(doc, token);
  const hyphen = doc.tokens[token - 1];
  const first = doc.tokens[token - 2];
  const isTied =
    hyphen?.text === '-' && first?.end === hyphen.start && hyphen.end === doc.tokens[token]!.start;
  return isTied ? [`${doc.lemmas[token - 2]!.toLowerCase()}-${lemma}`, lemma] : [lemma];
}

/** A token's lemma in lower case; none where it is part of somebody's name: "Bill Clinton" is no bill, "Rice" no crop. */
export function wordAt(doc: Document, token: number): string {
  const isName = doc.upos[token] === 'PROPN' && rangeAt(doc.names, token)?.type === 'person';
  return isName ? '' : doc.lemmas[token]!.toLowerCase();
}

/** Whether a token is one of these words; "hunger strike" is "hunger-strike" too. */
export function isAmong(words: Words, doc: Document, token: number): boolean {
  if (wordsAt(doc, token).some((word) => words.has(word))) return true;
  const isCompound = doc.tree.relations[token - 1] === 'compound' && doc.tree.heads[token - 1] === token;
  if (!isCompound) return false;
  const [first, last] = [token - 1, token].map((one) => doc.lemmas[one]!.toLowerCase());
  return words.has(`${first}-${last}`);
}
