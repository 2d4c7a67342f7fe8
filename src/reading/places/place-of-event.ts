import type { Document } from '../../document/document.js';
import { hasCase, subtree } from '../../document/tree.js';
import type { Cast, PlaceMention } from '../cast.js';
import type { EventType, Place } from '../contract.js';

/** Words that lead to where something is or happens. */
const WHERE = [
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'within',
  'across',
  'around',
  'throughout',
  'off',
  'along',
];

/** Kinds of events that happen where what they are done to lies: "shelled Kherson", "a visit to Lagos". */
const AT_TARGET: ReadonlySet<EventType> = new Set([
  'AID',
  'ASSAULT',
  'COERCE',
  'CONSULT',
  'MOBILIZE',
  'PROTEST',
  'RETREAT',
]);

/** Words that lead to what an event is done to, where a noun or a verb of motion tells it. */
const WHITHER = ['of', 'on', 'to', 'into', 'against', 'from'];

const CLAUSE = /^(?:ccomp|csubj|parataxis|acl:relcl|advcl|conj)/;

/** Clauses that go on with what the clause above them tells of. */
const GOES_ON = /^(?:xcomp|conj|advcl|acl|obl|obj|nsubj|nmod|compound)/;

const FINENESS: Record<Place['kind'], number> = { site: 0, city: 1, region: 2, country: 3 };

/**
 * Where an event happened, as far as the sentence says it: where its own clause is set; else what it is done to or
 * leads to; else where the clause above it is set. Of several the narrowest place ("in Homs, Syria").
 */
export function placeOfEvent(doc: Document, cast: Cast, head: number, type: EventType): Place | null {
  const sentence = doc.tokens[head]!.sentence;
  const { from, to } = doc.sentences[sentence]!;
  const places = cast.placesIn({ from, to });
  if (places.length === 0) return null;
  const own = new Set(subtree(doc, head, (child) => CLAUSE.test(doc.tree.relations[child]!)));
  const here = places.filter((place) => own.has(place.head));
  const set = here.filter((place) => isSetIn(doc, place));
  if (set.length > 0) return narrowest(set);
  if (AT_TARGET.has(type)) {
    const target = here.filter((place) => isTarget(doc, place, head));
    if (target.length > 0) return narrowest(target);
  }
  return settingAbove(doc, places, head);
}

/** "In Lima", and "Miraflores" in "in the Lima district of Miraflores". */
function isSetIn(doc: Document, { head, place }: PlaceMention): boolean {
  if (hasCase(doc, head, ...WHERE)) return true;
  if (!/^(?:appos|compound|conj|nmod|flat|amod)/.test(doc.tree.relations[head]!)) return false;
  // "In a US operation" says whose it was.
  if (place.kind === 'country' && /^(?:compound|amod|flat)/.test(doc.tree.relations[head]!)) return false;
  const above = doc.tree.heads[head]!;
  const isNamed = doc.tree.relations[head] === 'appos' || hasCase(doc, head, 'of') || !hasAnyCase(doc, head);
  return isNamed && above >= 0 && doc.upos[above] !== 'VERB' && hasCase(doc, above, ...WHERE);
}

function hasAnyCase(doc: Document, token: number): boolean {
  return (doc.tree.children[token] ?? []).some((child) => doc.tree.relations[child] === 'case');
}

/** What hangs on the event's own word as its object, or behind a word that leads there. */
function isTarget(doc: Document, { head, place }: PlaceMention, event: number): boolean {
  if (doc.tree.heads[head] !== event) return false;
  const relation = doc.tree.relations[head]!;
  if (relation === 'obj' || relation === 'nsubj:pass') return true;
  // A bare name right behind a verb is its object, whatever the tree makes of it.
  if (relation === 'xcomp' && head === event + 1) return true;
  if (relation === 'compound') return place.kind !== 'country';
  return /^(?:nmod|obl)/.test(relation) && hasCase(doc, head, ...WHITHER);
}

/** The setting of a clause that this one goes on from: "In Lima, crowds gathered and burned tyres". */
function settingAbove(doc: Document, places: readonly PlaceMention[], head: number): Place | null {
  for (let at = head; GOES_ON.test(doc.tree.relations[at]!); ) {
    at = doc.tree.heads[at]!;
    const set = places.filter(
      (place) =>
        isSetIn(doc, place) &&
        /^obl/.test(doc.tree.relations[place.head]!) &&
        doc.tree.heads[place.head] === at,
    );
    if (set.length > 0) return narrowest(set);
  }
  return null;
}

/** Of several places the one that says most: a site before a town, a town before a region. */
export function narrowest(places: readonly PlaceMention[]): Place {
  return places.reduce((best, one) => (FINENESS[one.place.kind] < FINENESS[best.place.kind] ? one : best))
    .place;
}
