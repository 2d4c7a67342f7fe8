import type { Codebook } from '../../../registry/codebook/codebook.js';
import type { Framed } from '../framed.js';
import { cueFeatures } from './cue-features.js';
import { type FeatureBag, scaled } from './feature-bag.js';
import { frameFeatures } from './frame-features.js';
import type { PairView } from './pair-view.js';
import { tenseFeatures, treeFeatures } from './tree-features.js';
import { placeFeatures, runFeatures } from './word-features.js';

/** Kinds of features, each with the length that its bag is scaled to. Chosen by cross-validation. */
const KINDS: readonly (readonly [
  name: string,
  length: number,
  of: (
    view: PairView,
    framed: readonly Framed[],
    nearest: Framed | undefined,
    codebook: Codebook,
  ) => FeatureBag,
])[] = [
  ['run', 1, (view) => runFeatures(view)],
  ['place', 1, (view) => placeFeatures(view)],
  ['tree', 1, (view) => treeFeatures(view)],
  ['tense', 0.5, (view) => tenseFeatures(view)],
  ['cue', 1.5, (view, _framed, _nearest, codebook) => cueFeatures(view, codebook)],
  ['frame', 1, frameFeatures],
];

const BIAS = 0.5;

/**
 * Everything that the arbiter looks at to tell what one party does to another.
 *
 * **Shape** names begin with the kind of feature; `framed` are the proposals of the pair's sentences, `nearest` that
 * of them which tells of the pair.
 */
export function pairFeatures(
  view: PairView,
  framed: readonly Framed[],
  nearest: Framed | undefined,
  codebook: Codebook,
): FeatureBag {
  const bag: FeatureBag = new Map([['bias', BIAS]]);
  for (const [name, length, of] of KINDS) {
    for (const [feature, value] of scaled(of(view, framed, nearest, codebook), length)) {
      bag.set(`${name}|${feature}`, value);
    }
  }
  return bag;
}
