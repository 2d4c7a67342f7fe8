import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncoderMeta } from '../../src/language/encoding/encoder-weights.js';
import { packTensors, type Tensor } from '../../src/language/encoding/tensor-file.js';

/** Packs the weights that train.py wrote, as a model file. */
export function packNetwork(folder: string, name: string, meta: EncoderMeta, path: string): void {
  const places = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<
    string,
    { at: number; shape: readonly number[] }
  >;
  const file = readFileSync(join(folder, `${name}.f32`));
  const numbers = new Float32Array(new Uint8Array(file).buffer);
  const tensors = new Map<string, Tensor>();
  for (const [key, { at, shape }] of Object.entries(places)) {
    const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : [shape[0]!, shape[1]!];
    tensors.set(key, { rows, columns, data: numbers.subarray(at, at + rows * columns) });
  }
  writeFileSync(path, packTensors(meta, tensors));
}
