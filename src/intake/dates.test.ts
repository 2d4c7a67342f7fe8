import { describe, expect, it } from 'vitest';
import { dayOfAnyForm } from './dates.js';

const check = (text: string, expected: string | null) =>
  it(`${JSON.stringify(text)} is ${expected}`, () => expect(dayOfAnyForm(text)).toBe(expected));

describe('the day that a date names', () => {
  check('2017-04-12', '2017-04-12');
  check('2017-04-12T23:30:00+05:30', '2017-04-12');
  check('Wed, 12 Apr 2017 23:30:00 GMT', '2017-04-12');
  check('12 Apr 2017', '2017-04-12');
  check('12th April, 2017', '2017-04-12');
  check('April 12, 2017', '2017-04-12');
  check('Wednesday, Sept. 6, 2017', '2017-09-06');
  check('Published: April 12, 2017 9:30 am', '2017-04-12');
  check('Wed Apr 12 09:30:00 2017', '2017-04-12');
  check('20170412', '2017-04-12');
  check('20170412093000', '2017-04-12');
  check('20170412T093000Z', '2017-04-12');
  check('2017/4/2', '2017-04-02');
  check('2017-4-2 10:00', '2017-04-02');
  check('1491989400', '2017-04-12');
  check('1491989400000', '2017-04-12');
  check('13/04/2017', '2017-04-13');
  check('04/13/2017', '2017-04-13');
  check('04.04.2017', '2017-04-04');
  check('04/05/2017', null);
  check('31 April 2017', null);
  check('20171345', null);
  check('2017', null);
  check('yesterday', null);
  check('', null);
});
