/** Sizes of the weight tables that features are rows of, by the last bits of their hash. */
export const CUE_ROWS = 1 << 18;
export const ARGUMENT_ROWS = 1 << 17;

/** Collects the features of one token; the first `size` of `hashes` count. */
export interface FeatureSink {
  readonly hashes: Int32Array;
  size: number;
}

/** No token has more than 128 features. */
export function makeSink(): FeatureSink {
  return { hashes: new Int32Array(128), size: 0 };
}

/** Adds the feature that `template` makes of up to three values. */
export function emit(sink: FeatureSink, template: number, a = 0, b = 0, c = 0): void {
  let hash = Math.imul(template + 0x9e37, 0x85ebca6b) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  sink.hashes[sink.size++] = hash ^ (hash >>> 14);
}
