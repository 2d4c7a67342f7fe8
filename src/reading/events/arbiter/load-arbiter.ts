import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RapporteurError } from '../../../errors.js';
import { packagePath } from '../../../package-root.js';
import type { RelationType } from '../relation-type.js';
import type { Arbiter } from './arbiter.js';

const PATH = ['models', 'arbiter', 'arbiter.bin'] as const;

const headerShape = z.object({
  version: z.string(),
  types: z.array(z.string()),
  scale: z.number(),
  sharpness: z.number(),
  features: z.number().int(),
  learned: z.number().int(),
});

/** The arbiter that ships with the package. **Errors** `model.missing`, `model.malformed`. */
export function loadArbiter(): Arbiter {
  const path = packagePath(...PATH);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new RapporteurError('model.missing', `No arbiter at ${path}. Reinstall the package.`, { cause });
  }
  return decodeArbiter(bytes, path);
}

/**
 * **Shape** four bytes with the length of a JSON header (little endian), the header, the hashes of the features (four
 * bytes each), those of the sentences learned from, the weights (a byte each, a row a feature).
 * **Errors** `model.malformed`.
 */
export function decodeArbiter(bytes: Uint8Array, path: string): Arbiter {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength >= 4 ? view.getUint32(0, true) : 0;
  const header = readHeader(bytes.subarray(4, 4 + length), path);
  const { version, types, scale, sharpness, features, learned } = header;
  const expected = 4 + length + 4 * (features + learned) + features * types.length;
  if (bytes.byteLength !== expected) {
    throw new RapporteurError(
      'model.malformed',
      `The arbiter ${path} has ${bytes.byteLength} bytes, not ${expected}. Reinstall the package.`,
    );
  }
  const hash = (at: number) => view.getInt32(4 + length + 4 * at, true);
  const start = bytes.byteOffset + 4 + length + 4 * (features + learned);
  return {
    version,
    types: types as RelationType[],
    rows: new Map(Array.from({ length: features }, (_, at) => [hash(at), at])),
    learned: new Set(Array.from({ length: learned }, (_, at) => hash(features + at))),
    // A Buffer's own slice would share its pool, from another offset.
    weights: new Int8Array(bytes.buffer, start, features * types.length).slice(),
    scale,
    sharpness,
  };
}

function readHeader(bytes: Uint8Array, path: string): z.infer<typeof headerShape> {
  try {
    return headerShape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new RapporteurError(
      'model.malformed',
      `The arbiter ${path} begins with no header. Reinstall the package.`,
      { cause },
    );
  }
}

export function encodeArbiter(arbiter: Arbiter): Uint8Array {
  const { version, types, rows, weights, scale, sharpness, learned } = arbiter;
  const header = { version, types, scale, sharpness, features: rows.size, learned: learned.size };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + text.length + 4 * (rows.size + learned.size) + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  const hashes = [...rows].sort((a, b) => a[1] - b[1]).map(([hash]) => hash);
  [...hashes, ...learned].forEach((hash, at) => {
    view.setInt32(4 + text.length + 4 * at, hash, true);
  });
  bytes.set(
    new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
    bytes.length - weights.length,
  );
  return bytes;
}
