import type { Parsed } from '../../document/document.js';

/** Nouns for what somebody has said of one. */
const CLAIMS = new Set(
  `account accusation allegation argument assertion charge claim complaint conclusion contention criticism finding idea
  insinuation involvement narrative notion premise report responsibility rumor rumour story suggestion theory view
  characterisation characterization hypothesis`.split(/\s+/),
);

/** Whether a word stands for what somebody has said: "the accusation", "its involvement". */
export function isClaim(doc: Parsed, token: number): boolean {
  return CLAIMS.has(doc.lemmas[token]!.toLowerCase());
}

/** Whether it takes such a word up again: "denied it". */
export function isTakenUp(doc: Parsed, token: number): boolean {
  return /^(?:it|this|that|them)$/i.test(doc.tokens[token]!.text);
}
