import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { makeTree } from '../../document/tree.js';
import { LONGEST_KEPT } from '../tagging/word-form.js';
import { tokenise } from '../text/tokenise.js';
import { nameFeatures } from './features.js';
import { nameWords } from './name-words.js';
import { MOST_FACTS } from './word-facts.js';

const WORDS = nameWords();

/** What is remembered after reading a text, where every word is tagged as a noun. */
function remembered(text: string) {
  const doc = tokenise.run({ report: reportOf(text) }, undefined);
  const upos = doc.tokens.map(() => 'NOUN' as const);
  const xpos = doc.tokens.map(() => 'NN');
  const cache = new Map();
  const tree = makeTree(new Int32Array(doc.tokens.length).fill(-1), xpos);
  nameFeatures({ ...doc, upos, xpos, lemmas: xpos, tree }, WORDS, cache);
  return cache;
}

describe('what is remembered of words', () => {
  it('is kept for every word of a report', () =>
    expect([...remembered('Envoys met envoys').keys()]).toEqual(['Envoys', 'met', 'envoys']));

  it('does not grow beyond its limit, within a report either', () => {
    const words = Array.from({ length: MOST_FACTS + 100 }, (_, at) => `w${at.toString(36)}x`);
    expect(remembered(words.join(' ')).size).toBeLessThanOrEqual(MOST_FACTS);
  });

  it('leaves out words without end', () =>
    expect([...remembered(`na ${'na'.repeat(LONGEST_KEPT)}`).keys()]).toEqual(['na']));
});
