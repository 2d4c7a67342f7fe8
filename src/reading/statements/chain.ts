/**
 * A linear chain of labels: the scores of each label at each place, and of each label after another.
 *
 * **Shape** `emissions` is `length × labels`, row by row; `transitions` is `labels × labels`, from row to column.
 */
export interface Chain {
  readonly length: number;
  readonly labels: number;
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
}

/** The best sequence of labels (Viterbi). */
export function bestPath(chain: Chain): Uint8Array {
  const { length, labels, emissions, transitions } = chain;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * labels);
  let scores = emissions.slice(0, labels);
  for (let at = 1; at < length; at++) {
    const next = new Float64Array(labels);
    for (let to = 0; to < labels; to++) {
      let best = 0;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < labels; from++) {
        const score = scores[from]! + transitions[from * labels + to]!;
        if (score > bestScore) {
          bestScore = score;
          best = from;
        }
      }
      next[to] = bestScore + emissions[at * labels + to]!;
      back[at * labels + to] = best;
    }
    scores = next;
  }
  let label = 0;
  for (let one = 1; one < labels; one++) if (scores[one]! > scores[label]!) label = one;
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label;
    label = back[at * labels + label]!;
  }
  return path;
}

/** Probability of every label at every place (forward and backward), `length × labels`, and the log of the sum. */
export function marginals(chain: Chain): {
  readonly at: Float64Array;
  readonly pairs: Float64Array;
  logSum: number;
} {
  const { length, labels, emissions, transitions } = chain;
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  const at = new Float64Array(length * labels);
  const pairs = new Float64Array(labels * labels);
  if (length === 0) return { at, pairs, logSum: 0 };
  forward.set(emissions.subarray(0, labels));
  const terms = new Float64Array(labels);
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < labels; to++) {
      for (let from = 0; from < labels; from++) {
        terms[from] = forward[(i - 1) * labels + from]! + transitions[from * labels + to]!;
      }
      forward[i * labels + to] = logSumExp(terms) + emissions[i * labels + to]!;
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let from = 0; from < labels; from++) {
      for (let to = 0; to < labels; to++) {
        terms[to] =
          transitions[from * labels + to]! +
          emissions[(i + 1) * labels + to]! +
          backward[(i + 1) * labels + to]!;
      }
      backward[i * labels + from] = logSumExp(terms);
    }
  }
  const logSum = logSumExp(forward.subarray((length - 1) * labels));
  for (let i = 0; i < length * labels; i++) at[i] = Math.exp(forward[i]! + backward[i]! - logSum);
  for (let i = 1; i < length; i++) {
    for (let from = 0; from < labels; from++) {
      const left = forward[(i - 1) * labels + from]! - logSum;
      for (let to = 0; to < labels; to++) {
        pairs[from * labels + to]! += Math.exp(
          left + transitions[from * labels + to]! + emissions[i * labels + to]! + backward[i * labels + to]!,
        );
      }
    }
  }
  return { at, pairs, logSum };
}

function logSumExp(terms: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > top) top = term;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
