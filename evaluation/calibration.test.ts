import { describe, expect, it } from 'vitest';
import { calibrationError } from './calibration.js';
import { interval } from './interval.js';

describe('calibrationError', () => {
  const guesses = (confidence: number, right: number, wrong: number) =>
    [...Array(right).fill(true), ...Array(wrong).fill(false)].map((isRight: boolean) => ({
      confidence,
      isRight,
    }));

  it('is nothing where confidence is the share that is right', () =>
    expect(calibrationError(guesses(0.75, 3, 1))).toBe(0));

  it('is how far it is off', () => expect(calibrationError(guesses(0.95, 1, 1))).toBe(0.45));

  it('counts each part by how many fall into it', () =>
    expect(calibrationError([...guesses(1, 3, 0), ...guesses(0.5, 0, 1)])).toBe(0.125));
});

describe('interval', () => {
  it('holds the figure, and is narrower the more rows there are', () => {
    const mean = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0) / rows.length;
    const width = (count: number) => {
      const rows = Array.from({ length: count }, (_, at) => at % 2);
      const [low, high] = interval(rows, mean);
      expect(low).toBeLessThan(0.5);
      expect(high).toBeGreaterThan(0.5);
      return high - low;
    };
    expect(width(400)).toBeLessThan(width(40) / 2);
  });
});
