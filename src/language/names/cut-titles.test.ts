import { expect, it } from 'vitest';
import { afterTitles } from './cut-titles.js';
import { nameWords } from './name-words.js';

function check(words: string, expected: string): void {
  const texts = words.split(' ');
  expect(texts.slice(afterTitles(texts, nameWords())).join(' ')).toBe(expected);
}

it('cuts titles off a name, with the country and the office that go with them', () => {
  check('President Robert Brown', 'Robert Brown');
  check('Russian President Robert Brown', 'Robert Brown');
  check('U.S. Secretary of State John Smith', 'John Smith');
  check('Vice President Brown', 'Brown');
});

it('keeps names without a title, and one that is nothing but a title', () => {
  check('Robert Brown', 'Robert Brown');
  check('Jordan Smith', 'Jordan Smith');
  check('President', 'President');
});
