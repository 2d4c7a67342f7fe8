import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EncoderMeta,
  type EncoderWeights,
  readEncoder,
} from '../../src/language/encoding/encoder-weights.js';
import { packTensors, type Tensor, unpackTensors } from '../../src/language/encoding/tensor-file.js';
import type { FirstTagger } from '../../src/language/tagging/first-tags.js';

type Facts = Omit<EncoderMeta, 'layers'>;

/** Packs the weights that train.py wrote, as a model file. */
export function packNetwork(folder: string, name: string, facts: Facts, path: string): void {
  writeFileSync(path, packTrained(folder, name, facts));
}

/** The network that train.py wrote, as it will be when packed. */
export function trainedNetwork(
  folder: string,
  name: string,
  facts: Facts,
  tagger: FirstTagger,
): EncoderWeights {
  return readEncoder(unpackTensors(packTrained(folder, name, facts), name), tagger);
}

function packTrained(folder: string, name: string, { words, tags, relations }: Facts): Uint8Array {
  const { layers, tensors: places } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
    layers: number;
    tensors: Record<string, { at: number; shape: readonly number[] }>;
  };
  const file = readFileSync(join(folder, `${name}.f32`));
  const numbers = new Float32Array(new Uint8Array(file).buffer);
  const tensors = new Map<string, Tensor>();
  for (const [key, { at, shape }] of Object.entries(places)) {
    const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : [shape[0]!, shape[1]!];
    tensors.set(key, { rows, columns, data: numbers.subarray(at, at + rows * columns) });
  }
  return packTensors({ words, tags, relations, layers }, tensors);
}
