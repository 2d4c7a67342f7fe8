import { expect, it } from 'vitest';
import { jsonLine } from './json-line.js';

it('escapes what a terminal obeys and what breaks lines, and means the same', () => {
  const value = { text: 'a\u001b\u009b\u007f\u2028é' };
  const line = jsonLine(value);
  expect(line).toBe('{"text":"a\\u001b\\u009b\\u007f\\u2028é"}');
  expect(JSON.parse(line)).toEqual(value);
});
