import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import type { Cast } from '../cast.js';
import type { Proposal } from './proposal.js';
import { proposeNoun } from './propose-noun.js';
import { proposeVerb } from './propose-verb.js';

/** Every event that a frame of the codebook finds in the trees, in text order. */
export function proposeEvents(doc: Document, cast: Cast, codebook: Codebook): Proposal[] {
  const proposals: Proposal[] = [];
  /** Nouns that a verb's frame has taken in: "sanctions" in "imposed sanctions". */
  const taken = new Set<number>();
  const verbs: Proposal[] = [];
  for (const sentence of doc.sentences) {
    if (sentence.kind === 'byline' || sentence.kind === 'dateline') continue;
    for (let token = sentence.from; token < sentence.to; token++) {
      const found = proposeVerb(doc, cast, codebook, token);
      if (found === undefined) continue;
      verbs.push(found);
      for (const word of found.cue) taken.add(word);
    }
  }
  proposals.push(...verbs);
  for (const sentence of doc.sentences) {
    if (sentence.kind === 'byline' || sentence.kind === 'dateline') continue;
    for (let token = sentence.from; token < sentence.to; token++) {
      if (taken.has(token)) continue;
      const found = proposeNoun(doc, cast, codebook, token);
      if (found !== undefined) proposals.push(found);
    }
  }
  return proposals.sort((a, b) => a.head - b.head);
}
