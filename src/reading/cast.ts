import type { Parsed } from '../document/document.js';
import type { TokenRange } from '../document/span.js';
import { hasCase } from '../document/tree.js';
import type { Actor, Place } from './contract.js';

/**
 * One mention of somebody who can act or be acted on.
 *
 * **Shape** `head` is the token that the tree hangs the mention on; `from`..`to` are its tokens: title, name,
 * apposition and the phrase that identifies it ("president of Chile", "police in Tehran") included, relative
 * clauses left out. `actors` holds one entry but for collectives ("both countries") and shared nouns ("Russian and
 * Chinese diplomats"); it is empty where a pronoun stays open. Conjoined names are mentions of their own, each with
 * its own head. Mentions nest: "Iran" is one within "Iran's foreign minister".
 */
export interface ActorMention {
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'named' | 'described' | 'generic' | 'pronoun';
  readonly actors: readonly Actor[];
}

/** A stretch of text that names a place. */
export interface PlaceMention {
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** Everybody in a document who can act, found once and used by every part of the reading. */
export interface Cast {
  /** In text order; of two that begin together the longer one first. */
  readonly mentions: readonly ActorMention[];
  /** The mention that hangs on this token. */
  at(head: number): ActorMention | undefined;
  /** Places in text order; a country's name is both a place and, where it can act, a mention. */
  readonly places: readonly PlaceMention[];
  /** The place that is named at this token. */
  placeAt(head: number): PlaceMention | undefined;
  /** The places whose names hang within these tokens, in text order. */
  placesIn(range: TokenRange): readonly PlaceMention[];
  /** The mentions that begin at this token, the longest first. */
  beginningAt(token: number): readonly ActorMention[];
}

/** Puts mentions and places in order and makes them findable. */
export function makeCast(mentions: readonly ActorMention[], places: readonly PlaceMention[]): Cast {
  const inTextOrder = (a: TokenRange, b: TokenRange) => a.from - b.from || b.to - a.to;
  const byHead = new Map(mentions.map((mention) => [mention.head, mention]));
  const inOrder = [...byHead.values()].sort((a, b) => inTextOrder(a, b) || a.head - b.head);
  const placesInOrder = [...places].sort(inTextOrder);
  const placeByHead = new Map<number, PlaceMention>();
  for (const place of placesInOrder) if (!placeByHead.has(place.head)) placeByHead.set(place.head, place);
  const byStart = new Map<number, ActorMention[]>();
  for (const mention of inOrder) byStart.set(mention.from, [...(byStart.get(mention.from) ?? []), mention]);
  return {
    mentions: inOrder,
    places: placesInOrder,
    at: (head) => byHead.get(head),
    placeAt: (head) => placeByHead.get(head),
    placesIn: ({ from, to }) => {
      const found: PlaceMention[] = [];
      for (let token = from; token < to; token++) {
        const place = placeByHead.get(token);
        if (place !== undefined) found.push(place);
      }
      return found.sort(inTextOrder);
    },
    beginningAt: (token) => byStart.get(token) ?? [],
  };
}

/** The innermost mention whose tokens include this one. */
export function mentionCovering(cast: Cast, token: number): ActorMention | undefined {
  const own = cast.at(token);
  if (own !== undefined) return own;
  let found: ActorMention | undefined;
  for (const mention of startingBefore(cast.mentions, token)) {
    if (mention.to > token && (found === undefined || mention.to - mention.from <= found.to - found.from)) {
      found = mention;
    }
  }
  return found;
}

/**
 * The mention that an arbitrary noun phrase stands for: its own; else the name that its head is a part of; else
 * whoever owns, makes or belongs to the thing named ("Russia's veto", "a US missile strike", "an attack by rebels",
 * "the decision of the court"), nearest bond first. Undefined where nobody stands behind it.
 */
export function actorsOf(doc: Parsed, cast: Cast, token: number): ActorMention | undefined {
  const own = cast.at(token);
  if (own !== undefined) return own;
  const relation = doc.tree.relations[token] ?? '';
  if (relation === 'flat' || relation === 'compound' || relation === 'goeswith') {
    const covering = mentionCovering(cast, token);
    if (covering !== undefined) return covering;
  }
  const children = doc.tree.children[token] ?? [];
  const isItself = actsItself(doc, token);
  for (const bond of BONDS) {
    if (isItself && bond === MODIFIED) continue;
    for (const child of children) {
      if (!bond(doc, child)) continue;
      const mention = cast.at(child) ?? nested(doc, cast, child);
      if (mention !== undefined) return mention;
    }
  }
  return undefined;
}

type Bond = (doc: Parsed, child: number) => boolean;

const MODIFIED: Bond = (doc, child) =>
  doc.tree.relations[child] === 'amod' || doc.tree.relations[child] === 'compound';

const BONDS: readonly Bond[] = [
  (doc, child) => doc.tree.relations[child] === 'nmod:poss',
  MODIFIED,
  (doc, child) => isLedBy(doc, child, 'by'),
  (doc, child) => isLedBy(doc, child, 'of'),
  (doc, child) => isLedBy(doc, child, 'from'),
];

function isLedBy(doc: Parsed, token: number, word: string): boolean {
  return /^(nmod|obl)/.test(doc.tree.relations[token] ?? '') && hasCase(doc, token, word);
}

/** "A Chilean car maker", "the Malian club": those who act by themselves are not the state that they are from. */
function actsItself(doc: Parsed, token: number): boolean {
  return THEMSELVES.has(doc.lemmas[token]!.toLowerCase());
}

const THEMSELVES = new Set(
  'airline automaker band bank brand brewery carmaker chain club company conglomerate corporation firm giant insurer league lender maker manufacturer operator producer publisher retailer startup studio supermarket supplier team utility'.split(
    ' ',
  ),
);

/** A modifier's own modifier: "a US Supreme Court decision" where only "US" is known. */
function nested(doc: Parsed, cast: Cast, token: number): ActorMention | undefined {
  for (const child of doc.tree.children[token] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (relation !== 'compound' && relation !== 'amod' && relation !== 'nmod:poss') continue;
    const mention = cast.at(child);
    if (mention !== undefined) return mention;
  }
  return undefined;
}

/** Mentions that begin at or before a token, the nearest ones first, as far back as a mention can reach. */
function* startingBefore(mentions: readonly ActorMention[], token: number): Generator<ActorMention> {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.from <= token) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && token - mentions[index]!.from < LONGEST; index--) {
    yield mentions[index]!;
  }
}

/** **Units** tokens; no mention is longer, `findCast` sees to it. */
export const LONGEST = 40;
