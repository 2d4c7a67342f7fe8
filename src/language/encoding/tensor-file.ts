import { RapporteurError } from '../../errors.js';

/** Numbers as they were trained. **Shape** `data` is row by row; a vector is one row. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** A matrix as it is kept: a number is its cell times the step of its row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly steps: Float32Array;
  readonly cells: Int8Array;
}

/** What a model file holds: numbers by name, and whatever else the model needs, as JSON. */
export interface TensorFile {
  readonly meta: unknown;
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

interface Entry {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** True where each row is one step and bytes; vectors stay as they are. */
  readonly bytes: boolean;
}

const MAGIC = 0x31545052;

/**
 * Packs tensors: a header in JSON, then each tensor in turn; a matrix's rows become signed bytes with one step a
 * row, which costs next to no accuracy and a quarter of the room.
 */
export function packTensors(meta: unknown, tensors: ReadonlyMap<string, Tensor>): Uint8Array {
  const entries: Entry[] = [...tensors].map(([name, { rows, columns }]) => ({
    name,
    rows,
    columns,
    bytes: rows > 1,
  }));
  const header = new TextEncoder().encode(JSON.stringify({ meta, entries }));
  const padding = new Uint8Array(roundUp(header.length) - header.length);
  const parts: Uint8Array[] = [bytesOf(new Uint32Array([MAGIC, header.length])), header, padding];
  for (const { name, bytes } of entries) {
    const tensor = tensors.get(name)!;
    parts.push(...(bytes ? packRows(tensor) : [bytesOf(tensor.data)]));
  }
  return new Uint8Array(Buffer.concat(parts));
}

function packRows({ rows, columns, data }: Tensor): Uint8Array[] {
  const steps = new Float32Array(rows);
  const cells = new Int8Array(roundUp(rows * columns));
  for (let row = 0; row < rows; row++) {
    const at = row * columns;
    let largest = 1e-9;
    for (let column = 0; column < columns; column++)
      largest = Math.max(largest, Math.abs(data[at + column]!));
    steps[row] = largest / 127;
    for (let column = 0; column < columns; column++) {
      cells[at + column] = Math.round((data[at + column]! / largest) * 127);
    }
  }
  return [bytesOf(steps), bytesOf(cells)];
}

/** Unpacks what `packTensors` packed. **Errors** `model.malformed`; `name` says which file. */
export function unpackTensors(file: Uint8Array, name: string): TensorFile {
  // A copy begins at an even address, as views of numbers need.
  const { buffer } = new Uint8Array(file);
  const [magic, headerLength = 0] = buffer.byteLength < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC || headerLength + 8 > buffer.byteLength) throw malformed(name);
  const json = new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength));
  const { meta, entries } = JSON.parse(json) as { meta: unknown; entries: readonly Entry[] };
  const matrices = new Map<string, Matrix>();
  const vectors = new Map<string, Float32Array>();
  let at = 8 + roundUp(headerLength);
  for (const { name: key, rows, columns, bytes } of entries) {
    const cells = rows * columns;
    const size = bytes ? rows * 4 + roundUp(cells) : cells * 4;
    if (at + size > buffer.byteLength) throw malformed(name);
    if (!bytes) vectors.set(key, new Float32Array(buffer, at, cells));
    else {
      const steps = new Float32Array(buffer, at, rows);
      matrices.set(key, { rows, columns, steps, cells: new Int8Array(buffer, at + rows * 4, cells) });
    }
    at += size;
  }
  return { meta, matrices, vectors };
}

/** Every part begins where numbers of 32 bits may. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

function bytesOf(data: Float32Array | Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function malformed(name: string): RapporteurError {
  return new RapporteurError(
    'model.malformed',
    `The model file ${name} is not what this version reads. Restore it from the package, or make it anew as training/README.md says.`,
  );
}
