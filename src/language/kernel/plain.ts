import { EPSILON, type Kernel } from './kernel.js';
import { multiply } from './plain-product.js';

const { fround } = Math;

/** The kernel in plain TypeScript: slower, but it runs everywhere. **Units** `size` counts 32-bit numbers. */
export function plainKernel(size: number): Kernel {
  const buffer = new ArrayBuffer(size * 4);
  const memory = new Float32Array(buffer);
  const places = new Uint32Array(buffer);
  const halves = new Int16Array(buffer);
  return {
    memory,
    places,
    halves,
    round: (x, count, whole, limit) => round(memory, halves, x, count, whole, limit),
    rectify: (x, count) => {
      for (let at = x; at < x + count; at++) memory[at] = Math.max(0, memory[at]!);
    },
    multiply: (call) => multiply(memory, halves, call),
    sumRows: (list, count, width, z) => sumRows(memory, places, list, count, width, z),
    normaliseRows: (y, residual, rows, width, gain, bias) => {
      for (let row = 0; row < rows; row++) {
        const from = residual < 0 ? -1 : residual + row * width;
        normaliseRow(memory, y + row * width, from, width, gain, bias);
      }
    },
    run: (x, rows, width, z) => run(memory, x, rows, width, z),
  };
}

/** Adding and taking away this number leaves a smaller one rounded to the nearest whole, halves to the even. */
const ROUNDER = 12_582_912;

function round(
  memory: Float32Array,
  halves: Int16Array,
  x: number,
  count: number,
  whole: number,
  limit: number,
): number {
  let largest = 0;
  for (let at = x; at < x + count; at++) largest = Math.max(largest, Math.abs(memory[at]!));
  const scale = largest > 0 ? fround(limit / largest) : 1;
  for (let at = 0; at < count; at++) {
    halves[whole * 2 + at] = fround(fround(memory[x + at]! * scale) + ROUNDER) - ROUNDER;
  }
  return fround(1 / scale);
}

function sumRows(
  memory: Float32Array,
  places: Uint32Array,
  list: number,
  count: number,
  width: number,
  z: number,
): void {
  memory.fill(0, z, z + width);
  for (let one = 0; one < count; one++) {
    const row = places[list + one]!;
    for (let column = 0; column < width; column++) memory[z + column]! += memory[row + column]!;
  }
  for (let column = 0; column < width; column++) memory[z + column] = Math.max(0, memory[z + column]!);
}

/** Sums of every fourth column, as four numbers that go through each instruction together would be added up. */
const lanes = new Float32Array(4);
const squareLanes = new Float32Array(4);

function normaliseRow(
  memory: Float32Array,
  y: number,
  residual: number,
  width: number,
  gain: number,
  bias: number,
): void {
  lanes.fill(0);
  squareLanes.fill(0);
  for (let column = 0; column < width; column++) {
    let value = Math.max(0, memory[y + column]!);
    if (residual >= 0) value = fround(value + memory[residual + column]!);
    memory[y + column] = value;
    lanes[column & 3]! += value;
    squareLanes[column & 3]! += fround(value * value);
  }
  const mean = fround(total(lanes) / width);
  const variance = fround(fround(total(squareLanes) / width) - fround(mean * mean));
  const scale = fround(1 / fround(Math.sqrt(fround(variance + fround(EPSILON)))));
  for (let column = 0; column < width; column++) {
    const value = fround(fround(memory[y + column]! - mean) * scale);
    memory[y + column] = fround(value * memory[gain + column]!) + memory[bias + column]!;
  }
}

function run(memory: Float32Array, x: number, rows: number, width: number, z: number): void {
  for (let column = 0; column < 2 * width; column++) {
    const isForward = column < width;
    let state = 0;
    for (let step = 0; step < rows; step++) {
      const row = isForward ? step : rows - 1 - step;
      const from = x + row * 4 * width + (isForward ? column : column + width);
      const input = memory[from]!;
      const soft = fround(input / fround(1 + Math.abs(input)));
      const gate = fround(0.5 + fround(0.5 * soft));
      state = fround(fround(state * fround(1 - gate)) + fround(memory[from + width]! * gate));
      memory[z + row * 2 * width + column] = state;
    }
  }
}

function total(four: Float32Array): number {
  return fround(fround(fround(four[0]! + four[1]!) + four[2]!) + four[3]!);
}
