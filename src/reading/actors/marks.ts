import type { Document, NameType } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Listing, Registry, Role } from '../../registry/registry.js';
import { isState } from '../../registry/sectors.js';
import { settleSpots } from '../places/settle-spots.js';
import { bareName } from './bare-name.js';

/** A name that the registry knows, where it stands. `head` is the token that the tree hangs it on. */
export interface NameMark extends TokenRange {
  readonly head: number;
  readonly listing: Listing;
}

/** A noun that makes its bearer an actor, where it stands. */
export interface RoleMark extends TokenRange {
  readonly head: number;
  readonly role: Role;
}

/** What the registry knows of the words of a document, token by token. */
export interface Marks {
  readonly names: readonly NameMark[];
  /** Index into `names` by token, -1 where none; likewise `roleAt`. */
  readonly nameAt: Int32Array;
  readonly roles: readonly RoleMark[];
  readonly roleAt: Int32Array;
  /** The document's own names by token, -1 where none. */
  readonly ownNameAt: Int32Array;
  /** 1 where a token tells of time. */
  readonly timeAt: Uint8Array;
}

/** Looks every name and role of a document up, once. */
export function markDocument(doc: Document, registry: Registry): Marks {
  const count = doc.tokens.length;
  const ownNameAt = new Int32Array(count).fill(-1);
  for (const name of doc.names) for (let at = name.from; at < name.to; at++) ownNameAt[at] = name.index;
  const timeAt = new Uint8Array(count);
  for (const time of doc.times) timeAt.fill(1, time.from, time.to);
  const roles = markRoles(doc, registry);
  const roleAt = byToken(roles, count);
  const names = markNames(doc, registry, ownNameAt, (name) => bareName(doc, { roles, roleAt }, name));
  return { names, nameAt: byToken(names, count), roles, roleAt, ownNameAt, timeAt };
}

function markNames(
  doc: Document,
  registry: Registry,
  ownNameAt: Int32Array,
  bare: (name: TokenRange) => TokenRange | undefined,
): NameMark[] {
  const words = doc.tokens.map((token) => token.text);
  const found: NameMark[] = [];
  const shared: { readonly index: number; readonly listings: readonly Listing[] }[] = [];
  const surnames = surnamesOf(doc);
  for (let at = 0; at < words.length; at++) {
    const match = registry.gazetteer.match(words, at);
    if (match === undefined || match.length === 0) continue;
    const range = { from: at, to: Math.min(words.length, at + match.length) };
    if (doc.tokens[range.to - 1]!.sentence !== doc.tokens[at]!.sentence) continue;
    const own = doc.names[ownNameAt[at] ?? -1];
    const name = own?.type === 'person' ? bare(own) : own;
    const listing = chooseListing(match.listings, range, name, own?.type, isOfPeople(doc, range));
    if (isAbroadInName(doc, range, listing) || isBearersSurname(doc, range, listing, surnames)) continue;
    if (listing === undefined || (listing.kind === 'demonym' && isGivenName(doc, range, own))) continue;
    if (match.listings.length > 1) shared.push({ index: found.length, listings: match.listings });
    found.push({ ...range, head: headWithin(doc, range), listing });
    at = range.to - 1;
  }
  const others = new Map(shared.map(({ index, listings }) => [index, listings]));
  for (const [index, listings] of others) {
    const beside = (at: number) => others.get(at) ?? (found[at] === undefined ? [] : [found[at].listing]);
    const listing = addressed(doc, found, index, listings, beside) ?? namesake(found, index, listings);
    if (listing !== undefined) found[index] = { ...found[index]!, listing };
  }
  return withPlaces(found, settleSpots(doc, registry.geography, found));
}

/** Adds places, each in the stead of what stood for the same name. */
function withPlaces(marks: readonly NameMark[], places: readonly NameMark[]): NameMark[] {
  if (places.length === 0) return [...marks];
  const renamed = new Set(places.map(({ from }) => from));
  const kept = marks.filter(({ from }) => !renamed.has(from));
  return [...kept, ...places].sort((a, b) => a.from - b.from);
}

/** "Victoria Park", "Wellington Street": what is called after a place is mostly somewhere else. */
function isAbroadInName(doc: Document, { to }: TokenRange, listing: Listing | undefined): boolean {
  if (listing?.kind !== 'place' && listing?.kind !== 'capital') return false;
  return /^(?:Park|Street|Road|Avenue|Lane|Boulevard|Gardens|Terrace)$/.test(doc.tokens[to]?.text ?? '');
}

/** Last words of the whole names of persons. */
function surnamesOf(doc: Document): ReadonlySet<string> {
  const whole = doc.names.filter(({ type, from, to }) => type === 'person' && to - from > 1);
  return new Set(whole.map(({ to }) => doc.tokens[to - 1]!.text));
}

/** "Sofia Amman … Amman said": a name that somebody bears in the report is hers, unless it stands where a place does. */
function isBearersSurname(
  doc: Document,
  { from, to }: TokenRange,
  listing: Listing | undefined,
  surnames: ReadonlySet<string>,
): boolean {
  if (listing === undefined || to - from > 1 || !BORNE.has(listing.kind)) return false;
  if (!surnames.has(doc.tokens[from]!.text)) return false;
  return !/^(?:in|at|near|from|to|outside|inside|around|of|the)$/i.test(doc.tokens[from - 1]?.text ?? '');
}

/** Kinds of names that persons bear too. */
const BORNE: ReadonlySet<Listing['kind']> = new Set(['capital', 'place', 'organisation', 'group', 'seat']);

/** "Athens, Georgia", "Hyderabad, Pakistan": of several places of a name, the one that the name beside it lies in. */
function addressed(
  doc: Document,
  marks: readonly NameMark[],
  index: number,
  listings: readonly Listing[],
  listingsAt: (index: number) => readonly Listing[],
): Listing | undefined {
  const joined = (left: number) =>
    marks[left] !== undefined &&
    marks[left + 1]?.from === marks[left].to + 1 &&
    doc.tokens[marks[left].to]!.text === ',';
  for (const [left, other] of [
    [index, index + 1],
    [index - 1, index - 1],
  ] as const) {
    if (!joined(left)) continue;
    const lands = new Set(listingsAt(other).flatMap((one) => (isPlace(one) ? one.country : [])));
    if (lands.has(marks[index]!.listing.country)) return undefined;
    const found = listings.find((one) => one.kind === 'place' && lands.has(one.country));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlace({ kind }: Listing): boolean {
  return kind === 'place' || kind === 'capital' || kind === 'country';
}

/**
 * "Tripoli" in a report on Lebanon: of bodies and places that share a name, the one whose country the report names
 * elsewhere, where it names no other one's. A country's own name never gives way.
 */
function namesake(
  marks: readonly NameMark[],
  index: number,
  listings: readonly Listing[],
): Listing | undefined {
  const chosen = marks[index]!.listing;
  if (!SHARES.has(chosen.kind)) return undefined;
  const others = listings.filter(({ kind, country }) => SHARES.has(kind) && country !== chosen.country);
  if (others.length === 0) return undefined;
  const told = new Set<string | null>();
  for (const { listing } of marks) if (listing.name !== chosen.name) told.add(listing.country);
  if (told.has(chosen.country)) return undefined;
  const fitting = others.filter(({ country }) => isState(country) && told.has(country));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const SHARES: ReadonlySet<Listing['kind']> = new Set(['capital', 'place', 'organisation', 'group', 'seat']);

/** "Karen said so": what the name finder takes for a person by itself is no people. */
function isGivenName(doc: Document, range: TokenRange, own: Document['names'][number] | undefined): boolean {
  if (own?.type !== 'person' || own.from !== range.from || own.to !== range.to) return false;
  if (range.to - range.from > 1 || /^(compound|amod)/.test(doc.tree.relations[range.from]!)) return false;
  return doc.xpos[range.from] === 'NNP' && !doc.tokens[range.from]!.text.endsWith('s');
}

/** "Peruvians", "Peruvian", and "Sino" before a hyphen and such a word: no part of a person's name. */
function isOfPeople(doc: Document, range: TokenRange): boolean {
  const tells = (at: number) => doc.xpos[at] === 'NNPS' || doc.xpos[at] === 'JJ';
  return tells(range.to - 1) || (/^[-‐‑–]$/.test(doc.tokens[range.to]?.text ?? '') && tells(range.to + 1));
}

/** What each kind of listing is worth where one name has several. */
const RANK: Record<Listing['kind'], number> = {
  demonym: 10,
  country: 9,
  organisation: 8,
  group: 8,
  seat: 7,
  bloc: 7,
  capital: 6,
  person: 5,
  place: 3,
};

/** The listing that fits where the name stands; undefined where it is only a part of a person's name. */
function chooseListing(
  listings: readonly Listing[],
  range: TokenRange,
  own: TokenRange | undefined,
  type: NameType | undefined,
  isPeople: boolean,
): Listing | undefined {
  const longer = own !== undefined && own.to - own.from > range.to - range.from;
  const covers = own !== undefined && own.from <= range.from && own.to >= range.to;
  if (type === 'person' && longer && covers) {
    // "Young Peruvians" are no person, whatever the name finder says.
    return listings.find(({ kind }) => kind === 'person' || (kind === 'demonym' && isPeople));
  }
  const prefers = type !== undefined && covers && !longer ? PREFERRED[type] : undefined;
  let best: Listing | undefined;
  let top = -1;
  for (const listing of listings) {
    const rank = RANK[listing.kind] + (prefers?.has(listing.kind) === true ? 4 : 0);
    if (rank > top) {
      best = listing;
      top = rank;
    }
  }
  return best;
}

/** Kinds that agree with the type that the text's own name finder gave. */
const PREFERRED: Partial<Record<NameType, ReadonlySet<Listing['kind']>>> = {
  organisation: new Set(['organisation', 'group']),
  person: new Set(['person']),
};

function markRoles(doc: Document, registry: Registry): RoleMark[] {
  const lemmas = doc.lemmas.map((lemma, at) => roleLemma(lemma, doc.xpos[at]!));
  const found: RoleMark[] = [];
  for (let at = 0; at < lemmas.length; at++) {
    const upos = doc.upos[at]!;
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ') continue;
    const match = registry.roles.endingAt(lemmas, at);
    if (match === undefined || isVirtue(doc, at)) continue;
    // An adjective modifies ("military action") unless it ends a longer title or heads a phrase of its own.
    const range = { from: Math.max(0, at + 1 - match.length), to: at + 1 };
    if (doc.tokens[range.from]!.sentence !== doc.tokens[at]!.sentence) continue;
    while (found.length > 0 && found.at(-1)!.from >= range.from) found.pop();
    if (found.length > 0 && found.at(-1)!.to > range.from) continue;
    found.push({ ...range, head: headWithin(doc, range), role: match.role });
  }
  return found;
}

/** "Demanded justice", "obstructing justice": no judge. */
function isVirtue(doc: Document, at: number): boolean {
  if (doc.tokens[at]!.text !== 'justice') return false;
  return !/^(?:an?|the|chief|associate|court)$/i.test(doc.tokens[at - 1]?.text ?? '');
}

/** Roles are listed by lower-case singular; the lemma of a proper noun keeps capitals and may keep its plural. */
function roleLemma(lemma: string, xpos: string): string {
  const lower = lemma.toLowerCase();
  // "Gunmen", which a capital makes a name of.
  if (lower.endsWith('men') && lower.length > 5) return `${lower.slice(0, -2)}an`;
  if (xpos !== 'NNPS' || !lower.endsWith('s') || lower.endsWith('ss')) return lower;
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
}

/** The token of a range whose own head lies outside it; of several, the one highest in the tree. */
export function headWithin(doc: Document, range: TokenRange): number {
  let best = -1;
  for (let token = range.from; token < range.to; token++) {
    const head = doc.tree.heads[token]!;
    if (head >= range.from && head < range.to) continue;
    const relation = doc.tree.relations[token]!;
    if (relation === 'punct' || relation === 'case' || relation === 'det') continue;
    if (best < 0 || relation !== 'compound') best = token;
  }
  return best < 0 ? range.to - 1 : best;
}

function byToken(ranges: readonly TokenRange[], count: number): Int32Array {
  const at = new Int32Array(count).fill(-1);
  ranges.forEach((range, index) => {
    at.fill(index, range.from, range.to);
  });
  return at;
}
