import type { Document } from '../../document/document.js';
import { TURN } from '../../language/references/find-turns.js';

/**
 * Whether an event is only talked of: asked about, or told in the turns of an interview. A report vouches for what an
 * interview says no more than for what is asked there, and most of it is talk of oneself.
 *
 * **Shape** `turns` are those of `findTurns`, one a paragraph; null where the report is no interview.
 */
export function isTalk(doc: Document, head: number, turns: Uint8Array | null): boolean {
  const { paragraph, kind } = doc.sentences[doc.tokens[head]!.sentence]!;
  const isSpoken = turns !== null && kind !== 'headline' && turns[paragraph] !== TURN.telling;
  return isSpoken || isAsked(doc, head);
}

/** "Will Chile attack Peru?": where the question stands in a quote, only what is quoted is asked. */
function isAsked(doc: Document, head: number): boolean {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const quote = doc.quotes.find(({ from, to }) => from <= head && head < to);
  for (let token = Math.min(sentence.to, quote?.to ?? sentence.to) - 1; token > head; token--) {
    const word = doc.tokens[token]!.text;
    if (/^["”’')\]]+$/.test(word)) continue;
    const isInside = quote !== undefined || !doc.quotes.some(({ from, to }) => from <= token && token < to);
    return word === '?' && isInside;
  }
  return false;
}
