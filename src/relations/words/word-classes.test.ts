import { expect, it } from 'vitest';
import { classOf, isTelling } from './word-classes.js';

it('knows words that news uses for each other, in every form', () => {
  expect(classOf('acquired')).toBe(classOf('purchases'));
  expect(classOf('talks')).toBe(classOf('meeting'));
  expect(classOf('harbour')).not.toBe(classOf('bridge'));
});

it('leaves words of grammar out', () => {
  expect(isTelling('the')).toBe(false);
  expect(isTelling('harbour')).toBe(true);
});
