import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { candidates, LONGEST_NAME } from './candidates.js';

function check(notation: string, ...expected: string[]): void {
  const doc = treeOf(notation);
  const texts = candidates(doc).map(({ from, to }) =>
    doc.tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  );
  expect(texts).toEqual(expected);
}

describe('candidates', () => {
  it('are all stretches between proper nouns that small words join', () =>
    check(
      'Bank/NNP/nsubj/4 of/IN/case/3 Norland/NNP/nmod/1 fell/VBD/root/0',
      'Bank',
      'Bank of Norland',
      'Norland',
    ));

  it('do not reach beyond other words', () =>
    check('Ana/NNP/nsubj/2 met/VBD/root/0 Ben/NNP/obj/2', 'Ana', 'Ben'));

  it('may end with a number but not begin with one', () =>
    check('Resolution/NNP/nsubj/3 2254/CD/nummod/1 passed/VBD/root/0', 'Resolution', 'Resolution 2254'));

  it('take small words in capitals for words that may name', () => {
    check('WHO/WP/nsubj/2 objected/VBD/root/0', 'WHO');
    check('Who/WP/nsubj/2 objected/VBD/root/0');
  });

  it('have no more words than a name has', () => {
    const words = Array.from({ length: 40 }, (_, at) => `Xx/NNP/${at === 0 ? 'root/0' : 'flat/1'}`);
    const found = candidates(treeOf(words.join(' ')));
    expect(Math.max(...found.map(({ from, to }) => to - from))).toBe(LONGEST_NAME);
    expect(found.length).toBeLessThanOrEqual(40 * LONGEST_NAME);
  });
});
