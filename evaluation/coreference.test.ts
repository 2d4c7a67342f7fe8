import { describe, expect, it } from 'vitest';
import { addCounts, bCubed, type Chains, type Counts, ceafe, muc } from './coreference-score.js';

const chains = (text: string): Chains => text.split(' ').flatMap((word) => (word === '' ? [] : [[...word]]));

function check(
  scorer: (gold: Chains, found: Chains) => Counts,
  gold: string,
  found: string,
  precision: number,
  recall: number,
): void {
  const counts = scorer(chains(gold), chains(found));
  const [p, r] = [counts.precision, counts.recall].map(([part, whole]) => (whole === 0 ? 0 : part / whole));
  expect(p).toBeCloseTo(precision, 6);
  expect(r).toBeCloseTo(recall, 6);
}

// The letters are mentions, the words chains. The first example is Luo's (2005): one chain split off, one joined.
describe('muc', () => {
  it('counts the links that each side lacks', () => {
    check(muc, 'abcde fg hijkl', 'abcde fghijkl', 9 / 10, 9 / 9);
    check(muc, 'abc defg', 'ab cd fghi', 2 / 5, 2 / 5);
  });
  it('is whole for the same chains and nothing for none', () => {
    check(muc, 'ab cde', 'cde ab', 1, 1);
    check(muc, 'ab cde', '', 0, 0);
  });
  it('takes a mention that the other side lacks for one by itself', () => check(muc, 'ab', 'abx', 1 / 2, 1));
});

describe('bCubed', () => {
  it('weighs every mention alike', () => {
    check(bCubed, 'abcde fg hijkl', 'abcde fghijkl', (5 + 4 / 7 + 25 / 7) / 12, 1);
    // Found: ab whole (2), c and d alone (1/2 each), fg 2·2/4; gold: ab 2·2/3, c 1/3, d 1/4, fg 2·2/4.
    check(bCubed, 'abc defg', 'ab cd fghi', (2 + 1 + 1) / 8, (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7);
  });
  it('counts a spurious mention against precision', () => check(bCubed, 'ab', 'abx', 4 / 3 / 3, 1));
});

describe('ceafe', () => {
  it('pairs chains one to one', () => {
    const likeness = 1 + (2 * 5) / 12;
    check(ceafe, 'abcde fg hijkl', 'abcde fghijkl', likeness / 2, likeness / 3);
    // abc~ab 4/5 and defg~fghi 4/8 beat any other pairing.
    check(ceafe, 'abc defg', 'ab cd fghi', 1.3 / 3, 1.3 / 2);
  });
  it('gives up a good pair for two that are better together', () =>
    // abcde~abcxy is the likest pair (6/10), but leaves xy~de nothing; the other two are 4/7 each.
    check(ceafe, 'abcde xy', 'abcxy de', 4 / 7, 4 / 7));
  it('has nothing to pair with no chains', () => check(ceafe, '', 'ab', 0, 0));
});

describe('addCounts', () => {
  it('adds up before dividing', () => {
    const one: Counts = { precision: [1, 2], recall: [1, 4] };
    expect(addCounts([one, one])).toEqual({ precision: [2, 4], recall: [2, 8] });
  });
});
