import type { Sketch } from './sketch.js';

/**
 * Every sentence that was read, found again by what it shares with another.
 *
 * Each sentence stands under a few *bands*: the smallest three of its keys under a hash of that band. Two sentences that
 * share most of their keys share a band almost surely, others hardly ever (Broder 1997, Indyk and Motwani 1998).
 *
 * **Shape** about 100 bytes a sentence in typed arrays; adding and looking up take the same time however many there are.
 */
export interface SentenceIndex {
  /** Reports by the number that they were added under. */
  readonly reports: readonly IndexedReport[];
  readonly sentences: number;
  /** Adds a report and returns its number. */
  add(id: string, day: string | null, sketch: Sketch): number;
  numberOf(id: string): number | undefined;
  /** Takes a report out; its number is not given again. */
  remove(id: string): void;
  /**
   * Numbers of the reports that hold sentences like these, each with the places of these that it holds one of: two and a twentieth at least,
   * or half of them, for one alone may stand below all reports of a newsroom.
   */
  near(sketch: Sketch, self: number | null): Map<number, number[]>;
  /** The keys and weight of a report's sentence. */
  keysOf(sentence: number): Uint16Array;
  weightOf(sentence: number): number;
}

export interface IndexedReport {
  readonly id: string;
  readonly day: string | null;
  /** Its sentences, by their numbers, half-open. */
  readonly from: number;
  readonly to: number;
  /** As the sketch has it. */
  readonly rest: number;
  isGone: boolean;
}

const BANDS = 6;
/** **Units** sentences. */
const LEAST_SHARED = 2;
/** Of a long report, two sentences are nothing. **Units** share of its sentences. */
const LEAST_SHARE = 0.05;
/** How many sentences of one band are looked at: formulas that stand in thousands of reports tell nothing. */
const MOST_IN_BAND = 100;

export function makeSentenceIndex(): SentenceIndex {
  const reports: IndexedReport[] = [];
  const numbers = new Map<string, number>();
  let sentences = 0;
  let pool = new Uint16Array(1 << 14);
  let used = 0;
  let begins = new Uint32Array(1 << 10);
  let weights = new Uint8Array(1 << 10);
  let owners = new Uint32Array(1 << 10);
  let hashes = new Uint32Array(BANDS << 10);
  let next = new Int32Array(BANDS << 10);
  let heads = new Int32Array(1 << 12).fill(-1);

  function link(entry: number): void {
    const bucket = hashes[entry]! & (heads.length - 1);
    next[entry] = heads[bucket]!;
    heads[bucket] = entry;
  }

  function grow(keys: number): void {
    if (used + keys > pool.length) pool = enlarged(pool, new Uint16Array(2 * pool.length));
    if (sentences + 2 <= begins.length) return;
    begins = enlarged(begins, new Uint32Array(2 * begins.length));
    weights = enlarged(weights, new Uint8Array(2 * weights.length));
    owners = enlarged(owners, new Uint32Array(2 * owners.length));
    hashes = enlarged(hashes, new Uint32Array(2 * hashes.length));
    next = new Int32Array(2 * next.length);
    heads = new Int32Array(2 * heads.length).fill(-1);
    for (let entry = 0; entry < sentences * BANDS; entry++) link(entry);
  }

  const index: SentenceIndex = {
    reports,
    get sentences() {
      return sentences;
    },
    add(id, day, sketch) {
      const number = reports.length;
      const from = sentences;
      for (const { keys, weight } of sketch.sentences) {
        grow(keys.length);
        pool.set(keys, used);
        begins[sentences] = used;
        used += keys.length;
        begins[sentences + 1] = used;
        weights[sentences] = weight;
        owners[sentences] = number;
        for (let band = 0; band < BANDS; band++) {
          const entry = sentences * BANDS + band;
          hashes[entry] = bandOf(keys, band);
          link(entry);
        }
        sentences++;
      }
      reports.push({ id, day, from, to: sentences, rest: sketch.rest, isGone: false });
      numbers.set(id, number);
      return number;
    },
    numberOf: (id) => numbers.get(id),
    remove(id) {
      const number = numbers.get(id);
      if (number === undefined) return;
      reports[number]!.isGone = true;
      numbers.delete(id);
    },
    near({ sentences: own }, self) {
      const found = new Map<number, number[]>();
      for (const [at, { keys }] of own.entries()) {
        const met = new Set<number>();
        for (let band = 0; band < BANDS; band++) {
          const hash = bandOf(keys, band);
          let looked = 0;
          for (let entry = heads[hash & (heads.length - 1)]!; entry >= 0; entry = next[entry]!) {
            if (hashes[entry] !== hash) continue;
            if (++looked > MOST_IN_BAND) break;
            const owner = owners[Math.floor(entry / BANDS)]!;
            if (owner !== self && !reports[owner]!.isGone) met.add(owner);
          }
        }
        for (const owner of met) {
          const places = found.get(owner);
          if (places === undefined) found.set(owner, [at]);
          else places.push(at);
        }
      }
      const least = Math.max(Math.min(LEAST_SHARED, own.length / 2), LEAST_SHARE * own.length);
      for (const [owner, shared] of found) if (shared.length < least) found.delete(owner);
      return found;
    },
    keysOf: (sentence) => pool.subarray(begins[sentence]!, begins[sentence + 1]!),
    weightOf: (sentence) => weights[sentence]!,
  };
  return index;
}

function enlarged<Cells extends { set(from: Cells): void }>(from: Cells, to: Cells): Cells {
  to.set(from);
  return to;
}

/** The three keys that are smallest under a band's hash, as one number. */
function bandOf(keys: Uint16Array, band: number): number {
  let least = 0xffffffff;
  let second = 0xffffffff;
  let third = 0xffffffff;
  for (const key of keys) {
    const mixed = mix(key, band);
    if (mixed >= third) continue;
    if (mixed < least) [least, second, third] = [mixed, least, second];
    else if (mixed < second) [second, third] = [mixed, second];
    else third = mixed;
  }
  return (
    (Math.imul(least, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d) ^ band) >>> 0
  );
}

/** **Source** the finaliser of MurmurHash3, Appleby. */
function mix(key: number, seed: number): number {
  let hash = Math.imul(key ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
