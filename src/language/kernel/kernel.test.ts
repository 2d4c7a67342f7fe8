import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../package-root.js';
import { type Kernel, LARGEST, layOut } from './kernel.js';
import { plainKernel } from './plain.js';
import { kernelPath, wasmKernel } from './wasm.js';

const SIZE = 8192;

/** A kernel whose first half holds numbers between -2 and 2. */
function filled(make: (size: number) => Kernel): Kernel {
  const kernel = make(SIZE);
  for (let at = 0; at < SIZE / 2; at++) kernel.memory[at] = Math.sin(at * 12.9898) * 2;
  return kernel;
}

describe('the kernels agree to the last bit when they', () => {
  const check = (title: string, work: (kernel: Kernel) => Float32Array) =>
    it(title, () => {
      const plain = work(filled(plainKernel));
      expect(plain.some((value) => value !== 0)).toBe(true);
      expect(work(filled(wasmKernel))).toEqual(plain);
    });

  check('round numbers', ({ memory, halves, round }) => {
    const step = round(40, 64, 5000, 1000);
    return Float32Array.from([step, memory[40]!, ...halves.subarray(10_000, 10_064)]);
  });

  check('round nothing but zeros, and halves between two whole numbers', ({ memory, halves, round }) => {
    memory.fill(0, 40, 56);
    const nothing = round(40, 8, 5000, LARGEST);
    memory.set([LARGEST, 0.5, 1.5, -0.5, -1.5, 2.5, -2.5, -LARGEST], 48);
    return Float32Array.from([nothing, round(48, 8, 5004, LARGEST), ...halves.subarray(10_000, 10_016)]);
  });

  for (const rows of [1, 3, 4, 5, 7]) {
    check(`multiply ${rows} rows by a matrix`, (kernel) => {
      multiply(kernel, rows);
      return kernel.memory.slice(6000, 6000 + rows * 16);
    });
  }

  check('multiply rows that each have a step of their own', (kernel) => {
    multiply(kernel, 7);
    for (let row = 0; row < 7; row++) kernel.memory[4900 + row] = 1 / (row + 1);
    kernel.multiply({ ...PRODUCT, rows: 7 });
    return kernel.memory.slice(6000, 6000 + 7 * 16);
  });

  check('leave nothing below 0', ({ memory, rectify }) => {
    memory[100] = -0;
    rectify(96, 64);
    return memory.slice(90, 170);
  });

  check('sum rows', (kernel) => {
    kernel.places.set([16, 64, 96, 512, 16], 5000);
    kernel.sumRows(5000, 5, 32, 5100);
    return kernel.memory.slice(5100, 5132);
  });

  check('normalise rows, with a residual', (kernel) => {
    kernel.normaliseRows(0, 512, 3, 32, 1024, 1088);
    return kernel.memory.slice(0, 96);
  });

  check('normalise rows, without one', (kernel) => {
    kernel.normaliseRows(0, -1, 3, 32, 1024, 1088);
    return kernel.memory.slice(0, 96);
  });

  check('carry numbers along rows', (kernel) => {
    kernel.run(0, 5, 8, 5000);
    return kernel.memory.slice(5000, 5080);
  });
});

describe('numbers carried along rows', () => {
  const wide = 4;
  const carried = (rows: number, gate: number) => {
    const { memory, run } = plainKernel(SIZE);
    for (let row = 0; row < rows; row++) {
      memory.fill(gate, row * 16, row * 16 + 16);
      memory.fill(row + 1, row * 16 + 4, row * 16 + 8);
      memory.fill(row + 1, row * 16 + 12, row * 16 + 16);
    }
    run(0, rows, wide, 1024);
    return Array.from({ length: rows }, (_, row) => [memory[1024 + row * 8]!, memory[1028 + row * 8]!]);
  };

  it('move half of the way to each candidate where the gate is half open', () =>
    expect(carried(3, 0)).toEqual([
      [0.5, 1.375],
      [1.25, 1.75],
      [2.125, 1.5],
    ]));

  it('hardly move where the gate is all but closed', () =>
    expect(
      carried(2, -1e6)
        .flat()
        .every((value) => value < 1e-5),
    ).toBe(true));
});

describe('a product', () => {
  it('comes near the one without rounding', () => {
    const kernel = filled(plainKernel);
    multiply(kernel, 7);
    for (let row = 0; row < 7; row++) {
      for (let output = 0; output < 16; output++) {
        let sum = kernel.memory[100 + output]!;
        for (let input = 0; input < 24; input++) {
          sum +=
            kernel.memory[1000 + row * 8 + input]! * weight(output, input) * kernel.memory[200 + output]!;
        }
        expect(Math.abs(kernel.memory[6000 + row * 16 + output]! - sum)).toBeLessThan(0.3);
      }
    }
  });
});

describe('the compiled kernel', () => {
  it('is what the compiler makes of its source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kernel-'));
    const built = join(folder, 'kernel.wasm');
    execFileSync(process.execPath, [packagePath('scripts', 'kernel.mjs'), built]);
    expect(readFileSync(built).equals(readFileSync(kernelPath()))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

function weight(output: number, input: number): number {
  return ((output * 37 + input * 53) % 255) - 127;
}

const PRODUCT = {
  x: 5000,
  xStride: 4,
  rowSteps: 4900,
  matrix: { w: 5200, steps: 200, b: 100, inputs: 24, outputs: 16 },
  y: 6000,
  yStride: 16,
};

/** Rows of 24 inputs, 8 apart, times a matrix with 16 outputs, to 6000. */
function multiply({ memory, halves, round, multiply }: Kernel, rows: number): void {
  layOut(24, 16, weight, halves.subarray(2 * 5200));
  memory.fill(round(1000, 80, 5000, LARGEST), 4900, 4900 + rows);
  multiply({ ...PRODUCT, rows });
}
