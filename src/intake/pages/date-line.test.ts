import { expect, it } from 'vitest';
import { isDateLine } from './date-line.js';

const check = (text: string, expected: boolean) =>
  it(`${JSON.stringify(text)} is ${expected ? '' : 'not '}only a date`, () =>
    expect(isDateLine(text)).toBe(expected));

check('5 March 2019, 22:10', true);
check('Published on March 5, 2019 at 10:10 p.m. GMT', true);
check('2019-03-05', true);
check('5 March 2019 was a sad day.', false);
check('March 5, 2019 – Port Alba', false);
check('Tuesday', false);
