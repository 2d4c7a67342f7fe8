import { describe, expect, it } from 'vitest';
import { treeOf } from '../../test/tree-of.js';
import { readNumber } from './numbers.js';

/** The number that the last word stands for. */
function check(notation: string, expected: number | null): void {
  const doc = treeOf(notation);
  expect(readNumber(doc, doc.tokens.length - 1)).toBe(expected);
}

describe('readNumber', () => {
  it('reads figures, with commas between thousands', () => {
    check('12/CD/root/0', 12);
    check('0/CD/root/0', 0);
    check('1,200/CD/root/0', 1200);
    check('3,450,000/CD/root/0', 3_450_000);
  });

  it('reads words, in any case', () => {
    check('twelve/CD/root/0', 12);
    check('Ninety/CD/root/0', 90);
    check('hundred/CD/root/0', 100);
  });

  it('adds and multiplies what stands before', () => {
    check('twenty/CD/compound/2 one/CD/root/0', 21);
    check('two/CD/compound/2 thousand/CD/root/0', 2000);
    check('12/CD/compound/2 million/CD/root/0', 12_000_000);
  });

  it('reads no other words before it', () => check('about/RB/advmod/2 nine/CD/root/0', 9));

  it('leaves open what the text leaves open', () => {
    check('dozens/NNS/root/0', null);
    check('hundreds/NNS/root/0', null);
    check('soldiers/NNS/root/0', null);
  });

  it('refuses what counts nobody', () => {
    check('3.5/CD/root/0', null);
    check('1,20/CD/root/0', null);
    check('1234567890/CD/root/0', null);
    check('nine/CD/compound/3 thousand/CD/compound/3 million/CD/root/0', null);
  });
});
