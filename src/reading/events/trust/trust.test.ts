import { describe, expect, it } from 'vitest';
import { packagePath } from '../../../package-root.js';
import { readTrust, shippedTrust, trustIn } from './trust.js';

describe('trustIn', () => {
  const trust = { base: 0, weights: { good: 2, bad: -2 }, least: 0 };

  it('is even where nothing speaks for or against', () => expect(trustIn(['unheard of'], trust)).toBe(0.5));

  it('grows with what speaks for it and falls with what speaks against it', () => {
    expect(trustIn(['good'], trust)).toBeGreaterThan(0.85);
    expect(trustIn(['bad'], trust)).toBeLessThan(0.15);
    expect(trustIn(['good', 'bad'], trust)).toBe(0.5);
  });
});

describe('readTrust', () => {
  it('reads the weights that ship', () =>
    expect(shippedTrust().weights['auxiliary hypothetical']).toBeLessThan(0));

  it('names a file that is not there', () =>
    expect(() => readTrust('no/such/file.json')).toThrow(/No weights of trust at no\/such\/file\.json/));

  it('names a file that is something else', () =>
    expect(() => readTrust(packagePath('package.json'))).toThrow(/has no base, weights or least/));
});
