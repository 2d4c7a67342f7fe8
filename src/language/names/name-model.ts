import { existsSync, readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import type { WordFacts } from './features.js';
import { LABELS, type Score } from './label-names.js';
import { type NameWords, nameWords } from './name-words.js';

/** What finding names needs, loaded once. `cache` holds what is known of words; it never changes an answer. */
export interface NameModel {
  readonly score: Score;
  readonly words: NameWords;
  readonly cache: Map<string, WordFacts>;
}

const MAGIC = 0x4e414d31;
const HEADER = 16;

/** Loads `models/names/names.bin` and the words. **Errors** `model.missing`, `model.malformed`, `data.malformed`. */
export function loadNameModel(): NameModel {
  const path = packagePath('models', 'names', 'names.bin');
  if (!existsSync(path)) {
    throw new RapporteurError('model.missing', `No model at ${path}. Make it with training/names/train.ts.`);
  }
  return { score: scorer(new Uint8Array(readFileSync(path))), words: nameWords(), cache: new Map() };
}

/**
 * Packs weights: header (magic, labels, rows, slots), then an open table of 32-bit feature hashes with the number of
 * their row, then rows of one signed byte a label, all scaled alike.
 *
 * **Shape** features whose weights all round to nothing are left out; only the order of sums matters, so the scale
 * itself is not kept.
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

/** Scores labels with packed weights. **Errors** `model.malformed`. */
export function scorer(bytes: Uint8Array): Score {
  const header = new Uint32Array(bytes.slice(0, HEADER).buffer);
  const [magic, labels = 0, rows = 0, slots = 0] = header;
  if (magic !== MAGIC || labels !== LABELS.length || bytes.length !== HEADER + slots * 8 + rows * labels) {
    throw new RapporteurError(
      'model.malformed',
      `The model of names is not what this version reads. Make it again with training/names/train.ts.`,
    );
  }
  const keys = new Uint32Array(bytes.slice(HEADER, HEADER + slots * 8).buffer);
  const weights = new Int8Array(bytes.slice(HEADER + slots * 8).buffer);
  const scores = new Int32Array(labels);
  return (features, size) => {
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
}
