import { describe, expect, it } from 'vitest';
import { spanIndex } from './span-index.js';

interface Item {
  readonly name: string;
  readonly parts: readonly { start: number; end: number }[];
}

const part = (start: number, end: number) => ({ start, end });
const items: readonly Item[] = [
  { name: 'late', parts: [part(900, 910)] },
  { name: 'long', parts: [part(0, 1000)] },
  { name: 'parted', parts: [part(10, 20), part(500, 520)] },
  { name: 'nowhere', parts: [] },
];
const index = spanIndex(items, ({ parts }) => parts);

describe('what stands on a range, in the order given', () => {
  const check = (start: number, end: number, ...expected: readonly string[]) =>
    it(`${start}..${end}`, () =>
      expect(index.touching(part(start, end)).map(({ name }) => name)).toEqual(expected));

  check(905, 906, 'late', 'long');
  check(15, 505, 'long', 'parted');
  check(20, 21, 'long');
  check(5, 10, 'long');
  check(519, 600, 'long', 'parted');
  check(1000, 1001);
  check(505, 505);
});
