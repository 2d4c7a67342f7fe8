import { describe, expect, it } from 'vitest';
import { readTally } from './tally.js';

const check = (text: string, counts: readonly (number | null)[]) =>
  it(text, () => {
    const tally = readTally(text);
    expect([tally.for, tally.against, tally.abstain]).toEqual(counts);
    for (const { start, end } of tally.ranges) expect(text.slice(start, end).trim()).not.toBe('');
  });

describe('counts in words', () => {
  check('Ten countries voted in favor of the text.', [10, null, null]);
  check('Fourteen members voted for the draft and one against, with no abstentions.', [14, 1, 0]);
  check('It won nine votes in favour, four against and two abstentions.', [9, 4, 2]);
  check('It passed with 13 in favour, none against and two abstaining.', [13, 0, 2]);
  check('Twelve of the Council’s 15 members voted yes.', [12, null, null]);
  check('The other five members abstained.', [null, null, 5]);
  check('There were 215 votes in favor, ten abstentions, and one vote against.', [215, 1, 10]);
  check('Three states abstained and twenty-one voted no.', [null, 21, 3]);
  check('The draft received only eight votes.', [8, null, null]);
  check('All 14 other members of the council backed the text.', [14, null, null]);
  check('The draft won the support of 11 members.', [11, null, null]);
  check('It was adopted with a single vote against.', [null, 1, null]);
});

describe('counts as scores', () => {
  check('The council voted 10-2-3.', [10, 2, 3]);
  check('The vote passed largely along party lines, 230-to-198.', [230, 198, null]);
  check('The chamber voted ten to two with three abstentions.', [10, 2, 3]);
  check('It was adopted by 13 votes to none, with two abstentions.', [13, 0, 2]);
  check('The parliament approves (372–124 with 54 abstentions) a plan.', [372, 124, 54]);
  check('The council rejects a draft, 135 to 105, with 7 abstentions.', [135, 105, 7]);
});

describe('unanimity', () => {
  check('The council unanimously adopted the text.', [null, 0, 0]);
  check('The 15 members voted unanimously in favour.', [null, 0, 0]);
  check('The text was almost unanimously adopted.', [null, null, null]);
});

describe('numbers that count no votes', () => {
  check('Nine votes in favour are needed for a resolution to pass.', [null, null, null]);
  check('It needs at least nine votes in favour.', [null, null, null]);
  check('The council adopted a plan for 10 to 12 years.', [null, null, null]);
  check('They approved a rise from 10 to 12.', [null, null, null]);
  check('The vote was held on 2015-09-01.', [null, null, null]);
  check('About 52% of voters voted to leave.', [null, null, null]);
  check('They voted on the two for the first time.', [null, null, null]);
  check('Two people were killed and three protested against it.', [null, null, null]);
});
