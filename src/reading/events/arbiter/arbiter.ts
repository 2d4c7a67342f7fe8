import { hashText } from '../../../language/kernel/hash.js';
import type { RelationType } from '../relation-type.js';
import type { FeatureBag } from './feature-bag.js';

/**
 * A linear judge of what one party does to another.
 *
 * **Shape** `rows` leads from a feature's hash to its row in `weights`, one weight a type.
 * **Units** a weight is its integer times the `scale` of its type; `sharpness` turns differences of scores into odds.
 */
export interface Arbiter {
  readonly version: string;
  readonly types: readonly RelationType[];
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly sharpness: number;
  /** Hashes of the sentences of gold files that it learned from: it must not be scored on them. */
  readonly learned: ReadonlySet<number>;
}

/** What the arbiter makes of a pair: the probability of each type, in the order of its types. */
export function judge(arbiter: Arbiter, bag: FeatureBag): Float64Array {
  return probabilities(scores(arbiter, bag), arbiter.sharpness);
}

/** The scores of all types, higher where more speaks for one. */
export function scores({ types, rows, weights, scale }: Arbiter, bag: FeatureBag): Float64Array {
  const sums = new Float64Array(types.length);
  for (const [feature, value] of bag) {
    const row = rows.get(hashText(feature, 0));
    if (row === undefined) continue;
    for (let type = 0; type < types.length; type++)
      sums[type]! += weights[row * types.length + type]! * value;
  }
  return sums.map((sum) => sum * scale);
}

export function probabilities(sums: Float64Array, sharpness: number): Float64Array {
  const largest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sharpness * (sum - largest)));
  const total = odds.reduce((a, b) => a + b, 0);
  return odds.map((one) => one / total);
}

/** The features that speak most for one type rather than another, strongest first. */
export function reasonsFor(
  { types, rows, weights, scale }: Arbiter,
  bag: FeatureBag,
  type: RelationType,
  rather: RelationType,
): { feature: string; weight: number }[] {
  const [own, other] = [types.indexOf(type), types.indexOf(rather)];
  const found: { feature: string; weight: number }[] = [];
  for (const [feature, value] of bag) {
    const row = rows.get(hashText(feature, 0));
    if (row === undefined) continue;
    const at = row * types.length;
    found.push({ feature, weight: (weights[at + own]! - weights[at + other]!) * value * scale });
  }
  return found.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}
