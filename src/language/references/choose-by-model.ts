import { type Features, makeFeatures, newFeatures, pairFeatures } from './link-features.js';
import type { Candidate, Choose } from './link-mentions.js';
import type { Mention } from './mention.js';
import type { ReferenceModel } from './reference-model.js';
import { voiceOf } from './voice.js';

/** Called with each decision: the scores of the candidates, and last that of somebody new. */
export type Watch = (mention: Mention, candidates: readonly Candidate[], scores: readonly number[]) => void;

/** Chooses what the model holds likeliest; the scores that `watch` gets are logarithms of odds, up to a constant. */
export function chooseByModel(model: ReferenceModel, watch?: Watch): Choose {
  const features = makeFeatures();
  const { weights, scale } = model;
  return (mention, candidates, { isSettled }) => {
    if (isSettled) {
      watch?.(mention, candidates, CERTAIN);
      return 0;
    }
    newFeatures(features, mention, candidates);
    const fresh = sumOf(weights, features);
    let best = fresh;
    let chosen = -1;
    const scores: number[] = [];
    for (let at = 0; at < candidates.length; at++) {
      pairFeatures(features, mention, candidates[at]!);
      const score = sumOf(weights, features) + voiceOf(mention, candidates[at]!) * scale;
      scores.push(score / scale);
      if (score > best) {
        best = score;
        chosen = at;
      }
    }
    if (watch !== undefined) {
      scores.push(fresh / scale);
      watch(mention, candidates, scores);
    }
    return chosen;
  };
}

/** The one candidate against somebody new. */
const CERTAIN = [20, 0];

export function sumOf(weights: Int8Array | Float32Array, { at, size }: Features): number {
  let sum = 0;
  for (let one = 0; one < size; one++) sum += weights[at[one]!]!;
  return sum;
}
