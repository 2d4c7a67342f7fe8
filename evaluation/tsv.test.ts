import { expect, it } from 'vitest';
import { RapporteurError } from '../src/errors.js';
import { numberIn, parseTsv } from './tsv.js';

it('reads cells by the names of their columns, in any order', () => {
  const rows = parseTsv('b\ta\r\n2\t one \r\n\n3\n', 'x.tsv', ['a', 'b'], ['c']);
  expect(rows.map(({ cell }) => [cell('a'), cell('b'), cell('c')])).toEqual([
    ['one', '2', ''],
    ['', '3', ''],
  ]);
  expect(rows.map(({ place }) => place)).toEqual(['x.tsv, line 2', 'x.tsv, line 4']);
});

it('names a column that is missing, and all that are needed', () => {
  expect(() => parseTsv('a\n1\n', 'x.tsv', ['a', 'b'], ['c'])).toThrow(
    new RapporteurError(
      'evaluation.gold',
      'x.tsv has no column "b". Its first line must name a, b, and if need be c.',
    ),
  );
});

it('names a cell that is no number', () => {
  const [row, empty] = parseTsv('a\tb\ntwo\t1\n\t1\n', 'x.tsv', ['a', 'b']);
  expect(numberIn(row!, 'b')).toBe(1);
  expect(() => numberIn(row!, 'a')).toThrow('x.tsv, line 2: a is "two". Give a number.');
  expect(() => numberIn(empty!, 'a')).toThrow('x.tsv, line 3: a is "". Give a number.');
});
