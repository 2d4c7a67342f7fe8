import type { Gazetteer, Listing, Match } from '../registry.js';
import { caseOf, FITS, type FoldedWord, foldWord, nameWords } from './fold.js';

/** A name and what it stands for. */
export interface NamedListing {
  readonly name: string;
  readonly listing: Listing;
}

/**
 * A listed name cut into words. `needs` holds one case bit a word; a name listed with "The" must follow "the", one
 * listed with a hyphen at its end ("Sino-") must stand before one.
 */
interface Wording {
  readonly words: readonly string[];
  readonly needs: readonly number[];
  readonly article: boolean;
  readonly hyphen: boolean;
  readonly listing: Listing;
}

/** Names that begin with one word: as listed until that word is first met, then cut, the longest first. */
interface Bucket {
  readonly listed: NamedListing[];
  cut: readonly Wording[] | undefined;
}

type Buckets = ReadonlyMap<string, Bucket>;

/**
 * Makes names matchable. Of several listings of a name those come first whose kind comes first in `ORDER`.
 *
 * Names are kept by their first word and cut into words when a text first holds it: a start would feel the work for
 * ten thousand names of which a report has twenty.
 */
export function makeGazetteer(names: Iterable<NamedListing>): Gazetteer {
  const buckets = new Map<string, Bucket>();
  for (const named of names) {
    for (const key of firstWords(named.name)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, { listed: [named], cut: undefined });
      else bucket.listed.push(named);
    }
  }
  const fold = remembering();
  return {
    match: (words, at) => matchAt(buckets, words, at, fold),
    find: (name) => findExactly(buckets, name),
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

/** Most names begin with plain letters and a blank; only the others need to be cut to know their first word. */
function firstWords(name: string): readonly string[] {
  const listed = withoutArticle(name);
  const plain = plainStart(listed);
  if (plain !== undefined) return [plain];
  const first = nameWords(listed).map(
    (words) => words.map(foldWord).find((word) => word?.parts[0])?.parts[0],
  );
  return [...new Set(first.filter((word) => word !== undefined))];
}

/** The first word where it is of plain letters and a blank or nothing follows. */
function plainStart(name: string): string | undefined {
  let end = 0;
  for (; end < name.length; end++) {
    const code = name.charCodeAt(end) | 0x20;
    if (code < 0x61 || code > 0x7a) break;
  }
  return end > 0 && (end === name.length || name[end] === ' ') ? name.slice(0, end).toLowerCase() : undefined;
}

function withoutArticle(name: string): string {
  return name.startsWith('The ') ? name.slice(4) : name;
}

function cut(key: string, { listed }: Bucket): readonly Wording[] {
  const wordings: Wording[] = [];
  for (const { name, listing } of listed) {
    const article = name.startsWith('The ');
    const hyphen = name.endsWith('-');
    for (const spelled of nameWords(withoutArticle(name))) {
      const words: string[] = [];
      const needs: number[] = [];
      for (const word of spelled) {
        const part = foldWord(word)?.parts[0];
        if (part === undefined) continue;
        words.push(part);
        needs.push(FITS[caseOf(word)]);
      }
      if (words[0] === key) wordings.push({ words, needs, article, hyphen, listing });
    }
  }
  return wordings.sort(
    (a, b) =>
      b.words.length - a.words.length || ORDER.indexOf(a.listing.kind) - ORDER.indexOf(b.listing.kind),
  );
}

function wordingsOf(buckets: Buckets, key: string): readonly Wording[] {
  const bucket = buckets.get(key);
  if (bucket === undefined) return [];
  bucket.cut ??= cut(key, bucket);
  return bucket.cut;
}

type Fold = (word: string) => FoldedWord | undefined;

function remembering(): Fold {
  let known = new Map<string, FoldedWord | null>();
  return (word) => {
    let folded = known.get(word);
    if (folded === undefined) {
      if (known.size >= REMEMBERED) known = new Map();
      folded = foldWord(word) ?? null;
      known.set(word, folded);
    }
    return folded ?? undefined;
  };
}

function matchAt(buckets: Buckets, words: readonly string[], at: number, fold: Fold): Match | undefined {
  const start = words[at];
  const first = start === undefined ? undefined : fold(start)?.parts[0];
  if (first === undefined) return undefined;
  const wordings = wordingsOf(buckets, first);
  const listings: Listing[] = [];
  let length = 0;
  let size = 0;
  for (const wording of wordings) {
    if (wording.words.length < size) break;
    const end = endOf(wording, words, at, fold);
    if (end === undefined || (wording.article && words[at - 1]?.toLowerCase() !== 'the')) continue;
    if (wording.hyphen && !/^[-‐‑–]$/.test(words[end] ?? '')) continue;
    size = wording.words.length;
    length = end - at;
    if (!listings.some((one) => isSame(one, wording.listing))) listings.push(wording.listing);
  }
  if (listings.length === 0 || (length === 1 && COMMON_WORDS.has(first) && isShouted(words, at)))
    return undefined;
  return { listings: owned(listings), length };
}

/** Where a name that begins at a word ends, hyphens that stand alone skipped; undefined where it is another name. */
function endOf(
  { words: listed, needs }: Wording,
  words: readonly string[],
  at: number,
  fold: Fold,
): number | undefined {
  let next = 0;
  let index = at;
  for (; next < listed.length; index++) {
    const word = words[index];
    const folded = word === undefined ? undefined : fold(word);
    if (folded === undefined) return undefined;
    for (let part = 0; part < folded.parts.length; part++, next++) {
      if (folded.parts[part] !== listed[next] || (folded.fits[part]! & needs[next]!) === 0) return undefined;
    }
  }
  return index;
}

function findExactly(buckets: Buckets, name: string): readonly Listing[] {
  const found: Listing[] = [];
  for (const spelled of nameWords(withoutArticle(name))) {
    const words = spelled.flatMap((word) => foldWord(word)?.parts ?? []);
    for (const wording of wordingsOf(buckets, words[0] ?? '')) {
      const same =
        wording.words.length === words.length && wording.words.every((word, index) => word === words[index]);
      if (same && !found.some((one) => isSame(one, wording.listing))) found.push(wording.listing);
    }
  }
  return owned(found);
}

/** Where the user lists a name, it stands for nothing that we list. */
function owned(listings: readonly Listing[]): readonly Listing[] {
  return listings.some(({ isOwn }) => isOwn) ? listings.filter(({ isOwn }) => isOwn) : listings;
}

/** Two spellings of one capital have a listing each. */
function isSame(a: Listing, b: Listing): boolean {
  return (
    a === b || (a.name === b.name && a.kind === b.kind && a.country === b.country && a.isOwn === b.isOwn)
  );
}

/** Whether the words on both sides are in capitals, as in some headlines. */
function isShouted(words: readonly string[], at: number): boolean {
  const around = [words[at - 2], words[at - 1], words[at + 1], words[at + 2]].filter(
    (word) => word !== undefined && /\p{L}{2}/u.test(word),
  );
  return around.length > 0 && around.every((word) => word === word!.toUpperCase());
}
