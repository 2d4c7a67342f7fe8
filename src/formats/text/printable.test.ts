import { describe, expect, it } from 'vitest';
import { printable } from './printable.js';

describe('printable', () => {
  const check = (title: string, input: unknown, expected: unknown) =>
    it(title, () => expect(printable(input)).toEqual(expected));

  check('leaves plain text as it is', 'Élysée – 俄罗斯\t“a”\n', 'Élysée – 俄罗斯\t“a”\n');
  check('shows escapes as pictures', '\u001b[31mred\u0007', '\u241b[31mred\u2407');
  check('takes out the controls of eight bits', 'a\u009b2Jb\u007f', 'a\ufffd2Jb\ufffd');
  check('takes out overrides of direction', '\u202eabc\u202c', '\ufffdabc\ufffd');
  check('keeps lines apart without carriage returns', 'a\r\nb\rc', 'a \nb\nc');
  check(
    'mends all texts of a record',
    { name: 'a\u0000', spans: [{ start: 1, text: '\u001b' }], none: null },
    { name: 'a\u2400', spans: [{ start: 1, text: '\u241b' }], none: null },
  );

  it('keeps every character in its place', () => {
    const text = 'a\r\nb\rc\u001b\u009b\u202e\u0000d';
    expect(printable(text)).toHaveLength(text.length);
  });
});
