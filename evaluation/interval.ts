import { seeded } from '../training/random.js';

const SAMPLES = 1000;

/**
 * Where a figure lies in 95 of 100 samples drawn, with repeats, from the rows that it was taken on.
 *
 * **Source** Efron's percentile bootstrap; the seed is fixed.
 */
export function interval<T>(rows: readonly T[], figure: (some: readonly T[]) => number): [number, number] {
  const random = seeded(1);
  const figures = Array.from({ length: SAMPLES }, () =>
    figure(rows.map(() => rows[Math.floor(random() * rows.length)]!)),
  ).sort((a, b) => a - b);
  return [figures[Math.floor(0.025 * SAMPLES)]!, figures[Math.ceil(0.975 * SAMPLES) - 1]!];
}
