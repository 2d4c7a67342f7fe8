import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { findTurns } from './find-turns.js';

/** Paragraphs of bare words, each with the letter of its turn: T telling, Q question, A answer; or no interview. */
function check(turns: string | null, ...paragraphs: readonly string[]): void {
  const doc = treeOf(paragraphs.map(notationOf).join('\n\n'));
  const found = findTurns(doc);
  expect(found === null ? null : Array.from(found, (turn) => 'TQA'[turn]).join('')).toBe(turns);
}

function notationOf(words: string): string {
  return words
    .split(' ')
    .map((word) => (/^(?:i|you|your|we|my)$/i.test(word) ? `${word}/PRP/dep/0` : `${word}/NN/dep/0`))
    .join(' ');
}

describe('findTurns', () => {
  it('tells questions from answers', () =>
    check(
      'TQAQA',
      'A talk with Mary Jones',
      'Why did you leave ?',
      'I was tired of it .',
      'What will you do ?',
      'I shall write books .',
    ));

  it('lets an answer go on over paragraphs, and knows a question that does not ask', () =>
    check(
      'TQAAQA',
      'Interview with Mary Jones',
      'Why did you leave ?',
      'I was tired of it .',
      'I had worked there for long .',
      'You must be glad now .',
      'Yes , I am .',
    ));

  it('passes over headings and captions', () =>
    check(
      'TQATQAT',
      'A talk with Mary Jones',
      'Why did you leave ?',
      'I was tired of it .',
      'The years abroad',
      'What did you do there ?',
      'I wrote .',
      'Jones at home . Image : Paul Brown .',
    ));

  it('takes one question for an interview where the text says so', () => {
    check('TQA', 'Interview with Mary Jones', 'Why did you leave ?', 'I was tired of it .');
    check(null, 'Mary Jones resigns', 'Why did you leave ?', 'I was tired of it .');
  });

  it('finds none in a report that quotes, nor in an empty text', () => {
    check(
      null,
      'Jones said she would leave .',
      '" Why did you leave ? " reporters asked .',
      '" I am tired , " she said .',
    );
    expect(findTurns(treeOf('Rain/NN/root/0'))).toBeNull();
  });
});
