import { sumOf } from '../../src/language/references/choose-by-model.js';
import {
  type Features,
  makeFeatures,
  newFeatures,
  pairFeatures,
  ROWS,
} from '../../src/language/references/link-features.js';
import { linkMentions } from '../../src/language/references/link-mentions.js';
import type { ReferenceModel } from '../../src/language/references/reference-model.js';
import { decodeReferenceModel, encodeReferenceModel } from '../../src/language/references/reference-model.js';
import { seeded, shuffled } from '../random.js';
import type { LinkText } from './texts.js';

/** Fits from several seeds are averaged. */
const SEEDS = [11, 12, 13, 14, 15];
const EPOCHS = 4;
const RATE = 0.1;
/** What a false link, a missed link and a link to the wrong entity cost. */
const FALSE_LINK = 0.1;
const MISSED_LINK = 3;
const WRONG_LINK = 2;
/** Share of features left out at random, and of choices that follow the right answer and not the guess. */
const DROPPED = 0.5;
const LED = 0.3;
/** **Units** documents; the weights are averaged over about as many. */
const AVERAGED = 250;
const MOST_CANDIDATES = 120;

/** The texts that are to be fitted on. */
export type Fitted = Pick<LinkText, 'scene' | 'chainOf'>;

/**
 * Weights by row, fitted on texts whose chains are known.
 *
 * Each mention chooses among the entities that its own earlier choices made, or somebody new; the loss is that of a
 * softmax whose right answers are all entities last told of by a mention of the same chain, and which minds a missed
 * link most. AdaGrad; the weights are averaged. The seed is fixed.
 *
 * **Source** mention ranking: Durrett and Klein 2013.
 */
export function fitLinks(texts: readonly Fitted[]): Float32Array {
  const all = SEEDS.map((seed) => fitOnce(texts, seed));
  return all[0]!.map((_, row) => all.reduce((sum, weights) => sum + weights[row]!, 0) / all.length);
}

function fitOnce(texts: readonly Fitted[], seed: number): Float32Array {
  const random = seeded(seed);
  const weight = new Float32Array(ROWS);
  const squares = new Float32Array(ROWS).fill(1e-6);
  const mean = new Float32Array(ROWS);
  const pool = Array.from({ length: MOST_CANDIDATES }, makeFeatures);
  let steps = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { scene, chainOf } of shuffled(texts, random)) {
      linkMentions(scene.mentions, scene.interview, (mention, candidates, { isSettled }) => {
        if (isSettled) return 0;
        const gold = chainOf[mention.index]!;
        const size = candidates.length;
        newFeatures(pool[size]!, mention, candidates);
        for (const [at, candidate] of candidates.entries()) pairFeatures(pool[at]!, mention, candidate);
        const right = candidates.map(({ entity }) => gold >= 0 && chainOf[entity.last.index] === gold);
        const isLinked = right.includes(true);
        right.push(!isLinked);
        for (let at = 0; at <= size; at++) drop(pool[at]!, random);
        const scores = right.map((_, at) => sumOf(weight, pool[at]!));
        const guess = scores.indexOf(Math.max(...scores));
        const costly = scores.map((score, at) =>
          right[at] ? score : score + (at === size ? MISSED_LINK : isLinked ? WRONG_LINK : FALSE_LINK),
        );
        const most = Math.max(...costly);
        const odds = costly.map((score) => Math.exp(score - most));
        const sum = odds.reduce((a, b) => a + b, 0);
        const good = odds.reduce((total, odd, at) => total + (right[at] ? odd : 0), 0);
        odds.forEach((odd, at) => {
          const gradient = (right[at] ? odd / Math.max(good, 1e-30) : 0) - odd / sum;
          if (Math.abs(gradient) < 1e-4) return;
          const { at: rows, size: count } = pool[at]!;
          for (let one = 0; one < count; one++) {
            const row = rows[one]!;
            squares[row]! += gradient * gradient;
            weight[row]! += (RATE * gradient) / Math.sqrt(squares[row]!);
          }
        });
        const follow = epoch === 0 || random() < LED ? right.indexOf(true) : guess;
        return follow === size ? -1 : follow;
      });
      steps++;
      const share = Math.max(1 / steps, 1 / AVERAGED);
      for (let row = 0; row < ROWS; row++) mean[row]! += share * (weight[row]! - mean[row]!);
    }
  }
  return mean;
}

function drop(features: Features, random: () => number): void {
  let kept = 0;
  for (let one = 0; one < features.size; one++)
    if (random() >= DROPPED) features.at[kept++] = features.at[one]!;
  features.size = kept;
}

/**
 * For each text the model fitted on all others but those of its own fold, packed as the one that ships.
 * **Shape** every `folds`-th text is in one fold, so that kinds of texts that stand together are spread.
 */
export function heldOutModels(texts: readonly Fitted[], folds: number): ReferenceModel[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    decodeReferenceModel(encodeReferenceModel(fitLinks(texts.filter((_, at) => at % folds !== fold)))),
  );
  return texts.map((_, at) => models[at % folds]!);
}
