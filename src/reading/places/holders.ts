import type { Document } from '../../document/document.js';
import { hasCase } from '../../document/tree.js';
import { isPlaceNoun, type Spot } from './place-spots.js';

/**
 * The places that a name is said to lie in, the nearest first: "Paris, Lamar County, Texas", "Homs (Syria)", "the
 * town of Homs in Syria", "Syria's Homs", "the Syrian city of Homs".
 *
 * **Shape** `byHead` holds all spots by their heads.
 */
export function holdersOf(
  doc: Document,
  spots: readonly Spot[],
  index: number,
  byHead: ReadonlyMap<number, Spot>,
): Spot[] {
  const holders = behindCommas(doc, spots, index);
  const own = spots[index]!;
  const add = (token: number) => {
    const spot = byHead.get(token);
    if (spot !== undefined && spot !== own && !holders.includes(spot)) holders.push(spot);
  };
  const phrases = [own.head];
  const governor = doc.tree.heads[own.head] ?? -1;
  if (governor >= 0 && isPlaceNoun(doc, governor)) phrases.push(governor);
  for (const phrase of phrases) {
    for (const child of doc.tree.children[phrase] ?? []) {
      const relation = doc.tree.relations[child]!;
      if (relation === 'nmod:poss' || relation === 'amod' || relation === 'compound') add(child);
      else if (/^(?:nmod|obl)/.test(relation) && (hasCase(doc, child, 'in') || hasCase(doc, child, 'of'))) {
        add(child);
      }
    }
  }
  // "Was found in the town of Homs in Syria": the tree may hang both on the verb.
  const next = spots[index + 1];
  if (next !== undefined && next.from === own.to + 1 && doc.tokens[own.to]!.text.toLowerCase() === 'in') {
    add(next.head);
  }
  return holders;
}

function behindCommas(doc: Document, spots: readonly Spot[], index: number): Spot[] {
  const found: Spot[] = [];
  for (let at = index; at + 1 < spots.length; at++) {
    const next = spots[at + 1]!;
    const between = doc.tokens[spots[at]!.to]?.text;
    if (next.from !== spots[at]!.to + 1 || (between !== ',' && between !== '(')) break;
    found.push(next);
  }
  return found;
}
