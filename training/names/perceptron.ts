/** Weights of one feature, a label each. */
interface Row {
  readonly weight: Float32Array;
  readonly total: Float32Array;
  readonly since: Int32Array;
}

/** An averaged perceptron over hashed features. */
export interface Perceptron {
  /** Guesses among the labels allowed, learns where the guess was wrong, and returns the guess. */
  step(features: Uint32Array, size: number, gold: number, allowed: (label: number) => boolean): number;
  errors(): number;
  /** The average of all weights that the features ever had. */
  averaged(): Map<number, Float32Array>;
}

export function makePerceptron(labels: number): Perceptron {
  const rows = new Map<number, Row>();
  const scores = new Float64Array(labels);
  let now = 0;
  let wrong = 0;

  const change = (feature: number, label: number, by: number) => {
    let row = rows.get(feature);
    if (row === undefined) {
      row = {
        weight: new Float32Array(labels),
        total: new Float32Array(labels),
        since: new Int32Array(labels),
      };
      rows.set(feature, row);
    }
    row.total[label]! += row.weight[label]! * (now - row.since[label]!);
    row.since[label] = now;
    row.weight[label]! += by;
  };

  return {
    step(features, size, gold, allowed) {
      now++;
      scores.fill(0);
      for (let at = 0; at < size; at++) {
        const weight = rows.get(features[at]!)?.weight;
        if (weight !== undefined)
          for (let label = 0; label < labels; label++) scores[label]! += weight[label]!;
      }
      let guess = 0;
      for (let label = 1; label < labels; label++) {
        if (allowed(label) && scores[label]! > scores[guess]!) guess = label;
      }
      if (guess !== gold) {
        wrong++;
        for (let at = 0; at < size; at++) {
          change(features[at]!, gold, 1);
          change(features[at]!, guess, -1);
        }
      }
      return guess;
    },
    /** Wrong guesses since the last call. */
    errors() {
      const count = wrong;
      wrong = 0;
      return count;
    },
    averaged() {
      const result = new Map<number, Float32Array>();
      for (const [feature, row] of rows) {
        const mean = row.total.map(
          (total, label) => (total + row.weight[label]! * (now - row.since[label]!)) / now,
        );
        result.set(feature, mean);
      }
      return result;
    },
  };
}
