import { describe, expect, it } from 'vitest';
import { findTitle } from './title.js';

const BODY = 'The council met on Monday. It voted.';
const check = (line: string, expected: string | null, gap = '\n\n') =>
  it(`${JSON.stringify(line.slice(0, 50))} ${expected === null ? 'is no title' : 'is a title'}`, () =>
    expect(findTitle(`${line}${gap}${BODY}`)).toBe(expected));

describe('the first line', () => {
  check('Council rejects draft on border dispute', 'Council rejects draft on border dispute');
  check('Council rejects draft', 'Council rejects draft', '\r\n\r\n');
  check('Council rejects draft', null, '\n');
  check('Will the council vote?', 'Will the council vote?');
  check("Minister: 'We will not go'", "Minister: 'We will not go'");
  check('Draft fails at the U.N.', 'Draft fails at the U.N.');
  check('The council met on Monday.', null);
  check('He said: "We will go."', null);
  check('By Jane Doe', null);
  check('Friday, January 4, 2019', null);
  check('4 January 2019', null);
  check('GENEVA, Jan 3 (Wire) - The council met', null);
  check('word '.repeat(60), null);
  check('***', null);
});

it('a text of one line has no title', () => expect(findTitle('Council rejects draft')).toBeNull());
