import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { NAME_WORD_KINDS, type NameWordKind, nameWords, parseNameWords } from './name-words.js';

describe('the words that names are made of', () => {
  const check = (word: string, ...expected: NameWordKind[]) =>
    it(`knows ${word}`, () => {
      const kinds = NAME_WORD_KINDS.filter((kind) => nameWords().is(word, kind));
      expect(kinds.sort()).toEqual(expected.sort());
    });
  check('Gulnara', 'female');
  check('Bulawayo', 'place');
  check('Petrosyan', 'surname');
  check('Frontex', 'organisation');
  check('Oblast', 'place-word');
  check('Houston', 'place', 'surname');
  check('table');

  it('has no kind without words, and a bit for each', () => {
    const all = parseNameWords(readFileSync(packagePath('data/language/name-words.csv'), 'utf8'));
    const listed = new Set(all.map(({ kind }) => kind));
    // Countries come from their own table.
    expect(NAME_WORD_KINDS.filter((kind) => !listed.has(kind))).toEqual(['country', 'country-part']);
    expect(NAME_WORD_KINDS.length).toBeLessThan(31);
  });
});

describe('reading the list', () => {
  const refuse = (csv: string, message: RegExp) =>
    it(`refuses ${JSON.stringify(csv)}`, () => {
      expect(() => parseNameWords(csv)).toThrow(RapporteurError);
      expect(() => parseNameWords(csv)).toThrow(message);
    });
  refuse('word,kind\nParis,town', /line 2: "Paris,town"/);
  refuse('word,kind\nParis', /line 2: "Paris"/);
  refuse('word,kind\n,place', /line 2: ",place"/);
  refuse('word,kind\nParis,place,1', /line 2: "Paris,place,1"/);
  refuse('word,kind\nParis,place\nParis,place', /line 3: "Paris,place" stands after/);
  refuse('word,kind\nParis,place\nLima,place', /line 3: "Lima,place" stands after "Paris,place"/);

  it('takes a word under several kinds', () => {
    expect(parseNameWords('word,kind\nLima,place\nLima,surname\n')).toEqual([
      { word: 'Lima', kind: 'place' },
      { word: 'Lima', kind: 'surname' },
    ]);
  });
});
