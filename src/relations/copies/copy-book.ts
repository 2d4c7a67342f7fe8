import type { Report } from '../../document/report.js';
import { judgeCopies, order, type Verdict } from './judge-copies.js';
import { makeSentenceIndex, type SentenceIndex } from './sentence-index.js';
import { type Sketch, sketchOf, unpackSketch } from './sketch.js';
import { makeWordKeys, type WordKeys } from './word-keys.js';

/** A report that copies are sought for. */
export interface Arrival {
  readonly id: string;
  readonly day: string | null;
  readonly sketch: Sketch;
}

/** A report's sketch as it was kept. */
export interface KeptSketch {
  readonly id: string;
  readonly day: string | null;
  readonly bytes: Uint8Array;
}

/** What is to be told anew of copies, by the ids of reports. */
export interface CopyNews {
  readonly report: string;
  readonly copies: readonly {
    readonly original: string;
    readonly share: number;
    readonly kind: 'whole' | 'part';
  }[];
  readonly sentences: readonly CopiedStretch[];
}

/** A sentence and the one that it repeats. **Units** UTF-16 units of the two reports' texts, half-open. */
export interface CopiedStretch {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly originalStart: number;
  readonly originalEnd: number;
  readonly likeness: number;
}

/**
 * All reports as copies are found among them, in memory.
 *
 * What it says follows from the set of reports: where an earlier one arrives later, those that repeat it are judged
 * again.
 */
export class CopyBook {
  readonly #index: SentenceIndex = makeSentenceIndex();
  readonly #wordKeys: WordKeys = makeWordKeys();
  /** Where each report's sentences stand in its text, two numbers a sentence. */
  readonly #places: Uint32Array[] = [];

  /** **Units** sentences. */
  get size(): number {
    return this.#index.sentences;
  }

  has(id: string): boolean {
    return this.#index.numberOf(id) !== undefined;
  }

  sketch(report: Report): Sketch {
    return sketchOf(report, this.#wordKeys);
  }

  /** Takes up reports that were kept, without judging them. */
  load(kept: Iterable<KeptSketch>): void {
    for (const { id, day, bytes } of kept) this.#add({ id, day, sketch: unpackSketch(bytes) });
  }

  /** Adds reports, and says of these and of all others that it bears on what they repeat. */
  add(arrivals: readonly Arrival[]): CopyNews[] {
    const touched = new Set<number>();
    for (const arrival of arrivals) {
      if (this.has(arrival.id)) this.#index.remove(arrival.id);
      touched.add(this.#add(arrival));
    }
    const found = new Map<number, Map<number, number[]>>();
    for (const { id, sketch } of arrivals) {
      const number = this.#index.numberOf(id)!;
      const own = this.#index.reports[number]!;
      const near = this.#index.near(sketch, number);
      found.set(number, near);
      for (const other of near.keys()) if (order(own, this.#index.reports[other]!) < 0) touched.add(other);
    }
    return [...touched].map((number) => this.#news(number, found.get(number)));
  }

  /** Takes reports out, and says of all that repeated one of them what they repeat now. */
  remove(ids: readonly string[]): CopyNews[] {
    const touched = new Set<number>();
    for (const id of ids) {
      const number = this.#index.numberOf(id);
      if (number === undefined) continue;
      const own = this.#index.reports[number]!;
      for (const other of this.#index.near(this.#sketchOf(number), number).keys())
        if (order(own, this.#index.reports[other]!) < 0) touched.add(other);
      this.#index.remove(id);
    }
    return [...touched]
      .filter((number) => !this.#index.reports[number]!.isGone)
      .map((number) => this.#news(number));
  }

  #add({ id, day, sketch }: Arrival): number {
    const number = this.#index.add(id, day, sketch);
    this.#places[number] = Uint32Array.from(sketch.sentences.flatMap(({ start, end }) => [start, end]));
    return number;
  }

  #sketchOf(number: number): Sketch {
    const { from, to, rest } = this.#index.reports[number]!;
    const places = this.#places[number]!;
    const sentences = Array.from({ length: to - from }, (_, at) => ({
      start: places[2 * at]!,
      end: places[2 * at + 1]!,
      keys: this.#index.keysOf(from + at),
      weight: this.#index.weightOf(from + at),
    }));
    return { sentences, rest };
  }

  #news(number: number, near?: ReadonlyMap<number, readonly number[]>): CopyNews {
    const sketch = this.#sketchOf(number);
    const verdict: Verdict = judgeCopies(this.#index, number, sketch, near);
    const { reports } = this.#index;
    return {
      report: reports[number]!.id,
      copies: verdict.originals.map(({ report, share, kind }) => ({
        original: reports[report]!.id,
        share,
        kind,
      })),
      sentences: verdict.sentences.map(({ at, report, original, likeness }) => ({
        start: sketch.sentences[at]!.start,
        end: sketch.sentences[at]!.end,
        original: reports[report]!.id,
        originalStart: this.#places[report]![2 * original]!,
        originalEnd: this.#places[report]![2 * original + 1]!,
        likeness: Math.round(1000 * likeness) / 1000,
      })),
    };
  }
}
