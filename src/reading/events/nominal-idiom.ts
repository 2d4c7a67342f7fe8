import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { matchOblique } from './match-oblique.js';

/** "A heart attack", "an attack of nerves", "(made) a phone call": a noun in company in which it tells no event. */
export function isNominalIdiom(doc: Document, noun: number, codebook: Codebook): boolean {
  const idioms = codebook.idioms.get(`noun ${doc.lemmas[noun]!.toLowerCase()}`) ?? [];
  return idioms.some(
    ({ modifier, oblique }) =>
      (modifier === null ||
        childrenBy(doc, noun, 'amod', 'compound').some((child) =>
          modifier.has(doc.lemmas[child]!.toLowerCase()),
        )) &&
      (oblique === null || matchOblique(doc, [noun], undefined, oblique) !== undefined),
  );
}
