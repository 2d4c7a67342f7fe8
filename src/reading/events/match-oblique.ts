import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { ClauseCondition, ObliqueCondition } from '../../registry/codebook/codebook.js';
import { isPreposition, prepositionOf } from './noun-phrases.js';
import type { Arguments } from './own-arguments.js';
import { isAmong } from './words-at.js';

/** The noun that meets a frame's condition on a preposition: under the verb, or under one of the nouns given. */
export function matchOblique(
  doc: Document,
  nouns: readonly number[],
  args: Arguments | undefined,
  { preposition, words }: ObliqueCondition,
): number | undefined {
  const fits = (head: number) => words === null || isAmong(words, doc, head);
  const own = args?.obliques.find((one) => isPreposition(one.preposition, preposition) && fits(one.head));
  if (own !== undefined) return own.head;
  for (const noun of nouns) {
    const found = childrenBy(doc, noun, 'nmod', 'obl').find(
      (child) => isPreposition(prepositionOf(doc, child), preposition) && fits(child),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether one of the clauses that depend on a word is the one that a frame asks for. */
export function hasClause(doc: Document, { clauses }: Arguments, { kind, words }: ClauseCondition): boolean {
  return clauses.some(
    (clause) => clause.kind === kind && (words === null || isAmong(words, doc, clause.head)),
  );
}
