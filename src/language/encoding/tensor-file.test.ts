import { describe, expect, it } from 'vitest';
import { packTensors, type Tensor, unpackTensors } from './tensor-file.js';

const matrix: Tensor = { rows: 3, columns: 3, data: Float32Array.of(1, -2, 0.5, 0, 0, 0, 100, 50, -25) };
const vector: Tensor = { rows: 1, columns: 5, data: Float32Array.of(0.1, -0.2, 0.3, 1e-7, 5) };
const packed = packTensors({ words: ['élan'] }, new Map(Object.entries({ matrix, vector })));

describe('a file of tensors', () => {
  it('gives back what it was made with: vectors exactly, matrices to half a step', () => {
    const { meta, matrices, vectors } = unpackTensors(packed, 'a file');
    expect(meta).toEqual({ words: ['élan'] });
    expect(vectors.get('vector')).toEqual(vector.data);
    const { rows, columns, steps, cells } = matrices.get('matrix')!;
    expect([rows, columns]).toEqual([3, 3]);
    matrix.data.forEach((value, at) => {
      const step = steps[Math.floor(at / columns)]!;
      expect(Math.abs(cells[at]! * step - value)).toBeLessThanOrEqual(step / 2 + 1e-6);
    });
  });

  it.each([
    ['is empty', new Uint8Array(0)],
    ['is something else', new TextEncoder().encode('word,tag\nveto,NOUN\n')],
    ['was cut short', packed.slice(0, -4)],
    ['was cut short in its header', packed.slice(0, 20)],
  ])('is refused, by name, where it %s', (_, file) => {
    expect(() => unpackTensors(file, 'models/x.bin')).toThrowError(/models\/x\.bin/);
  });
});
