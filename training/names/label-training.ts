import { MOST_FEATURES, nameFeatures } from '../../src/language/names/features.js';
import { canFollow, isEligible, LABELS, remember } from '../../src/language/names/label-names.js';
import type { Labeller } from '../../src/language/names/labelled-names.js';
import { seeded, shuffled } from '../random.js';
import type { NamedReport } from './gold-names.js';
import { makePerceptron, type Perceptron } from './perceptron.js';

const EPOCHS = 24;
/** The share of features left out at random, so that no word alone decides and the rest is learned too. */
const DROPPED = 0.2;

type Lists = Pick<Labeller, 'words' | 'cache'>;

/**
 * Weights of the labels: the mean of averaged perceptrons, one for each seed. What they share stays, what each got
 * wrong does not. They learn one report at a time, so as to use what earlier sentences told.
 */
export function trainLabels(
  reports: readonly NamedReport[],
  seeds: readonly number[],
  lists: Lists,
): Map<number, Float32Array> {
  const weights = new Map<number, Float32Array>();
  for (const seed of seeds) {
    const perceptron = makePerceptron(LABELS.length);
    const random = seeded(seed);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      for (const report of shuffled(reports, random)) learn(report, perceptron, random, lists);
    }
    console.log(`labels, seed ${seed}: ${perceptron.errors()} errors in ${EPOCHS} epochs`);
    for (const [feature, row] of perceptron.averaged()) {
      const sum = weights.get(feature) ?? new Float32Array(LABELS.length);
      for (let label = 0; label < LABELS.length; label++) sum[label]! += row[label]! / seeds.length;
      weights.set(feature, sum);
    }
  }
  return weights;
}

function learn(
  { doc, labels, complete }: NamedReport,
  perceptron: Perceptron,
  random: () => number,
  { words, cache }: Lists,
): void {
  const features = nameFeatures(doc, words, cache);
  const buffer = new Uint32Array(MOST_FEATURES);
  const memory = new Map<string, number>();
  const guessed = new Uint8Array(doc.tokens.length);
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      const before = token > from ? guessed[token - 1]! : 0;
      if (!isEligible(doc, token, to, before)) continue;
      if (!complete && labels[token] === 0 && doc.upos[token] === 'PROPN') continue;
      const earlier = token > from + 1 ? guessed[token - 2]! : 0;
      const size = thinned(buffer, features.fill(token, before, earlier, memory, buffer), random);
      // Where the beginning of a name was missed, its further words can only begin one.
      const gold = labels[token]! - (canFollow(labels[token]!, before) ? 0 : 1);
      guessed[token] = perceptron.step(buffer, size, gold, (label) => canFollow(label, before));
    }
    remember(doc, guessed, from, to, memory);
  }
}

function thinned(features: Uint32Array, size: number, random: () => number): number {
  let kept = 0;
  for (let at = 0; at < size; at++) if (random() >= DROPPED) features[kept++] = features[at]!;
  return kept;
}
