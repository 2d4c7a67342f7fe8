import { describe, expect, it } from 'vitest';
import { parseLabelledSources } from './pronoun-sources/labelled-sources.js';
import { sameOne } from './pronoun-sources/same-one.js';

const HEADER = 'half\tpart\treport\tstart\tend\tkind\tantecedents';

describe('parseLabelledSources', () => {
  const parse = (line: string) => parseLabelledSources(`${HEADER}\n${line}\n`, 'rows.tsv');

  it('reads one antecedent, several, and none', () => {
    const rows = [
      'dev\ttrain\ta\t10\t12\tname\t0-5',
      'test\tdev\tb\t3\t7\tseveral\t20-24 30-33',
      'dev\tdev\tc\t0\t1\tnone\t',
    ].flatMap(parse);
    expect(rows.map((row) => row.antecedents)).toEqual([
      [{ start: 0, end: 5 }],
      [
        { start: 20, end: 24 },
        { start: 30, end: 33 },
      ],
      [],
    ]);
  });

  it('names the line whose kind and antecedents disagree', () => {
    expect(() => parse('dev\ttrain\ta\t10\t12\tnone\t0-5')).toThrow(/rows\.tsv, line 2.*none/);
    expect(() => parse('dev\ttrain\ta\t10\t12\tname\t')).toThrow(/line 2/);
  });

  it('refuses a kind that it does not know', () =>
    expect(() => parse('dev\ttrain\ta\t10\t12\tperson\t0-5')).toThrow(/"person".*name, several/));
});

describe('sameOne', () => {
  const check = (one: string, other: string, expected: boolean) => expect(sameOne(one, other)).toBe(expected);

  it('knows a name by its surname, its given name and its end', () => {
    check('Larsen', 'Peter Larsen', true);
    check('Mike', 'Mike Alder', true);
    check('Van Holt', 'Anna Van Holt', true);
    check('Mr. Larsen', 'Peter J. Larsen Jr.', true);
  });

  it('keeps namesakes and strangers apart', () => {
    check('Anna Berg', 'Peter Berg', false);
    check('Larsen', 'Berg', false);
    check('', 'Berg', false);
  });
});
