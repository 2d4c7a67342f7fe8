import type { Parsed, Sentence, Token, Upos } from '../src/document/document.js';
import { makeTree } from '../src/document/tree.js';
import { findQuotes } from '../src/language/text/find-quotes.js';
import { reportOf } from './report-of.js';

/** Universal tags by the first letters of Penn's. */
const UPOS: readonly (readonly [string, Upos])[] = [
  ['NNP', 'PROPN'],
  ['NN', 'NOUN'],
  ['VB', 'VERB'],
  ['MD', 'AUX'],
  ['JJ', 'ADJ'],
  ['RB', 'ADV'],
  ['PRP', 'PRON'],
  ['WP', 'PRON'],
  ['WDT', 'PRON'],
  ['DT', 'DET'],
  ['IN', 'ADP'],
  ['TO', 'PART'],
  ['POS', 'PART'],
  ['CC', 'CCONJ'],
  ['CD', 'NUM'],
];

const LEMMAS: Readonly<Record<string, string>> = {
  said: 'say',
  was: 'be',
  is: 'be',
  had: 'have',
  has: 'have',
  told: 'tell',
};

/**
 * A document from `word/TAG/relation/head` items with Penn's tags, one sentence a line; heads count from 1 within
 * the sentence, 0 for its root. A blank line begins a paragraph. Words are joined by blanks.
 */
export function treeOf(notation: string, published: string | null = null): Parsed {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const heads: number[] = [];
  const xpos: string[] = [];
  const relations: string[] = [];
  let text = '';
  let paragraph = 0;
  for (const line of notation.trim().split('\n')) {
    if (line.trim() === '') {
      paragraph++;
      continue;
    }
    const from = tokens.length;
    const index = sentences.length;
    for (const item of line.trim().split(/\s+/)) {
      const [word, tag, relation, head] = item.split('/') as [string, string, string, string];
      if (text !== '') text += ' ';
      tokens.push({
        index: tokens.length,
        text: word,
        start: text.length,
        end: text.length + word.length,
        sentence: index,
      });
      text += word;
      heads.push(head === '0' ? -1 : from + Number(head) - 1);
      xpos.push(tag);
      relations.push(relation);
    }
    const range = { from, to: tokens.length, start: tokens[from]!.start, end: text.length };
    sentences.push({ ...range, index, paragraph, kind: 'body' });
  }
  const upos = xpos.map((tag, at): Upos => {
    if (relations[at]!.startsWith('aux') || relations[at] === 'cop') return 'AUX';
    return UPOS.find(([start]) => tag.startsWith(start))?.[1] ?? 'PUNCT';
  });
  const lemmas = tokens.map(({ text: word }, at) => {
    const lower = word.toLowerCase();
    if (upos[at] === 'PROPN') return word;
    return LEMMAS[lower] ?? (xpos[at] === 'NNS' ? lower.replace(/ies$/, 'y').replace(/s$/, '') : lower);
  });
  return {
    report: { ...reportOf(text), published, publishedBasis: published === null ? null : 'given' },
    tokens,
    sentences,
    quotes: findQuotes(tokens, sentences),
    upos,
    xpos,
    lemmas,
    tree: makeTree(Int32Array.from(heads), relations),
  };
}
