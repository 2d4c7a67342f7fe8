import { readFileSync } from 'node:fs';
import { packagePath } from '../../package-root.js';
import type { Kernel } from './kernel.js';
import { plainKernel } from './plain.js';

/** What kernel.as.ts exports; places are in bytes. */
interface Exports {
  round(x: number, count: number, whole: number, limit: number): number;
  rectify(x: number, count: number): void;
  multiply(
    x: number,
    xStride: number,
    rowSteps: number,
    rows: number,
    w: number,
    steps: number,
    b: number,
    inputs: number,
    outputs: number,
    y: number,
    yStride: number,
  ): void;
  sumRows(list: number, count: number, width: number, z: number): void;
  normaliseRows(
    y: number,
    residual: number,
    hasResidual: number,
    rows: number,
    width: number,
    gain: number,
    bias: number,
  ): void;
  run(x: number, rows: number, width: number, z: number): void;
}

const PAGE = 65_536;

/** Path of the compiled kernel, which stands beside its source. */
export function kernelPath(): string {
  return packagePath('src', 'language', 'kernel', 'kernel.wasm');
}

/** The fastest kernel that runs here: WebAssembly with SIMD, else plain. **Units** `size` counts 32-bit numbers. */
export function makeKernel(size: number): Kernel {
  try {
    return wasmKernel(size);
  } catch {
    // An engine without SIMD, or without WebAssembly, still reads: only more slowly.
    return plainKernel(size);
  }
}

/** The kernel in WebAssembly. **Errors** whatever the engine throws where it has no SIMD. */
export function wasmKernel(size: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * 4) / PAGE) });
  const module = new WebAssembly.Module(readFileSync(kernelPath()));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const calls = exports as unknown as Exports;
  return {
    memory: new Float32Array(memory.buffer),
    places: new Uint32Array(memory.buffer),
    halves: new Int16Array(memory.buffer),
    round: (x, count, whole, limit) => calls.round(x * 4, count, whole * 4, limit),
    rectify: (x, count) => calls.rectify(x * 4, count),
    multiply: ({ x, xStride, rowSteps, rows, matrix: { w, steps, b, inputs, outputs }, y, yStride }) =>
      calls.multiply(
        x * 4,
        xStride * 4,
        rowSteps * 4,
        rows,
        w * 4,
        steps * 4,
        b * 4,
        inputs,
        outputs,
        y * 4,
        yStride * 4,
      ),
    sumRows: (list, count, width, z) => calls.sumRows(list * 4, count, width, z * 4),
    normaliseRows: (y, residual, rows, width, gain, bias) =>
      calls.normaliseRows(
        y * 4,
        Math.max(0, residual) * 4,
        residual < 0 ? 0 : 1,
        rows,
        width,
        gain * 4,
        bias * 4,
      ),
    run: (x, rows, width, z) => calls.run(x * 4, rows, width, z * 4),
  };
}
