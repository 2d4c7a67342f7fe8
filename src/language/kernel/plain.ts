import { EPSILON, type Kernel, type Projection } from './kernel.js';

/** The kernel in plain TypeScript: slower, but it runs everywhere. **Units** `size` counts 32-bit numbers. */
export function plainKernel(size: number): Kernel {
  const buffer = new ArrayBuffer(size * 4);
  const memory = new Float32Array(buffer);
  const places = new Uint32Array(buffer);
  return {
    memory,
    places,
    project: (call) => project(memory, call),
    sumRows: (list, count, width, z) => sumRows(memory, places, list, count, width, z),
    normaliseRows: (y, residual, rows, width, gain, bias) => {
      for (let row = 0; row < rows; row++) {
        const from = residual < 0 ? -1 : residual + row * width;
        normaliseRow(memory, y + row * width, from, width, gain, bias);
      }
    },
  };
}

function project(memory: Float32Array, call: Projection): void {
  const { x, xStride, rows, w, b, inputs, outputs, y, yStride } = call;
  for (let row = 0; row < rows; row++) {
    const from = x + row * xStride;
    const to = y + row * yStride;
    for (let column = 0; column < outputs; column++) memory[to + column] = memory[b + column]!;
    for (let input = 0; input < inputs; input++) {
      const value = memory[from + input]!;
      if (value === 0) continue;
      const weights = w + input * outputs;
      for (let column = 0; column < outputs; column++) {
        memory[to + column]! += value * memory[weights + column]!;
      }
    }
  }
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
  for (let column = 0; column < width; column++) {
    if (memory[z + column]! < 0) memory[z + column] = 0;
  }
}

function normaliseRow(
  memory: Float32Array,
  y: number,
  residual: number,
  width: number,
  gain: number,
  bias: number,
): void {
  let sum = 0;
  let squares = 0;
  for (let column = 0; column < width; column++) {
    let value = Math.max(0, memory[y + column]!);
    if (residual >= 0) value += memory[residual + column]!;
    memory[y + column] = value;
    sum += value;
    squares += value * value;
  }
  const mean = sum / width;
  const scale = 1 / Math.sqrt(squares / width - mean * mean + EPSILON);
  for (let column = 0; column < width; column++) {
    const value = (memory[y + column]! - mean) * scale;
    memory[y + column] = value * memory[gain + column]! + memory[bias + column]!;
  }
}
