import type { SentenceIndex } from './sentence-index.js';
import type { Sketch } from './sketch.js';

/** What a report repeats. */
export interface Verdict {
  /** The reports that it repeats, those that it takes most from first. */
  readonly originals: readonly Original[];
  /** Its sentences that stand in an earlier report, in their order. */
  readonly sentences: readonly CopiedSentence[];
}

export interface Original {
  /** Its number in the index. */
  readonly report: number;
  /** How much of the copy stands in it. **Units** share of the words that count, 0 to 1. */
  readonly share: number;
  /** `whole`: the copy is this report again; `part`: it is stitched from this one and others. */
  readonly kind: 'whole' | 'part';
}

export interface CopiedSentence {
  /** Its place among the sketch's sentences, and that of the original among its report's. */
  readonly at: number;
  readonly report: number;
  readonly original: number;
  /** **Units** 0 to 1: twice the keys that both have, by the keys of both. */
  readonly likeness: number;
}

/** Two sentences are one from here on. */
const ALIKE = 0.55;
/** The same of short sentences, which are alike by chance more often. **Units** keys. */
const SHORT = 8;
const ALIKE_SHORT = 0.75;
/**
 * Two newsrooms that tell one event write sentences that are alike by chance: what they have beyond this adds up to
 * proof, one sentence that is nearly the same or several that are alike.
 */
const CHANCE = 0.45;
const PROOF = 0.4;
/** A report is a copy where so much of it stands in others. */
const COPIED = 0.5;
/** One sentence alone may be a line that stands below all reports, however much of a short one it makes up. */
const LEAST_PAIRS = 2;
/** Of several that hold as much of it, within this, the earliest is the original. */
const LEVEL = 0.1;
/** What is taken from one of several originals is at least so much, or so many sentences. */
const PART = 0.12;
const PART_SENTENCES = 2;
/** Each sentence is compared with those of so many reports at most. */
const MOST_COMPARED = 8;

/**
 * What a report repeats of those that were published before it, or on the same day with a smaller id: a function of
 * the reports in the index, whatever their order of arrival, as long as no sentence is shared by more reports than
 * the index looks at. `near` is what the index says of it, where that is known already.
 */
export function judgeCopies(
  index: SentenceIndex,
  report: number,
  sketch: Sketch,
  near: ReadonlyMap<number, readonly number[]> = index.near(sketch, report),
): Verdict {
  const total = sketch.sentences.reduce((sum, { weight }) => sum + weight, sketch.rest);
  const own = index.reports[report]!;
  const earlier = worthComparing(
    index,
    [...near].filter(([other]) => comesBefore(index.reports[other]!, own)),
  );
  const found = earlier.map((other) => compare(index, sketch, other)).filter(({ weight }) => weight > 0);
  if (found.length === 0) return { originals: [], sentences: [] };
  const parts = stitched(index, sketch, found, total);
  const repeating = found.filter(
    ({ pairs }) => pairs.length >= Math.min(LEAST_PAIRS, sketch.sentences.length),
  );
  const most = Math.max(0, ...repeating.map(({ weight }) => weight));
  const isWhole = parts.length < 2 && most >= COPIED * total;
  return {
    originals: isWhole ? [whole(index, repeating, most, total)] : parts,
    sentences: earliest(index, found),
  };
}

/**
 * Of the reports that share sentences with one those that it is compared with: of those that share about as much the
 * earliest come first, and none is taken whose sentences enough others hold.
 */
function worthComparing(
  index: SentenceIndex,
  near: readonly (readonly [number, readonly number[]])[],
): number[] {
  const most = Math.max(1, ...near.map(([, places]) => places.length));
  const tier = (places: readonly number[]) => Math.ceil((TIERS * places.length) / most);
  const sorted = [...near].sort(
    (a, b) => tier(b[1]) - tier(a[1]) || order(index.reports[a[0]]!, index.reports[b[0]]!),
  );
  const taken = new Map<number, number>();
  const chosen: number[] = [];
  for (const [other, places] of sorted) {
    if (places.every((at) => (taken.get(at) ?? 0) >= MOST_COMPARED)) continue;
    for (const at of places) taken.set(at, (taken.get(at) ?? 0) + 1);
    chosen.push(other);
  }
  return chosen;
}

const TIERS = 3;

/** The original of a copy that repeats one report: the earliest of those that hold about as much of it. */
function whole(index: SentenceIndex, found: readonly Match[], most: number, total: number): Original {
  const level = found.filter(({ weight }) => weight >= Math.max(COPIED * total, most - LEVEL * total));
  const first = level.reduce((a, b) =>
    order(index.reports[a.report]!, index.reports[b.report]!) <= 0 ? a : b,
  );
  return { report: first.report, share: share(first.weight, total), kind: 'whole' };
}

interface Match {
  readonly report: number;
  readonly weight: number;
  readonly pairs: readonly CopiedSentence[];
}

/** Each sentence beside the one of another report that is likest, where they are alike. */
function compare(index: SentenceIndex, { sentences }: Sketch, report: number): Match {
  const { from, to } = index.reports[report]!;
  const pairs: CopiedSentence[] = [];
  let weight = 0;
  for (const [at, { keys, weight: own }] of sentences.entries()) {
    let best = 0;
    let original = -1;
    for (let other = from; other < to; other++) {
      const likeness = likenessOf(keys, index.keysOf(other), best);
      if (likeness > best) [best, original] = [likeness, other - from];
    }
    if (best < (keys.length < SHORT ? ALIKE_SHORT : ALIKE)) continue;
    pairs.push({ at, report, original, likeness: best });
    weight += own;
  }
  const evidence = pairs.reduce((sum, { likeness }) => sum + likeness - CHANCE, 0);
  return evidence < PROOF ? { report, weight: 0, pairs: [] } : { report, weight, pairs };
}

/** Dice's coefficient of two ascending lists; 0 where it cannot exceed `least`. */
function likenessOf(a: Uint16Array, b: Uint16Array, least: number): number {
  const sum = a.length + b.length;
  if (2 * Math.min(a.length, b.length) <= least * sum) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return (2 * shared) / sum;
}

/** The reports that one is stitched from, where all together make up most of it. */
function stitched(
  index: SentenceIndex,
  { sentences }: Sketch,
  found: readonly Match[],
  total: number,
): Original[] {
  const left = new Set(sentences.keys());
  const originals: Original[] = [];
  let covered = 0;
  const rest = [...found];
  while (rest.length > 0) {
    const gains = rest.map((match) => {
      const fresh = match.pairs.filter(({ at }) => left.has(at));
      return { match, fresh, weight: fresh.reduce((sum, { at }) => sum + sentences[at]!.weight, 0) };
    });
    gains.sort(
      (a, b) => b.weight - a.weight || order(index.reports[a.match.report]!, index.reports[b.match.report]!),
    );
    const { match, fresh, weight } = gains[0]!;
    if (weight < PART * total && fresh.length < PART_SENTENCES) break;
    originals.push({ report: match.report, share: share(weight, total), kind: 'part' });
    covered += weight;
    for (const { at } of fresh) left.delete(at);
    rest.splice(rest.indexOf(match), 1);
  }
  return originals.length > 1 && covered >= COPIED * total ? originals : [];
}

/** Each copied sentence once, from the earliest report that holds it. */
function earliest(index: SentenceIndex, found: readonly Match[]): CopiedSentence[] {
  const chosen = new Map<number, CopiedSentence>();
  for (const { report, pairs } of found) {
    for (const pair of pairs) {
      const known = chosen.get(pair.at);
      if (known === undefined || order(index.reports[report]!, index.reports[known.report]!) < 0)
        chosen.set(pair.at, pair);
    }
  }
  return [...chosen.values()].sort((a, b) => a.at - b.at);
}

interface Dated {
  readonly id: string;
  readonly day: string | null;
}

/** The order in which reports are taken to have been published: by day, undated ones last, then by id. */
export function order(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day === null ? 1 : b.day === null ? -1 : a.day < b.day ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function comesBefore(a: Dated, b: Dated): boolean {
  return order(a, b) < 0;
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 1000;
}
