import { seeded, shuffled } from '../random.js';

/** A row of numbered features. */
export interface SparseRow {
  readonly at: Int32Array;
  readonly values: Float32Array;
}

/** Rows with the class of each and how much it counts. */
export interface Lessons {
  readonly rows: readonly SparseRow[];
  readonly labels: readonly number[];
  readonly importance: readonly number[];
}

const ROUNDS = 15;
const RATE = 0.2;
const DECAY = 1e-4;
/** What a weight's past steps are taken to sum up to before the first. */
const START = 1e-6;
/** Shares in the loss below this teach nothing. */
const IDLE = 1e-4;

/**
 * Logistic regression over many classes, a row at a time, each weight at a rate of its own: rare features, which a
 * word of the codebook often is, learn fast.
 *
 * **Shape** a row of weights a class. **Source** AdaGrad: Duchi, Hazan and Singer, JMLR 2011.
 */
export function trainSoftmax(
  { rows, labels, importance }: Lessons,
  classes: number,
  features: number,
  seed: number,
): Float64Array[] {
  const random = seeded(seed);
  const weights = Array.from({ length: classes }, () => new Float64Array(features));
  const steps = Array.from({ length: classes }, () => new Float64Array(features).fill(START));
  const odds = new Float64Array(classes);
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of shuffled([...rows.keys()], random)) {
      const { at, values } = rows[row]!;
      weights.forEach((own, label) => {
        odds[label] = product(own, at, values);
      });
      normalise(odds);
      for (let label = 0; label < classes; label++) {
        const share = (odds[label]! - (label === labels[row] ? 1 : 0)) * importance[row]!;
        if (Math.abs(share) < IDLE) continue;
        step(weights[label]!, steps[label]!, at, values, share);
      }
    }
  }
  return weights;
}

function step(
  weights: Float64Array,
  steps: Float64Array,
  at: Int32Array,
  values: Float32Array,
  share: number,
): void {
  for (let k = 0; k < at.length; k++) {
    const feature = at[k]!;
    const slope = share * values[k]! + DECAY * weights[feature]!;
    steps[feature]! += slope * slope;
    weights[feature]! -= (RATE * slope) / Math.sqrt(steps[feature]!);
  }
}

function product(weights: Float64Array, at: Int32Array, values: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += weights[at[k]!]! * values[k]!;
  return sum;
}

function normalise(sums: Float64Array): void {
  const largest = sums.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let at = 0; at < sums.length; at++) total += sums[at] = Math.exp(sums[at]! - largest);
  for (let at = 0; at < sums.length; at++) sums[at]! /= total;
}
