/**
 * The arithmetic of the encoder and the parser, over one stretch of memory that holds weights and workings alike.
 * Every kernel gives the same numbers to the last bit, so that trees do not depend on where they were made.
 *
 * **Units** all places and strides count 32-bit numbers from the memory's beginning; a place of whole numbers holds
 * two of 16 bits. Widths are multiples of 8 or 16 as noted.
 */
export interface Kernel {
  readonly memory: Float32Array;
  /** The same memory, for the places that `sumRows` reads. */
  readonly places: Uint32Array;
  /** The same memory, for whole numbers. */
  readonly halves: Int16Array;
  /**
   * Rounds `count` numbers (a multiple of 8) to whole ones of at most `limit`, and returns the step between two of
   * them: a number is about its whole one times the step.
   */
  round(x: number, count: number, whole: number, limit: number): number;
  /** `count` numbers (a multiple of 4) become 0 where they are below. */
  rectify(x: number, count: number): void;
  /** y = x·w + b for `rows` rows, x and w being whole numbers. */
  multiply(call: Product): void;
  /** z = the larger of 0 and the sum of the rows whose places stand from `list` on. `width` is a multiple of 16. */
  sumRows(list: number, count: number, width: number, z: number): void;
  /**
   * Each row of y becomes its larger-than-0 part, plus the same row of `residual` where that is not negative, brought
   * to mean 0 and variance 1 and then scaled and moved by `gain` and `bias`. `width` is a multiple of 4.
   */
  normaliseRows(y: number, residual: number, rows: number, width: number, gain: number, bias: number): void;
  /**
   * Carries numbers along the rows: first to last in the first half of the columns of z, last to first in the second,
   * state = state * (1 - gate) + candidate * gate, gate = (1 + x / (1 + |x|)) / 2. A row of x holds x and candidates
   * of the one half, then of the other; `width`, that of a half, is a multiple of 4.
   */
  run(x: number, rows: number, width: number, z: number): void;
}

export interface Product {
  /** Rows of `inputs` whole numbers (an even number, at most `MOST_INPUTS`), `xStride` apart. */
  readonly x: number;
  readonly xStride: number;
  /** Where what `round` returned for each row stands, so that rows of several sentences may go by together. */
  readonly rowSteps: number;
  readonly rows: number;
  readonly matrix: PlacedMatrix;
  readonly y: number;
  readonly yStride: number;
}

/** A matrix in a kernel's memory, laid out as `layOut` does. */
export interface PlacedMatrix {
  readonly w: number;
  /** One step for each output: a weight is its whole number times the step. */
  readonly steps: number;
  readonly b: number;
  readonly inputs: number;
  /** A multiple of `BLOCK`. */
  readonly outputs: number;
}

/** Outputs that are worked out together. */
export const BLOCK = 8;

/** The largest whole number that is multiplied by signed bytes. */
export const LARGEST = 16_383;

/** More inputs than this could leave the range of 32 bits. */
export const MOST_INPUTS = 1032;

/** Added to a variance before its root is taken, as in training. */
export const EPSILON = 1e-5;

/**
 * Lays out a matrix for `multiply`: block after block of outputs; in each, pair after pair of inputs; in each, the
 * two weights of every output. `weight` tells the signed byte for an output and an input.
 */
export function layOut(
  inputs: number,
  outputs: number,
  weight: (output: number, input: number) => number,
  out: Int16Array,
): void {
  let at = 0;
  for (let block = 0; block < outputs; block += BLOCK) {
    for (let input = 0; input < inputs; input += 2) {
      for (let output = block; output < block + BLOCK; output++) {
        out[at++] = weight(output, input);
        out[at++] = weight(output, input + 1);
      }
    }
  }
}

/** Lays out rows of whole numbers that stand in a kernel's memory as a matrix with an output for each row. */
export function layOutRows(
  memory: Uint32Array,
  rows: number,
  inputs: number,
  outputs: number,
  out: number,
): void {
  const pairs = inputs / 2;
  let at = out;
  for (let block = 0; block < outputs; block += BLOCK) {
    for (let pair = rows + block * pairs; pair < rows + (block + 1) * pairs; pair++) {
      for (let row = 0; row < BLOCK; row++) memory[at++] = memory[pair + row * pairs]!;
    }
  }
}
