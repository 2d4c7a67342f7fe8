import type { Quote, Sentence, Token } from '../../document/document.js';

/** Finds the stretches between quotation marks. */
export function findQuotes(_tokens: readonly Token[], _sentences: readonly Sentence[]): Quote[] {
  return [];
}
