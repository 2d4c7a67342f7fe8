import type { Document } from '../../../document/document.js';
import { childrenBy } from '../../../document/tree.js';

/** The prepositions over a noun, in lower case. */
export function prepositionsOf(doc: Document, noun: number): string[] {
  return childrenBy(doc, noun, 'case').map((one) => doc.tokens[one]!.text.toLowerCase());
}
