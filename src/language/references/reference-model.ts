import { existsSync, readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { ROWS } from './link-features.js';

/** Weights by row, and what they must be divided by to be logarithms of odds. */
export interface ReferenceModel {
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
}

const MAGIC = 0x52454631;
const HEADER = 16;
let shared: ReferenceModel | undefined;

/** The model, read on first use and then kept. **Errors** `model.missing`, `model.malformed`. */
export function referenceModel(): ReferenceModel {
  shared ??= loadReferenceModel();
  return shared;
}

function loadReferenceModel(): ReferenceModel {
  const path = packagePath('models', 'references', 'links.bin');
  if (!existsSync(path)) {
    throw new RapporteurError(
      'model.missing',
      `No model at ${path}. Make it with training/references/train.ts.`,
    );
  }
  return decodeReferenceModel(new Uint8Array(readFileSync(path)));
}

/** Packs weights: header (magic, rows, scale as a double), then a signed byte a row. */
export function encodeReferenceModel(weights: Float32Array): Uint8Array {
  const sizes = weights.map(Math.abs).sort();
  const scale = 127 / Math.max(sizes[Math.floor(sizes.length * KEPT_WHOLE)]!, 1e-6);
  const bytes = new Uint8Array(HEADER + weights.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, weights.length, true);
  header.setFloat64(8, scale, true);
  const packed = new Int8Array(bytes.buffer, HEADER);
  weights.forEach((weight, row) => {
    packed[row] = Math.max(-127, Math.min(127, Math.round(weight * scale)));
  });
  return bytes;
}

/** The few weights that are larger than this share are cut off, so that the many small ones keep their steps. */
const KEPT_WHOLE = 0.9999;

/** **Errors** `model.malformed`. */
export function decodeReferenceModel(bytes: Uint8Array): ReferenceModel {
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  if (
    bytes.length !== HEADER + ROWS ||
    header.getUint32(0, true) !== MAGIC ||
    header.getUint32(4, true) !== ROWS
  ) {
    throw new RapporteurError(
      'model.malformed',
      'The model of references is not what this version reads. Make it again with training/references/train.ts.',
    );
  }
  return {
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, ROWS),
    scale: header.getFloat64(8, true),
  };
}
