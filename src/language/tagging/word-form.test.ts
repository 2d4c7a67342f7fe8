import { describe, expect, it } from 'vitest';
import { LONGEST_KEPT, wordForm } from './word-form.js';

describe('the form of a word', () => {
  const check = (words: readonly string[], same: keyof ReturnType<typeof wordForm>, expected: boolean) =>
    it(`has ${expected ? 'one' : 'more than one'} "${same}" for ${words.join(', ')}`, () => {
      expect(new Set(words.map((word) => JSON.stringify(wordForm(word)[same]))).size === 1).toBe(expected);
    });

  check(['veto', 'Veto', 'VETO'], 'lower', true);
  check(['veto', 'Veto', 'VETO'], 'normal', false);
  check(['Paris', 'London', 'Madrid'], 'shape', true);
  check(['NATO', 'Nato'], 'shape', false);
  check(['1999', '2017'], 'normal', true);
  check(['12,500', '99,100'], 'normal', true);
  check(['12,500', '12'], 'normal', false);
  check(['http://a.example/b', 'www.example.org'], 'normal', true);
  check(['meeting', 'greeting'], 'suffixes', true);
  check(['meeting', 'ruling'], 'suffixes', false);

  it('keeps the word, odd ones and endless ones as well', () => {
    for (const word of ['é', '\ud83d', '👍🏽', '\u0000', '', 'x'.repeat(LONGEST_KEPT + 1)]) {
      expect(wordForm(word).word).toBe(word);
      expect(wordForm(word)).toEqual(wordForm(word));
    }
  });
});
