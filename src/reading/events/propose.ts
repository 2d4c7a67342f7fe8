import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import type { Cast } from '../cast.js';
import type { Proposal } from './proposal.js';
import { proposeNoun } from './propose-noun.js';
import { proposePredicate } from './propose-predicate.js';
import { proposeVerb } from './propose-verb.js';

/** Every event that a frame of the codebook finds in the trees, in text order. */
export function proposeEvents(doc: Document, cast: Cast, codebook: Codebook): Proposal[] {
  const proposals: Proposal[] = [];
  /** Words that a frame has taken in: "sanctions" in "imposed sanctions", "came" in "came under fire". */
  const taken = new Set<number>();
  for (const propose of [proposePredicate, proposeVerb, proposeNoun]) {
    // Within a kind, a word that one frame takes in may still tell something else: "agreed to sign".
    const found = wordsOf(doc).flatMap((token) =>
      taken.has(token) ? [] : (propose(doc, cast, codebook, token) ?? []),
    );
    for (const proposal of found) {
      proposals.push(proposal);
      for (const word of [proposal.head, ...proposal.cue]) taken.add(word);
    }
  }
  return proposals.sort((a, b) => a.head - b.head);
}

/** Tokens of the sentences that tell something. */
function wordsOf(doc: Document): number[] {
  return doc.sentences
    .filter(({ kind }) => kind !== 'byline' && kind !== 'dateline')
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset));
}
