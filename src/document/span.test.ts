import { describe, expect, it } from 'vitest';
import { rangeAt } from './span.js';

describe('the range that holds a token', () => {
  const ranges = [
    { from: 2, to: 4 },
    { from: 4, to: 5 },
    { from: 9, to: 12 },
  ];
  const check = (token: number, from: number | undefined) =>
    it(`${token}: ${from ?? 'none'}`, () => expect(rangeAt(ranges, token)?.from).toBe(from));

  check(0, undefined);
  check(2, 2);
  check(3, 2);
  check(4, 4);
  check(5, undefined);
  check(11, 9);
  check(12, undefined);
  it('is none of none', () => expect(rangeAt([], 1)).toBeUndefined());
});
