import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../package-root.js';
import type { Kernel } from './kernel.js';
import { plainKernel } from './plain.js';
import { kernelPath, wasmKernel } from './wasm.js';

const SIZE = 4096;

describe('the kernels', () => {
  const both = (work: (kernel: Kernel) => Float32Array): [Float32Array, Float32Array] => {
    return [plainKernel, wasmKernel].map((make) => {
      const kernel = make(SIZE);
      for (let at = 0; at < 2048; at++) kernel.memory[at] = Math.sin(at * 12.9898) * 2;
      return work(kernel);
    }) as [Float32Array, Float32Array];
  };
  const check = (title: string, work: (kernel: Kernel) => Float32Array) =>
    it(title, () => {
      const [plain, wasm] = both(work);
      expect(plain.some((value) => value !== 0)).toBe(true);
      plain.forEach((value, at) => {
        expect(wasm[at]).toBeCloseTo(value, 3);
      });
    });

  check('multiply rows by a matrix alike, whatever their number', (kernel) => {
    const shape = { w: 256, b: 128, inputs: 24, outputs: 16, yStride: 16 };
    kernel.project({ x: 0, xStride: 8, rows: 7, y: 3000, ...shape });
    return kernel.memory.slice(3000, 3000 + 7 * 16);
  });

  check('sum rows alike', (kernel) => {
    kernel.places.set([16, 64, 96, 512, 16], 3000);
    kernel.sumRows(3000, 5, 32, 3100);
    return kernel.memory.slice(3100, 3132);
  });

  check('normalise rows alike, with a residual', (kernel) => {
    kernel.normaliseRows(0, 512, 3, 32, 1024, 1088);
    return kernel.memory.slice(0, 96);
  });

  check('normalise rows alike, without one', (kernel) => {
    kernel.normaliseRows(0, -1, 3, 32, 1024, 1088);
    return kernel.memory.slice(0, 96);
  });

  it('are what the compiler makes of their source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kernel-'));
    const built = join(folder, 'kernel.wasm');
    execFileSync(process.execPath, [packagePath('scripts', 'kernel.mjs'), built]);
    expect(readFileSync(built).equals(readFileSync(kernelPath()))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
