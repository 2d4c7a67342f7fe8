import { seeded, shuffled } from '../random.js';

/** Something to learn: the hashes of its features, and its class. */
export interface Example {
  readonly features: Uint32Array;
  readonly gold: number;
}

export interface SoftmaxOptions {
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** The share of features left out at random, so that no word alone decides. */
  readonly dropped: number;
  readonly seed: number;
}

/** Weights of one feature: the weight of each class, the sum of its squared slopes, and its mean. */
interface Row {
  readonly weight: Float32Array;
  readonly squares: Float32Array;
  readonly mean: Float32Array;
}

/** Slopes below this change nothing worth the time. */
const FLAT = 1e-4;
const SOFTENING = 0.05;

/**
 * Weights of a multinomial logistic regression over hashed features, the mean over the later half of the epochs, for
 * use with every feature present.
 *
 * **Source** steps after Duchi, Hazan and Singer, Adaptive Subgradient Methods (2011).
 */
export function trainSoftmax(
  examples: readonly Example[],
  options: SoftmaxOptions,
): Map<number, Float32Array> {
  const { classes, epochs, dropped, seed } = options;
  const table = new Map<number, Row>();
  const items = examples.map(({ features, gold }) => ({
    rows: Array.from(features, (feature) => rowOf(table, feature, classes)),
    gold,
  }));
  const random = seeded(seed);
  const settled = epochs >> 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { rows, gold } of shuffled(items, random)) {
      learn(
        rows.filter(() => random() >= dropped),
        gold,
        options,
      );
    }
    if (epoch < settled) continue;
    for (const { weight, mean } of table.values()) {
      for (let label = 0; label < classes; label++) {
        mean[label]! += (weight[label]! * (1 - dropped)) / (epochs - settled);
      }
    }
  }
  return new Map([...table].map(([feature, { mean }]) => [feature, mean]));
}

function rowOf(table: Map<number, Row>, feature: number, classes: number): Row {
  let row = table.get(feature);
  if (row === undefined) {
    row = {
      weight: new Float32Array(classes),
      squares: new Float32Array(classes),
      mean: new Float32Array(classes),
    };
    table.set(feature, row);
  }
  return row;
}

function learn(rows: readonly Row[], gold: number, { classes, rate }: SoftmaxOptions): void {
  const slopes = new Float64Array(classes);
  for (const { weight } of rows)
    for (let label = 0; label < classes; label++) slopes[label]! += weight[label]!;
  const most = Math.max(...slopes);
  let sum = 0;
  for (let label = 0; label < classes; label++) {
    slopes[label] = Math.exp(slopes[label]! - most);
    sum += slopes[label]!;
  }
  for (let label = 0; label < classes; label++)
    slopes[label] = slopes[label]! / sum - (label === gold ? 1 : 0);
  for (const { weight, squares } of rows) {
    for (let label = 0; label < classes; label++) {
      const slope = slopes[label]!;
      if (Math.abs(slope) <= FLAT) continue;
      squares[label]! += slope * slope;
      weight[label]! -= (rate * slope) / Math.sqrt(squares[label]! + SOFTENING);
    }
  }
}
