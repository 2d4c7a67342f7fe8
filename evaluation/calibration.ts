import { round } from './percent.js';

const BINS = 10;

/**
 * Expected calibration error: how far confidence lies from the share that is right, in ten equal parts of the scale,
 * each counted by how many fall into it. **Units** 0 to 1. **Source** Naeini and others, AAAI 2015.
 */
export function calibrationError(
  guesses: readonly { readonly confidence: number; readonly isRight: boolean }[],
): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = guesses.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    const sure = inside.reduce((sum, { confidence }) => sum + confidence, 0);
    const right = inside.filter(({ isRight }) => isRight).length;
    error += Math.abs(sure - right) / guesses.length;
  }
  return round(error, 3);
}
