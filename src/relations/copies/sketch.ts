import type { Report } from '../../document/report.js';
import { tokenise } from '../../language/text/tokenise.js';
import type { WordKeys } from './word-keys.js';

/** A sentence as copies are found by it. **Units** `start`/`end` are UTF-16 units of the report's text. */
export interface SentenceSketch {
  readonly start: number;
  readonly end: number;
  /** What its words are known by, each once, in ascending order. */
  readonly keys: Uint16Array;
  /** How much it counts for the report: its words that count; those in quotation marks, which others may quote too, a quarter. */
  readonly weight: number;
}

/** A report as copies are found by it. */
export interface Sketch {
  readonly sentences: readonly SentenceSketch[];
  /** What the sentences count for that are too short to be found again. */
  readonly rest: number;
}

/** Shorter sentences are too often alike by chance. **Units** words that count. */
const LEAST_KEYS = 5;
/** A sentence says no more by going on for ever. **Units** keys. */
const MOST_KEYS = 120;
/** Copies of the longest reports are told by their beginnings. */
const MOST_SENTENCES = 400;
const QUOTED = 0.25;

/** The sketch of a report; sentences that tell nothing, bylines and the like, are left out. */
export function sketchOf(report: Report, wordKeys: WordKeys): Sketch {
  const { tokens, sentences, quotes } = tokenise.run({ report }, undefined);
  const quoted = new Uint8Array(tokens.length);
  for (const { from, to } of quotes) quoted.fill(1, from, to);
  const found: SentenceSketch[] = [];
  let rest = 0;
  for (const { kind, from, to, start, end } of sentences) {
    if (kind === 'byline' || kind === 'dateline') continue;
    const keys = wordKeys.of(tokens.slice(from, to).map((token) => token.text)).slice(0, MOST_KEYS);
    const distinct = Uint16Array.from(new Set(keys.map(({ key }) => key))).sort();
    let weight = 0;
    for (const { at } of keys) weight += quoted[from + at] === 1 ? QUOTED : 1;
    if (distinct.length < LEAST_KEYS) rest += weight;
    else found.push({ start, end, keys: distinct, weight: Math.max(1, Math.round(weight)) });
    if (found.length === MOST_SENTENCES) break;
  }
  return { sentences: found, rest: Math.round(rest) };
}

const FORM = 1;

/**
 * A sketch as bytes, to be kept.
 *
 * **Shape** little-endian: the form's number (1 byte), `rest` (4 bytes), then for each sentence start and end (4 bytes each), weight
 * and count of keys (1 byte each), keys (2 bytes each).
 */
export function packSketch({ sentences, rest }: Sketch): Uint8Array {
  const size = sentences.reduce((sum, { keys }) => sum + 10 + 2 * keys.length, 5);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORM);
  view.setUint32(1, rest, true);
  let at = 5;
  for (const { start, end, keys, weight } of sentences) {
    view.setUint32(at, start, true);
    view.setUint32(at + 4, end, true);
    view.setUint8(at + 8, Math.min(255, weight));
    view.setUint8(at + 9, keys.length);
    at += 10;
    for (const key of keys) {
      view.setUint16(at, key, true);
      at += 2;
    }
  }
  return bytes;
}

/** The sketch again. **Errors** `RangeError` for bytes that `packSketch` did not make. */
export function unpackSketch(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 5 || view.getUint8(0) !== FORM) throw new RangeError('not a sketch of this form');
  const sentences: SentenceSketch[] = [];
  let at = 5;
  while (at < bytes.length) {
    const count = view.getUint8(at + 9);
    const keys = new Uint16Array(count);
    for (let key = 0; key < count; key++) keys[key] = view.getUint16(at + 10 + 2 * key, true);
    sentences.push({
      start: view.getUint32(at, true),
      end: view.getUint32(at + 4, true),
      weight: view.getUint8(at + 8),
      keys,
    });
    at += 10 + 2 * count;
  }
  return { sentences, rest: view.getUint32(1, true) };
}
