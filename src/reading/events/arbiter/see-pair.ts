import type { Document } from '../../../document/document.js';
import type { Range } from '../../../document/span.js';
import type { Codebook } from '../../../registry/codebook/codebook.js';
import type { Framed } from '../framed.js';
import { nearestFrame } from '../nearest-frame.js';
import type { FeatureBag } from './feature-bag.js';
import { pairFeatures } from './pair-features.js';
import { viewPair } from './pair-view.js';

/** What there is to see of two parties: the arbiter's features, and the frame that tells of the two, if any. */
export interface SeenPair {
  readonly bag: FeatureBag;
  readonly nearest: Framed | undefined;
}

/**
 * Sees two parties of a document.
 *
 * **Shape** ranges are characters of the report's text; a party is null where it is not known. `framed` are the
 * proposals of the whole document; those of the parties' own sentences are looked at.
 */
export function seePair(
  doc: Document,
  framed: readonly Framed[],
  codebook: Codebook,
  actor: Range | null,
  recipient: Range | null,
): SeenPair {
  const view = viewPair(doc, actor, recipient);
  const near = framed.filter(({ proposal: { head } }) => view.from <= head && head < view.to);
  const nearest = nearestFrame(doc, near, actor, recipient);
  return { bag: pairFeatures(view, near, nearest, codebook), nearest };
}
