import type { Document } from '../../../document/document.js';
import { childrenBy } from '../../../document/tree.js';
import type { Cast, PlaceMention } from '../../cast.js';
import type { Place } from '../../contract.js';
import { narrowest } from '../../places/place-of-event.js';
import { prepositionsOf } from './prepositions.js';
import type { TellingWords } from './telling-words.js';

const WHERE = new Set(['at', 'in', 'inside', 'near', 'on', 'outside']);
/** "Speaking from Berlin". */
const FROM = new Set(['broadcast', 'report', 'speak', 'talk', 'write']);
/** **Units** nouns between the verb and the place: "at a meeting of the council in Geneva". */
const FARTHEST = 3;

/** Where something was said: the narrowest place that the words around it name, outside of what is said. */
export function findPlace(doc: Document, cast: Cast, words: TellingWords): Place | null {
  const found: PlaceMention[] = [];
  const look = (noun: number, depth: number, isThere: boolean) => {
    if (words.isContent(noun)) return;
    const place = isThere ? cast.placeAt(noun) : undefined;
    if (place !== undefined) found.push(place);
    if (depth >= FARTHEST) return;
    for (const child of childrenBy(doc, noun, 'nmod', 'appos')) {
      const isApposed = doc.tree.relations[child] === 'appos' && isThere;
      look(child, depth + 1, isApposed || prepositionsOf(doc, child).some((word) => WHERE.has(word)));
    }
  };
  for (const host of words.hosts) {
    const isFrom = FROM.has(doc.lemmas[host]!.toLowerCase());
    for (const child of childrenBy(doc, host, 'obl', 'nmod', 'obj', 'iobj')) {
      const isThere = prepositionsOf(doc, child).some(
        (word) => WHERE.has(word) || (isFrom && word === 'from'),
      );
      // "Told reporters in Rome" is said there; "accused officials in Rome", "wrote to the embassy in Rome" are not.
      if (isThere || isHearer(doc, child)) look(child, 0, isThere);
    }
  }
  return found.length === 0 ? null : narrowest(found);
}

/** Those whom one speaks to where one is, and occasions. */
function isHearer(doc: Document, noun: number): boolean {
  return /^(?:reporter|journalist|press|news|crowd|council|parliament|assembly|committee|congress|senate|court|lawmaker|parliamentarian|delegate|student|supporter|audience|conference|briefing|rally|meeting|summit|forum|gathering|session|interview|speech|address)$/.test(
    doc.lemmas[noun]!.toLowerCase(),
  );
}
