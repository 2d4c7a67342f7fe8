import { readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import type { Chain } from './chain.js';
import { ARGUMENT_ROWS, CUE_ROWS, type FeatureSink } from './feature-sink.js';

/**
 * Weights of one linear chain over hashed features.
 *
 * **Shape** label 0 is "none of these" and has no weights; `table` holds `labels - 1` weights a row.
 * **Units** a weight is its integer times `scale`.
 */
export interface ChainWeights {
  readonly labels: number;
  readonly table: Int8Array;
  readonly scale: number;
  readonly transitions: Float64Array;
}

/** The trained attribution model: which words are cues, and which words around a cue are its source and content. */
export interface AttributionModel {
  readonly version: string;
  /** Labels: 0 outside, 1 a cue's first word, 2 a further word of it. */
  readonly cues: ChainWeights;
  /** Labels: 0 neither, 1 source, 2 content. */
  readonly roles: ChainWeights;
  /** A cue counts when its probability is at least this. */
  readonly threshold: number;
}

interface Header {
  readonly version: string;
  readonly threshold: number;
  readonly cues: { readonly scale: number; readonly transitions: readonly number[] };
  readonly roles: { readonly scale: number; readonly transitions: readonly number[] };
}

export const CUE_LABELS = 3;
export const ROLE_LABELS = 3;
const PATH = ['models', 'attribution', 'weights.bin'] as const;

let shipped: AttributionModel | undefined;

/** The model that ships with the package, read once. **Errors** `model.missing`, `model.malformed`. */
export function attributionModel(): AttributionModel {
  shipped ??= readModel(packagePath(...PATH));
  return shipped;
}

export function readModel(path: string): AttributionModel {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new RapporteurError('model.missing', `No attribution model at ${path}. Reinstall the package.`, {
      cause,
    });
  }
  return decodeModel(bytes, path);
}

/**
 * **Shape** four bytes with the length of a JSON header (little endian), the header, the cue table, the role table.
 * **Errors** `model.malformed`.
 */
export function decodeModel(bytes: Uint8Array, path: string): AttributionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength >= 4 ? view.getUint32(0, true) : 0;
  const cueBytes = CUE_ROWS * (CUE_LABELS - 1);
  const roleBytes = ARGUMENT_ROWS * (ROLE_LABELS - 1);
  const expected = 4 + length + cueBytes + roleBytes;
  if (length === 0 || bytes.byteLength !== expected) {
    throw new RapporteurError(
      'model.malformed',
      `The attribution model ${path} has ${bytes.byteLength} bytes, not ${expected}. Reinstall the package.`,
    );
  }
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  // A Buffer's own slice would share its pool, from another offset.
  const table = (start: number, size: number) =>
    new Int8Array(bytes.buffer, bytes.byteOffset + start, size).slice();
  return {
    version: header.version,
    threshold: header.threshold,
    cues: {
      labels: CUE_LABELS,
      scale: header.cues.scale,
      transitions: Float64Array.from(header.cues.transitions),
      table: table(4 + length, cueBytes),
    },
    roles: {
      labels: ROLE_LABELS,
      scale: header.roles.scale,
      transitions: Float64Array.from(header.roles.transitions),
      table: table(4 + length + cueBytes, roleBytes),
    },
  };
}

export function encodeModel(model: AttributionModel): Uint8Array {
  const part = ({ scale, transitions }: ChainWeights) => ({ scale, transitions: [...transitions] });
  const header: Header = {
    version: model.version,
    threshold: model.threshold,
    cues: part(model.cues),
    roles: part(model.roles),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + text.length + model.cues.table.length + model.roles.table.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(new Uint8Array(model.cues.table.buffer), 4 + text.length);
  bytes.set(new Uint8Array(model.roles.table.buffer), 4 + text.length + model.cues.table.length);
  return bytes;
}

/** Scores a run of tokens; `fill` puts the features of the i-th into the sink. */
export function score(
  weights: ChainWeights,
  length: number,
  sink: FeatureSink,
  fill: (index: number, sink: FeatureSink) => void,
): Chain {
  const { labels, table, scale, transitions } = weights;
  const emissions = new Float64Array(length * labels);
  const columns = labels - 1;
  const mask = table.length / columns - 1;
  for (let index = 0; index < length; index++) {
    sink.size = 0;
    fill(index, sink);
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let at = 0; at < sink.size; at++) sum += table[(sink.hashes[at]! & mask) * columns + column]!;
      emissions[index * labels + column + 1] = sum * scale;
    }
  }
  return { length, labels, emissions, transitions };
}
