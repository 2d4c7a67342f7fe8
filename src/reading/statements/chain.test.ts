import { describe, expect, it } from 'vitest';
import { bestPath, type Chain, marginals } from './chain.js';

/** Rows of scores, one a place; `stay` is what it is worth to keep the label. */
function chain(rows: readonly (readonly number[])[], stay = 0): Chain {
  const labels = rows[0]?.length ?? 2;
  const transitions = Float64Array.from({ length: labels * labels }, (_, cell) =>
    Math.floor(cell / labels) === cell % labels ? stay : 0,
  );
  return { length: rows.length, labels, emissions: Float64Array.from(rows.flat()), transitions };
}

describe('bestPath', () => {
  const check = (given: Chain, expected: readonly number[]) => expect([...bestPath(given)]).toEqual(expected);

  it('takes the best label at each place where labels do not depend on each other', () =>
    check(
      chain([
        [0, 1],
        [2, 1],
        [0, 3],
      ]),
      [1, 0, 1],
    ));
  it('keeps a label where changing costs more than the place gains', () =>
    check(
      chain(
        [
          [0, 3],
          [1, 0],
          [0, 3],
        ],
        2,
      ),
      [1, 1, 1],
    ));
  it('has nothing to say of nothing', () => check(chain([]), []));
});

describe('marginals', () => {
  const given = chain(
    [
      [0, 1, 0],
      [2, 1, 0.5],
      [0, 3, 1],
    ],
    1,
  );
  const { at, pairs } = marginals(given);

  it('gives each place probabilities that sum to one', () => {
    for (let place = 0; place < given.length; place++) {
      expect(at[place * 3]! + at[place * 3 + 1]! + at[place * 3 + 2]!).toBeCloseTo(1, 9);
    }
  });
  it('counts one pair of labels between each two places', () =>
    expect(pairs.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 9));
  it('agrees with counting every path', () => {
    let all = 0;
    let first = 0;
    for (let path = 0; path < 27; path++) {
      const labels = [path % 3, Math.floor(path / 3) % 3, Math.floor(path / 9)];
      const score = labels.reduce(
        (sum, label, place) =>
          sum +
          given.emissions[place * 3 + label]! +
          (place > 0 ? given.transitions[labels[place - 1]! * 3 + label]! : 0),
        0,
      );
      all += Math.exp(score);
      if (labels[0] === 1) first += Math.exp(score);
    }
    expect(at[1]).toBeCloseTo(first / all, 9);
  });
});
