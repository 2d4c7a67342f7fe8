import { describe, expect, it } from 'vitest';
import { dayOf } from './published.js';

const check = (text: string, expected: string | null) =>
  it(`${text} is ${expected}`, () => expect(dayOf(text)).toBe(expected));

describe('a date of publication', () => {
  check('2017-04-12', '2017-04-12');
  check(' 2017-04-12 ', '2017-04-12');
  check('2017-04-12T23:30:00Z', '2017-04-12');
  check('2017-04-12T23:30:00.123+05:30', '2017-04-12');
  check('2017-04-12 09:30', '2017-04-12');
  check('2016-02-29', '2016-02-29');
  check('2017-02-29', null);
  check('2017-13-45', null);
  check('12/04/2017', null);
  check('2017-04', null);
  check('2017-04-12 at noon', null);
  check('', null);
});
