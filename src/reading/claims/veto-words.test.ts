import { describe, expect, it } from 'vitest';
import { countIn, periodIn } from './veto-words.js';

describe('how many vetoes a sentence counts', () => {
  const check = (text: string, number: number | null, bound = 'exactly', first = false) =>
    it(text, () => expect(countIn(text)).toEqual(number === null ? null : { number, bound, first }));
  check('This is the eighth time that it has used its veto.', 8);
  check('It was its 12th veto on the war.', 12);
  check('It has vetoed at least six resolutions since then.', 6, 'at least');
  check('It has used its veto more than ten times.', 10, 'more than');
  check('It has cast nearly 50 vetoes.', 50, 'nearly');
  check('It has vetoed two UN Security Council drafts.', 2);
  check('It used its veto twice.', 2);
  check('It used its veto for the first time since 2006.', 1, 'exactly', true);
  check('It vetoed the draft on Friday.', null);
  check('One of five countries with a veto spoke.', null);
});

describe('the period that a count is over', () => {
  const check = (text: string, from: string, certain = true) =>
    it(text, () => expect(periodIn(text, '2017-04-12')).toMatchObject({ from, to: '2017-04-12', certain }));
  check('since 2011', '2011-01-01');
  check('since the war began in 2011', '2011-01-01');
  check('since October', '2016-10-01');
  check('since March 2014', '2014-03-01');
  check('in the past six years', '2011-04-12');
  check('this year', '2017-01-01');
  check('since the war began', '0000-01-01', false);
  check('so often', '0000-01-01');
});
