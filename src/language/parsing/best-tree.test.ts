import { describe, expect, it } from 'vitest';
import { bestTree } from './best-tree.js';

/** Scores of heads, a row a word; the root is the last column, a word's own place counts for nothing. */
function check(title: string, rows: readonly (readonly number[])[], expected: readonly number[]): void {
  it(title, () => {
    const stride = 8;
    const memory = new Float32Array(16 + rows.length * stride).fill(1000);
    rows.forEach((row, word) => void memory.set(row, 16 + word * stride));
    expect([...bestTree(memory, { at: 16, stride }, rows.length)]).toEqual(expected);
  });
}

describe('the best tree', () => {
  check(
    'hangs every word on its best head',
    [
      [9, 5, 1],
      [1, 9, 5],
    ],
    [1, 2],
  );
  check('hangs a single word on the root', [[9, -5]], [1]);
  check(
    'hangs a word on the root though none wants to',
    [
      [0, 5, 4],
      [5, 0, 1],
    ],
    [2, 0],
  );
  check(
    'lets one word alone hang on the root',
    [
      [0, 2, 7],
      [3, 0, 9],
    ],
    [1, 2],
  );
  check(
    'breaks a circle where it costs least',
    [
      [0, 9, 1, 1],
      [9, 0, 7, 2],
      [1, 1, 0, 9],
    ],
    [1, 2, 3],
  );
  check(
    'breaks two circles that hang on each other',
    [
      [0, 9, 5, 1, 1, 0],
      [9, 0, 1, 1, 1, 0],
      [8, 1, 0, 9, 1, 0],
      [1, 1, 9, 0, 6, 0],
      [0, 0, 0, 0, 0, 9],
    ],
    [2, 0, 3, 4, 5],
  );

  it('is a tree whatever the scores', () => {
    let seed = 7;
    const chance = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    for (let count = 1; count < 40; count++) {
      const stride = count + 1;
      const memory = Float32Array.from({ length: count * stride }, () => Math.floor(chance() * 6));
      const heads = bestTree(memory, { at: 0, stride }, count);
      expect([...heads].filter((head) => head === count)).toHaveLength(1);
      for (let word = 0; word < count; word++) {
        let at = word;
        for (let steps = 0; at < count && steps <= count; steps++) at = heads[at]!;
        expect(at).toBe(count);
      }
    }
  });
});
