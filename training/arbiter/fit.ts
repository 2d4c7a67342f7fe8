import { hashText } from '../../src/language/kernel/hash.js';
import { type Arbiter, probabilities, scores } from '../../src/reading/events/arbiter/arbiter.js';
import type { FeatureBag } from '../../src/reading/events/arbiter/feature-bag.js';
import type { RelationType } from '../../src/reading/events/relation-type.js';
import { seeded, shuffled } from '../random.js';
import { type SparseRow, trainSoftmax } from './softmax.js';

/** What one party does to another in a sentence, told by somebody who read it, with what the arbiter sees of it. */
export interface Lesson {
  readonly sentence: string;
  readonly type: RelationType;
  readonly bag: FeatureBag;
  /** How much it counts beside others. */
  readonly importance: number;
}

export const VERSION = '2026-11-23';

/** One machine for each; their weights are averaged, which leaves what chance had no part in. */
const SEEDS = [1, 2, 3, 4, 5];
/** Features of fewer lessons teach nothing that holds elsewhere, and take room. */
const LEAST = 2;
/** Parts that sureness is judged by, each by one machine: that it is right in the mean is enough. */
const PARTS = 3;

/** Fits an arbiter; how sure it may be of itself is told by lessons that it did not learn from. */
export function fitArbiter(lessons: readonly Lesson[]): Arbiter {
  const held = inFolds(lessons, PARTS).flatMap((part, _, parts) => {
    const arbiter = fitWeights(parts.filter((one) => one !== part).flat(), SEEDS.slice(0, 1));
    return part.filter(({ importance }) => importance === 1).map((one) => ({ arbiter, one }));
  });
  const sharpness = sharpest(
    held.map(({ arbiter, one }) => ({
      sums: scores(arbiter, one.bag),
      right: arbiter.types.indexOf(one.type),
    })),
  );
  return { ...fitWeights(lessons, SEEDS), sharpness };
}

/** Each lesson with an arbiter that learned from none of its fold, and from all of `others`. */
export function heldOut<T extends Lesson>(
  lessons: readonly T[],
  others: readonly Lesson[],
  folds: number,
): { arbiter: Arbiter; lesson: T }[] {
  const all = inFolds(lessons, folds);
  return all.flatMap((fold) => {
    const rest = all.filter((one) => one !== fold).flat();
    const arbiter = fitArbiter([...rest, ...others]);
    return fold.map((lesson) => ({ arbiter, lesson }));
  });
}

/** Parts lessons into folds by chance, all of a sentence into the same one. */
export function inFolds<T extends { readonly sentence: string }>(
  lessons: readonly T[],
  folds: number,
): T[][] {
  const sentences = shuffled([...new Set(lessons.map(({ sentence }) => sentence))], seeded(1));
  const foldOf = new Map(sentences.map((sentence, at) => [sentence, at % folds]));
  return Array.from({ length: folds }, (_, fold) =>
    lessons.filter(({ sentence }) => foldOf.get(sentence) === fold),
  );
}

function fitWeights(lessons: readonly Lesson[], seeds: readonly number[]): Arbiter {
  const types = [...new Set(lessons.map(({ type }) => type))].sort();
  const counts = new Map<string, number>();
  for (const { bag } of lessons) for (const name of bag.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name);
  const places = new Map(kept.map((name, at) => [name, at]));
  const taught = {
    rows: lessons.map(({ bag }) => sparse(bag, places)),
    labels: lessons.map(({ type }) => types.indexOf(type)),
    importance: lessons.map(({ importance }) => importance),
  };
  const machines = seeds.map((seed) => trainSoftmax(taught, types.length, kept.length, seed));
  const weights = types.map((_, type) =>
    machines[0]![type]!.map(
      (_, at) => machines.reduce((sum, one) => sum + one[type]![at]!, 0) / seeds.length,
    ),
  );
  const largest = weights.reduce((most, row) => row.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0);
  const scale = largest / 127;
  const table = new Int8Array(kept.length * types.length);
  for (let at = 0; at < kept.length; at++) {
    for (let type = 0; type < types.length; type++) {
      table[at * types.length + type] = Math.round(weights[type]![at]! / scale);
    }
  }
  return {
    version: VERSION,
    types,
    rows: new Map(kept.map((name, at) => [hashText(name, 0), at])),
    weights: table,
    scale,
    sharpness: 1,
    learned: new Set(lessons.map(({ sentence }) => hashOfSentence(sentence))),
  };
}

function sparse(bag: FeatureBag, places: ReadonlyMap<string, number>): SparseRow {
  const known = [...bag].flatMap(([name, value]) => {
    const at = places.get(name);
    return at === undefined ? [] : [[at, value] as const];
  });
  return { at: Int32Array.from(known, ([at]) => at), values: Float32Array.from(known, ([, value]) => value) };
}

/** Sentences are known again whatever their spacing and marks. */
export function hashOfSentence(sentence: string): number {
  return hashText(sentence.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), 0);
}

/** How sharply to turn scores into odds, so that what was right was the likeliest as a whole. */
function sharpest(held: readonly { readonly sums: Float64Array; readonly right: number }[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let sharpness = 0.5; sharpness <= 10; sharpness += 0.1) {
    const loss = held.reduce(
      (sum, { sums, right }) => sum - Math.log(Math.max(1e-9, probabilities(sums, sharpness)[right] ?? 0)),
      0,
    );
    if (loss < least) [best, least] = [sharpness, loss];
  }
  return Math.round(best * 10) / 10;
}
