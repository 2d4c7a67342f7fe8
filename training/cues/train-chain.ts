import { type Chain, marginals } from '../../src/reading/statements/chain.js';
import { seeded, shuffled } from '../random.js';

/**
 * One sequence to learn from. Features are hashes until `keepCommon` makes table rows of them.
 *
 * **Shape** the features of token `i` are `features[starts[i]..starts[i + 1]]`; `closed` tokens can have label 0
 * only and are not learned from.
 */
export interface Example {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  readonly closed: Uint8Array;
}

export interface Recipe {
  readonly labels: number;
  readonly rows: number;
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  /** A feature seen fewer times is left out: it would only be noise to others in its row. */
  readonly atLeast: number;
  readonly log: (line: string) => void;
}

export interface Trained {
  readonly table: Float32Array;
  readonly transitions: Float64Array;
}

const IMPOSSIBLE = -1e6;
const EPSILON = 1e-6;

/**
 * Trains a linear-chain conditional random field by AdaGrad, one sequence at a time, and averages the weights of the
 * later epochs. The order of the sequences is shuffled by a seeded generator: the same examples give the same model.
 */
export function trainChain(hashed: readonly Example[], recipe: Recipe): Trained {
  const examples = keepCommon(hashed, recipe);
  const { labels, rows, epochs, rate, decay } = recipe;
  const columns = labels - 1;
  const table = new Float32Array(rows * columns);
  const squares = new Float32Array(rows * columns).fill(1);
  const transitions = new Float64Array(labels * labels);
  const transitionSquares = new Float64Array(labels * labels).fill(1);
  const sum = new Float64Array(rows * columns);
  const transitionSum = new Float64Array(labels * labels);
  const random = seeded(17);
  let order = examples.map((_, index) => index);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, random);
    let loss = 0;
    for (const index of order) {
      const example = examples[index]!;
      const chain = emit(example, table, transitions, labels);
      const { at, pairs, logSum } = marginals(chain);
      loss += logSum - pathScore(chain, example.labels);
      learnTokens(example, at);
      learnTransitions(example, pairs);
    }
    if (epoch >= epochs >> 1) {
      averaged += 1;
      for (let i = 0; i < sum.length; i++) sum[i]! += table[i]!;
      for (let i = 0; i < transitionSum.length; i++) transitionSum[i]! += transitions[i]!;
    }
    recipe.log(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(3)} a sequence`);
  }
  return {
    table: Float32Array.from(sum, (one) => one / averaged),
    transitions: transitionSum.map((one) => one / averaged),
  };

  function learnTokens({ features, starts, labels: gold, closed }: Example, at: Float64Array): void {
    for (let token = 0; token < gold.length; token++) {
      if (closed[token] === 1) continue;
      for (let column = 0; column < columns; column++) {
        const slope = at[token * labels + column + 1]! - (gold[token] === column + 1 ? 1 : 0);
        if (Math.abs(slope) < 0.005) continue;
        for (let f = starts[token]!; f < starts[token + 1]!; f++) {
          const cell = features[f]! * columns + column;
          const full = slope + decay * table[cell]!;
          const square = squares[cell]! + full * full;
          squares[cell] = square;
          table[cell]! -= (rate * full) / (Math.sqrt(square) + EPSILON);
        }
      }
    }
  }

  function learnTransitions({ labels: gold }: Example, pairs: Float64Array): void {
    const slopes = pairs.slice();
    for (let token = 1; token < gold.length; token++) slopes[gold[token - 1]! * labels + gold[token]!]! -= 1;
    for (let cell = 0; cell < slopes.length; cell++) {
      const slope = slopes[cell]!;
      transitionSquares[cell]! += slope * slope;
      transitions[cell]! -= (rate * slope) / (Math.sqrt(transitionSquares[cell]!) + EPSILON);
    }
  }
}

/** The examples with rare features left out and the rest as rows of the table. */
function keepCommon(examples: readonly Example[], { rows, atLeast, log }: Recipe): Example[] {
  // Counted by 24 bits of the hash: two features seldom meet there, and no map could hold them as fast.
  const counts = new Uint8Array(1 << 24);
  for (const { features } of examples) {
    for (const one of features) if (counts[one >>> 8]! < 255) counts[one >>> 8]! += 1;
  }
  const kept = counts.reduce((sum, count) => sum + Number(count >= atLeast), 0);
  log(`${kept} features seen ${atLeast} times or more`);
  return examples.map((example) => {
    const starts = new Int32Array(example.starts.length);
    const features: number[] = [];
    for (let token = 0; token < example.labels.length; token++) {
      for (let f = example.starts[token]!; f < example.starts[token + 1]!; f++) {
        const hash = example.features[f]!;
        if (counts[hash >>> 8]! >= atLeast) features.push(hash & (rows - 1));
      }
      starts[token + 1] = features.length;
    }
    return { ...example, features: Int32Array.from(features), starts };
  });
}

function emit(example: Example, table: Float32Array, transitions: Float64Array, labels: number): Chain {
  const { features, starts, closed } = example;
  const length = example.labels.length;
  const columns = labels - 1;
  const emissions = new Float64Array(length * labels);
  for (let token = 0; token < length; token++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let f = starts[token]!; f < starts[token + 1]!; f++)
        sum += table[features[f]! * columns + column]!;
      emissions[token * labels + column + 1] = closed[token] === 1 ? IMPOSSIBLE : sum;
    }
  }
  return { length, labels, emissions, transitions };
}

function pathScore({ labels, emissions, transitions }: Chain, path: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < path.length; at++) {
    total += emissions[at * labels + path[at]!]!;
    if (at > 0) total += transitions[path[at - 1]! * labels + path[at]!]!;
  }
  return total;
}

/** Weights as whole numbers of at most one byte, and what one unit of them is worth. */
export function quantise(table: Float32Array): { readonly table: Int8Array; readonly scale: number } {
  let top = 0;
  for (const weight of table) top = Math.max(top, Math.abs(weight));
  const scale = Math.max(top, 1e-9) / 127;
  return { table: Int8Array.from(table, (weight) => Math.round(weight / scale)), scale };
}
