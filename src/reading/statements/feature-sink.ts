/** Features are rows of a hashed weight table. **Units** a power of two. */
export const CUE_ROWS = 1 << 17;
export const ARGUMENT_ROWS = 1 << 18;

/** Collects the features of one token; `size` counts those that stand in `rows`. */
export interface FeatureSink {
  readonly rows: Int32Array;
  readonly mask: number;
  size: number;
}

/** **Shape** `rows` must be a power of two; no token has more than 128 features. */
export function makeSink(rows: number): FeatureSink {
  return { rows: new Int32Array(128), mask: rows - 1, size: 0 };
}

/** Adds the feature that `template` makes of up to three values. */
export function emit(sink: FeatureSink, template: number, a = 0, b = 0, c = 0): void {
  let hash = Math.imul(template + 0x9e37, 0x85ebca6b) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  sink.rows[sink.size++] = (hash ^ (hash >>> 14)) & sink.mask;
}
