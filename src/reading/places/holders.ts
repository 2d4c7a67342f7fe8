import type { Document } from '../../document/document.js';
import { hasCase } from '../../document/tree.js';
import { distanceBetween, type KnownPlace } from '../../registry/geography/geography.js';
import { foldName } from '../../registry/gazetteer/fold.js';
import { isState } from '../../registry/sectors.js';
import { isPlaceNoun, type Spot } from './place-spots.js';

/**
 * The places that a name is said to lie in, the nearest first: "Paris, Lamar County, Texas", "Homs (Syria)", "the
 * town of Homs in Syria", "Syria's Homs", "the Syrian city of Homs".
 */
export function holdersOf(doc: Document, spots: readonly Spot[], index: number): Spot[] {
  const holders = behindCommas(doc, spots, index);
  const own = spots[index]!;
  const byHead = new Map(spots.map((spot) => [spot.head, spot]));
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

/** **Units** kilometres: how far from its middle what lies in a region can be, and in a town. */
const REACH = { region: 500, district: 150, city: 60 };

/** Whether a place lies in what a holder names. */
export function liesIn(place: KnownPlace, { listing, namesakes }: Spot): boolean {
  if (listing === null) {
    return namesakes.some(
      (one) =>
        one.country === place.country &&
        (one.kind === 'region' ? one.name === place.region : distanceBetween(one, place) < REACH[one.kind]),
    );
  }
  const { country, latitude, longitude } = listing;
  // "Athens, Georgia", "Buffalo, New York": the region, whatever else is known by its name.
  if (place.region !== null && foldName(place.region) === foldName(listing.name)) return true;
  if (isState(country) && country !== place.country) return false;
  if (listing.kind !== 'place') return country === place.country && listing.place !== 'region';
  if (latitude === null || longitude === null) return false;
  return distanceBetween({ latitude, longitude }, place) < REACH[listing.place === 'city' ? 'city' : 'region'];
}
