/**
 * The arithmetic of the encoder and the parser, over one stretch of memory that holds weights and workings alike.
 *
 * **Units** all places and strides count 32-bit numbers from the memory's beginning. Widths (`outputs`, `width`) are
 * multiples of 8 or 16 as noted.
 */
export interface Kernel {
  readonly memory: Float32Array;
  /** The same memory, for the places that `sumRows` reads. */
  readonly places: Uint32Array;
  /**
   * y = x·w + b for `rows` rows.
   *
   * **Shape** `w` is `inputs` rows of `outputs` (a multiple of 8); rows of x and y are `xStride` and `yStride` apart.
   */
  project(call: Projection): void;
  /** z = the larger of 0 and the sum of the rows whose places stand from `list` on. `width` is a multiple of 16. */
  sumRows(list: number, count: number, width: number, z: number): void;
  /**
   * Each row of y becomes its larger-than-0 part, plus the same row of `residual` where that is not negative, brought
   * to mean 0 and variance 1 and then scaled and moved by `gain` and `bias`. `width` is a multiple of 4.
   */
  normaliseRows(y: number, residual: number, rows: number, width: number, gain: number, bias: number): void;
}

export interface Projection {
  readonly x: number;
  readonly xStride: number;
  readonly rows: number;
  readonly w: number;
  readonly b: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly y: number;
  readonly yStride: number;
}

/** Added to a variance before its root is taken, as in training. */
export const EPSILON = 1e-5;
