import { existsSync, readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { CANDIDATE_CLASSES, type Judge } from './choose-names.js';
import { LABELS, type Score } from './label-names.js';
import { type NameWords, nameWords } from './name-words.js';
import type { WordFacts } from './word-facts.js';

/** What finding names needs, loaded once. `cache` holds what is known of words; it never changes an answer. */
export interface NameModel {
  /** Scores of every label for a token. */
  readonly score: Score;
  /** Scores of every class for a candidate. */
  readonly judge: Judge;
  readonly words: NameWords;
  readonly cache: Map<string, WordFacts>;
}

const MAGIC = 0x4e414d32;
const HEADER = 20;

/** Loads `models/names` and the words. **Errors** `model.missing`, `model.malformed`, `data.malformed`. */
export function loadNameModel(): NameModel {
  return {
    score: scorer(readWeights('labels.bin'), LABELS.length).score,
    judge: scorer(readWeights('candidates.bin'), CANDIDATE_CLASSES),
    words: nameWords(),
    cache: new Map(),
  };
}

function readWeights(file: string): Uint8Array {
  const path = packagePath('models', 'names', file);
  if (!existsSync(path)) {
    throw new RapporteurError('model.missing', `No model at ${path}. Make it with training/names/train.ts.`);
  }
  return new Uint8Array(readFileSync(path));
}

/**
 * Packs weights: header (magic, labels, rows, slots, what a step is worth), then an open table of 32-bit feature hashes
 * with the number of their row, then rows of one signed byte a label, all scaled alike.
 *
 * **Shape** features whose weights all round to nothing are left out.
 */
export function encodeNameModel(weights: ReadonlyMap<number, Float32Array>, labels: number): Uint8Array {
  let largest = 0;
  for (const row of weights.values()) for (const weight of row) largest = Math.max(largest, Math.abs(weight));
  const scale = 127 / Math.min(largest, LARGEST_WEIGHT);
  const kept = [...weights]
    .map(
      ([feature, row]) =>
        [feature, Int8Array.from(row, (weight) => clamp(Math.round(weight * scale)))] as const,
    )
    .filter(([, row]) => row.some((weight) => Math.abs(weight) > PRUNED))
    .sort(([a], [b]) => a - b);
  let slots = 1;
  while (slots < kept.length * 1.2) slots *= 2;
  const keys = new Uint32Array(slots * 2);
  const rows = new Int8Array(kept.length * labels);
  kept.forEach(([feature, row], index) => {
    let slot = feature & (slots - 1);
    while (keys[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot * 2] = feature;
    keys[slot * 2 + 1] = index + 1;
    rows.set(row, index * labels);
  });
  const bytes = new Uint8Array(HEADER + keys.byteLength + rows.byteLength);
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, labels, kept.length, slots]);
  new Float32Array(bytes.buffer, 16, 1)[0] = 1 / scale;
  bytes.set(new Uint8Array(keys.buffer), HEADER);
  bytes.set(new Uint8Array(rows.buffer), HEADER + keys.byteLength);
  return bytes;
}

/** Weights beyond this are cut off, so that the many small ones keep their steps. */
const LARGEST_WEIGHT = 8;
/** Rows that never reach beyond this many steps are noise. */
const PRUNED = 2;

function clamp(value: number): number {
  return Math.max(-127, Math.min(127, value));
}

/** Scores with packed weights of so many labels. **Errors** `model.malformed`. */
export function scorer(bytes: Uint8Array, expected: number): Judge {
  const header = new Uint32Array(bytes.slice(0, HEADER).buffer);
  const [magic, labels = 0, rows = 0, slots = 0] = header;
  if (magic !== MAGIC || labels !== expected || bytes.length !== HEADER + slots * 8 + rows * labels) {
    throw new RapporteurError(
      'model.malformed',
      `The model of names is not what this version reads. Make it again with training/names/train.ts.`,
    );
  }
  const keys = new Uint32Array(bytes.slice(HEADER, HEADER + slots * 8).buffer);
  const weights = new Int8Array(bytes.slice(HEADER + slots * 8).buffer);
  const scores = new Int32Array(labels);
  const score: Score = (features, size) => {
    scores.fill(0);
    for (let at = 0; at < size; at++) {
      const feature = features[at]!;
      let slot = feature & (slots - 1);
      while (keys[slot * 2 + 1] !== 0 && keys[slot * 2] !== feature) slot = (slot + 1) & (slots - 1);
      const row = keys[slot * 2 + 1]!;
      if (row === 0) continue;
      const base = (row - 1) * labels;
      for (let label = 0; label < labels; label++) scores[label]! += weights[base + label]!;
    }
    return scores;
  };
  return { score, scale: new Float32Array(bytes.slice(16, HEADER).buffer)[0]! };
}
