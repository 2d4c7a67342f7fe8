import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Geography, KnownPlace } from '../../registry/geography/geography.js';
import type { Listing } from '../../registry/registry.js';
import { liesIn } from './lies-in.js';

/** A name of a place where it stands: as the gazetteer lists it, or with all places of the world that bear it. */
export interface Spot extends TokenRange {
  readonly head: number;
  readonly name: string;
  readonly listing: Listing | null;
  readonly namesakes: readonly KnownPlace[];
}

/** Nouns that say that the name with them is one of a place. */
const PLACE_NOUNS = new Set(
  `area borough city commune community constituency county department district governorate hamlet island municipality
  neighborhood neighbourhood oblast parish port prefecture province region settlement state suburb territory town
  township village`.split(/\s+/),
);

/** Whether a token is a noun such as "village". */
export function isPlaceNoun(doc: Document, token: number): boolean {
  return PLACE_NOUNS.has(doc.lemmas[token]?.toLowerCase() ?? '');
}

/** Listed names that tell where something lies, the people's own among them ("the Yemeni port of Aden"). */
const LISTED: ReadonlySet<Listing['kind']> = new Set(['country', 'demonym', 'capital', 'place']);

/** Every name of a place in a document, in text order: those that are listed, and those that are not. */
export function findSpots(
  doc: Document,
  geography: Geography,
  listed: readonly (TokenRange & { readonly head: number; readonly listing: Listing })[],
): Spot[] {
  const taken = new Uint8Array(doc.tokens.length);
  const spots: Spot[] = [];
  for (const { from, to, head, listing } of listed) {
    taken.fill(1, from, to);
    if (LISTED.has(listing.kind)) spots.push({ from, to, head, name: listing.name, listing, namesakes: [] });
  }
  const add = (from: number, to: number, head: number, name: string) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return;
    const namesakes = geography.named(name);
    if (namesakes.length === 0) return;
    taken.fill(1, from, to);
    spots.push({ from, to, head, name, listing: null, namesakes });
  };
  for (const { from, to, head, text, type } of doc.names) if (type === 'place') add(from, to, head, text);
  for (let token = 0; token < doc.tokens.length; token++) {
    const range = besidePlaceNoun(doc, token);
    if (range !== undefined) add(range.from, range.to, range.head, textOf(doc, range));
  }
  for (const holder of [...spots]) {
    const range = beforeComma(doc, holder);
    if (range === undefined) continue;
    const name = textOf(doc, range);
    if (geography.named(name).some((place) => liesIn(place, holder)))
      add(range.from, range.to, range.head, name);
  }
  return spots.sort((a, b) => a.from - b.from);
}

/** "Blakely" in "struck Blakely, Georgia". */
function beforeComma(doc: Document, { from: at }: Spot): (TokenRange & { head: number }) | undefined {
  if (doc.tokens[at - 1]?.text !== ',') return undefined;
  const to = at - 1;
  let from = to;
  // Whatever it is tagged: that a place of the name lies there says enough.
  const start = doc.sentences[doc.tokens[at]!.sentence]!.from;
  while (from > start && (from - 1 > start || isNameWord(doc, from - 1)) && isCapitalised(doc, from - 1))
    from--;
  return from === to || doc.tokens[from]!.sentence !== doc.tokens[at]!.sentence
    ? undefined
    : { from, to, head: to - 1 };
}

function isNameWord(doc: Document, token: number): boolean {
  return doc.upos[token] === 'PROPN' && isCapitalised(doc, token);
}

function isCapitalised(doc: Document, token: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(doc.tokens[token]!.text);
}

/** "The village of Ranya", "Dhule district", "in Dhule and Nandurbar districts": a name that no finder took for one. */
function besidePlaceNoun(doc: Document, noun: number): (TokenRange & { head: number }) | undefined {
  if (!isPlaceNoun(doc, noun)) return undefined;
  let from = noun;
  let to = noun;
  if (doc.tokens[noun + 1]?.text === 'of') {
    from = noun + 2;
    to = from;
    while (to < doc.tokens.length && isNameWord(doc, to)) to++;
  } else {
    while (from > 0 && isNameWord(doc, from - 1)) from--;
  }
  const sentence = doc.tokens[noun]!.sentence;
  if (from === to || doc.tokens[from]!.sentence !== sentence || doc.tokens[to - 1]!.sentence !== sentence) {
    return undefined;
  }
  return { from, to, head: to - 1 };
}

function textOf(doc: Document, { from, to }: TokenRange): string {
  return doc.report.text.slice(doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
}
