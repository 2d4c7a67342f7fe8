import { describe, expect, it } from 'vitest';
import { RapporteurError } from '../errors.js';
import { day, list, number, oneOf, parseTable } from './table.js';

const columns = ['name', 'kind', 'day'] as const;
const parse = (text: string) => parseTable(text, 'zoo.csv', columns);
const first = (line: string) => parse(`name,kind,day\n${line}\n`)[0]!;

describe('a data file', () => {
  const check = (line: string, ...cells: string[]) => expect(Object.values(first(line).cells)).toEqual(cells);

  it('is cut at commas outside quotes', () => {
    check('ape,a,', 'ape', 'a', '');
    check('"ape, red",a,2020-01-01', 'ape, red', 'a', '2020-01-01');
    check('"the ""king""",,', 'the "king"', '', '');
    check(',,"x"', '', '', 'x');
  });

  it('has lists parted by upright strokes', () => {
    expect(list('a|b')).toEqual(['a', 'b']);
    expect(list('')).toEqual([]);
  });
});

describe('bad data', () => {
  const check = (read: () => unknown, ...parts: string[]) => {
    let message = '';
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(RapporteurError);
      expect((error as RapporteurError).code).toBe('data.malformed');
      message = (error as Error).message;
    }
    for (const part of parts) expect(message).toContain(part);
  };

  it('is refused with file, line, value and what is allowed', () => {
    check(() => parse('name,sort\n'), 'zoo.csv', 'line 1', 'name,sort', 'name,kind,day');
    check(() => parse('name,kind,day\nape,a\n'), 'zoo.csv', 'line 2', 'ape,a', 'Use 3');
    check(() => oneOf(first('ape,b,'), 'kind', new Set(['a', 'c'])), 'kind "b"', 'zoo.csv, line 2', 'a, c');
    check(() => day(first('ape,a,2021-02-30'), 'day'), '2021-02-30', 'YYYY-MM-DD');
    check(() => number(first('ape,x,'), 'kind'), '"x"', 'a number');
  });
});
