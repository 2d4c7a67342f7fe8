import { describe, expect, it } from 'vitest';
import { sortedLines } from './sorted-lines.js';

const lines = sortedLines(Buffer.from('name,country\nÅlborg,DNK\nAlma,CAN\nAlma,USA\nÉpinal,FRA\nZug,CHE\n'));

const check = (folded: string, ...expected: readonly string[]) =>
  it(`"${folded}"`, () => expect(lines.find(folded)).toEqual(expected));

describe('lines are found by their folded names', () => {
  check('alborg', 'Ålborg,DNK');
  check('alma', 'Alma,CAN', 'Alma,USA');
  check('epinal', 'Épinal,FRA');
  check('zug', 'Zug,CHE');
});

describe('nothing is found', () => {
  check('aalen');
  check('alm');
  check('name');
  check('zzz');
  check('');
  it('in a file without a line', () => expect(sortedLines(Buffer.from('')).find('alma')).toEqual([]));
  it('in a file with nothing but a header', () =>
    expect(sortedLines(Buffer.from('name,country\n')).find('alma')).toEqual([]));
});

it('the last line needs no line break', () => {
  const open = sortedLines(Buffer.from('name,country\nAlma,CAN\nZug,CHE'));
  expect(open.find('zug')).toEqual(['Zug,CHE']);
  expect(open.find('zz')).toEqual([]);
});
