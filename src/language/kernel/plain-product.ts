import { BLOCK, LARGEST, MOST_INPUTS, type Product } from './kernel.js';

const { fround } = Math;

/**
 * Two weights travel in one number, the second this much higher up, so that one multiplication does for both: numbers
 * hold whole ones of 53 bits exactly, a product takes 22. Nowhere without SIMD is there a quicker way.
 */
const HIGHER = 2 ** 27;

/** Sums of this many, times the largest weight, leave the lower half below half of `HIGHER`. */
const ROOM = HIGHER / 2 / (LARGEST + 1);

/** Adding and taking away this number rounds a smaller one to a multiple of `HIGHER`. */
const LIFT = 1.5 * 2 ** 52 * HIGHER;

const PAIRS = BLOCK / 2;

/** A block's weights, in pairs of outputs, input by input. */
const packed = new Float64Array(MOST_INPUTS * PAIRS);

/** The inputs, converted once for all blocks. */
let values = new Float64Array(0);

/** The sums of a block's outputs, for two rows. */
const sums = new Float64Array(2 * BLOCK);

/** y = x·w + b, as `Kernel.multiply`. */
export function multiply(memory: Float32Array, halves: Int16Array, call: Product): void {
  const { x, xStride, rowSteps, rows, y, yStride } = call;
  const { w, steps, b, inputs, outputs } = call.matrix;
  const extent = (rows - 1) * 2 * xStride + inputs;
  if (values.length < extent) values = new Float64Array(extent);
  for (let at = 0; at < extent; at++) values[at] = halves[2 * x + at]!;
  for (let block = 0; block < outputs; block += BLOCK) {
    const atOnce = pack(halves, 2 * w + block * inputs, inputs);
    for (let row = 0; row < rows; row += 2) {
      const other = Math.min(row + 1, rows - 1);
      addUp(values, row * 2 * xStride, other * 2 * xStride, inputs, atOnce);
      for (let which = row; which <= other; which++) {
        const to = y + which * yStride + block;
        const step = memory[rowSteps + which]!;
        const from = (which - row) * BLOCK;
        for (let one = 0; one < BLOCK; one++) {
          const scale = fround(step * memory[steps + block + one]!);
          memory[to + one] = fround(fround(sums[from + one]!) * scale) + memory[b + block + one]!;
        }
      }
    }
  }
}

/** Packs a block of weights; returns how many inputs may be added up before the pairs must be parted. */
function pack(halves: Int16Array, weights: number, inputs: number): number {
  let most = 1;
  for (let input = 0; input < inputs; input++) {
    // Two inputs of an output stand beside each other.
    const from = weights + (input & ~1) * BLOCK + (input & 1);
    for (let pair = 0; pair < PAIRS; pair++) {
      const lower = halves[from + 4 * pair]!;
      const upper = halves[from + 4 * pair + 2]!;
      most = Math.max(most, Math.abs(lower), Math.abs(upper));
      packed[input * PAIRS + pair] = lower + upper * HIGHER;
    }
  }
  return Math.floor(ROOM / most);
}

/** Sums up a block's outputs for two rows; the rows may be the same. */
function addUp(all: Float64Array, row: number, other: number, inputs: number, atOnce: number): void {
  sums.fill(0);
  const pairs = packed;
  for (let from = 0; from < inputs; from += atOnce) {
    const to = Math.min(inputs, from + atOnce);
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let input = from, weight = from * PAIRS; input < to; input++, weight += PAIRS) {
      const value = all[row + input]!;
      const another = all[other + input]!;
      const w0 = pairs[weight]!;
      a0 += value * w0;
      b0 += another * w0;
      const w1 = pairs[weight + 1]!;
      a1 += value * w1;
      b1 += another * w1;
      const w2 = pairs[weight + 2]!;
      a2 += value * w2;
      b2 += another * w2;
      const w3 = pairs[weight + 3]!;
      a3 += value * w3;
      b3 += another * w3;
    }
    part(a0, 0);
    part(a1, 2);
    part(a2, 4);
    part(a3, 6);
    part(b0, BLOCK);
    part(b1, BLOCK + 2);
    part(b2, BLOCK + 4);
    part(b3, BLOCK + 6);
  }
}

/** Parts a sum of pairs and adds each to its output's. */
function part(sum: number, output: number): void {
  const upper = sum + LIFT - LIFT;
  sums[output]! += sum - upper;
  sums[output + 1]! += upper / HIGHER;
}
