import type { Sentence, Sourced, Token, Tokenised } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { findLayout } from './find-layout.js';
import { findQuotes } from './find-quotes.js';
import { findTokens, type TokenOffsets } from './find-tokens.js';
import { splitSentences } from './split-sentences.js';
import { wordLists } from './word-lists.js';

/** Cuts a report into tokens, sentences and quotes. */
export const tokenise: Stage<Sourced, Tokenised> = {
  name: 'tokenise',
  reads: ['report'],
  adds: ['tokens', 'sentences', 'quotes'],
  run: (doc) => {
    const { text, title } = doc.report;
    const lists = wordLists();
    const offsets = findTokens(text, lists);
    const sentences = splitSentences(text, offsets, findLayout(text, title), lists);
    const tokens = makeTokens(text, offsets, sentences);
    return { ...doc, tokens, sentences, quotes: findQuotes(tokens, sentences) };
  },
};

function makeTokens(text: string, { starts, ends }: TokenOffsets, sentences: readonly Sentence[]): Token[] {
  const tokens: Token[] = [];
  for (const { index: sentence, from, to } of sentences) {
    for (let index = from; index < to; index++) {
      const start = starts[index]!;
      const end = ends[index]!;
      tokens.push({ index, start, end, text: text.slice(start, end), sentence });
    }
  }
  return tokens;
}
