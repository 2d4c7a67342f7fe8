import type { Gazetteer, Listing, Match } from '../registry.js';
import { caseOf, FITS, type FoldedWord, foldName, foldWord, nameWords } from './fold.js';

/** A name and what it stands for. */
export interface NamedListing {
  readonly name: string;
  readonly listing: Listing;
}

interface Node {
  readonly next: Map<string, Node>;
  ends: Ending[] | undefined;
}

/** A name that ends at a node. `needs` holds one case bit a word; a name listed with "The" must follow "the". */
interface Ending {
  readonly listing: Listing;
  readonly needs: readonly number[];
  readonly article: boolean;
}

/** Makes names matchable. Where several listings share a name, those of the kinds that come first in `ORDER` do. */
export function makeGazetteer(names: Iterable<NamedListing>): Gazetteer {
  const root: Node = { next: new Map(), ends: undefined };
  const exact = new Map<string, Listing[]>();
  for (const { name, listing } of names) {
    insert(root, name, listing);
    const key = foldName(name);
    const listings = exact.get(key);
    if (listings === undefined) exact.set(key, [listing]);
    else if (!listings.includes(listing)) listings.push(listing);
  }
  sortEndings(root);
  for (const listings of exact.values()) listings.sort(byKind);
  const fold = remembering();
  return {
    match: (words, at) => matchAt(root, words, at, fold),
    find: (name) => exact.get(foldName(name)) ?? [],
  };
}

const ORDER: readonly Listing['kind'][] = [
  'country',
  'bloc',
  'demonym',
  'capital',
  'seat',
  'organisation',
  'group',
  'person',
  'place',
];

/** Capitals throughout say nothing about these where the words around them are in capitals too. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'who',
  'is',
  'ice',
  'aid',
  'care',
  'it',
  'am',
  'ran',
  'act',
]);

/** **Units** distinct words; the cache of folded words starts afresh above it. */
const REMEMBERED = 50_000;

function insert(root: Node, name: string, listing: Listing): void {
  const article = name.startsWith('The ');
  for (const words of nameWords(article ? name.slice(4) : name)) {
    let node = root;
    const needs: number[] = [];
    for (const word of words) {
      const part = foldWord(word)?.parts[0];
      if (part === undefined) continue;
      needs.push(FITS[caseOf(word)]);
      let next = node.next.get(part);
      if (next === undefined) {
        next = { next: new Map(), ends: undefined };
        node.next.set(part, next);
      }
      node = next;
    }
    if (needs.length === 0) continue;
    node.ends ??= [];
    node.ends.push({ listing, needs, article });
  }
}

function sortEndings(node: Node): void {
  node.ends?.sort((a, b) => byKind(a.listing, b.listing));
  for (const next of node.next.values()) sortEndings(next);
}

function byKind(a: Listing, b: Listing): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

type Fold = (word: string) => FoldedWord | undefined;

function remembering(): Fold {
  let known = new Map<string, FoldedWord | undefined>();
  return (word) => {
    if (known.has(word)) return known.get(word);
    if (known.size >= REMEMBERED) known = new Map();
    const folded = foldWord(word);
    known.set(word, folded);
    return folded;
  };
}

function matchAt(root: Node, words: readonly string[], at: number, fold: Fold): Match | undefined {
  const start = words[at];
  if (start === undefined) return undefined;
  const first = fold(start);
  if (first === undefined || first.parts.length === 0 || !root.next.has(first.parts[0]!)) return undefined;
  const fits: number[] = [];
  let node: Node | undefined = root;
  let best: Match | undefined;
  for (let index = at; index < words.length; index++) {
    const folded = fold(words[index]!);
    if (folded === undefined) break;
    for (let part = 0; part < folded.parts.length && node !== undefined; part++) {
      node = node.next.get(folded.parts[part]!);
      fits.push(folded.fits[part]!);
    }
    if (node === undefined) break;
    if (node.ends === undefined || folded.parts.length === 0) continue;
    const listings = fitting(node.ends, fits, words, at);
    if (listings.length > 0) best = { listings, length: index + 1 - at };
  }
  if (best?.length === 1 && COMMON_WORDS.has(first.parts[0]!) && isShouted(words, at)) return undefined;
  return best;
}

function fitting(
  ends: readonly Ending[],
  fits: readonly number[],
  words: readonly string[],
  at: number,
): readonly Listing[] {
  const found: Listing[] = [];
  for (const end of ends) {
    if (end.article && words[at - 1]?.toLowerCase() !== 'the') continue;
    if (!end.needs.every((need, index) => (fits[index]! & need) !== 0)) continue;
    if (!found.some((one) => isSame(one, end.listing))) found.push(end.listing);
  }
  return found;
}

/** Two spellings of one capital have a listing each. */
function isSame(a: Listing, b: Listing): boolean {
  return a === b || (a.name === b.name && a.kind === b.kind && a.country === b.country);
}

/** Whether the words on both sides are in capitals, as in some headlines. */
function isShouted(words: readonly string[], at: number): boolean {
  const around = [words[at - 2], words[at - 1], words[at + 1], words[at + 2]].filter(
    (word) => word !== undefined && /\p{L}{2}/u.test(word),
  );
  return around.length > 0 && around.every((word) => word === word!.toUpperCase());
}
