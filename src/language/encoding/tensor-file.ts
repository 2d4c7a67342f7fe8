import { RapporteurError } from '../../errors.js';

/** A matrix or vector of numbers. **Shape** `data` is row by row; a vector is one row. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** What a model file holds: numbers by name, and whatever else the model needs, as JSON. */
export interface TensorFile {
  readonly meta: unknown;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

interface Entry {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** True where each row is one scale and bytes; vectors stay as they are. */
  readonly bytes: boolean;
}

const MAGIC = 0x31545052;

/**
 * Packs tensors: a header in JSON, then each tensor in turn; a matrix's rows become signed bytes with one scale a
 * row, which costs next to no accuracy and a quarter of the room.
 */
export function packTensors({ meta, tensors }: TensorFile): Uint8Array {
  const entries: Entry[] = [...tensors].map(([name, { rows, columns }]) => ({
    name,
    rows,
    columns,
    bytes: rows > 1,
  }));
  const header = new TextEncoder().encode(JSON.stringify({ meta, entries }));
  const padded = Math.ceil(header.length / 4) * 4;
  const parts: Uint8Array[] = [new Uint8Array(new Uint32Array([MAGIC, header.length]).buffer), header];
  parts.push(new Uint8Array(padded - header.length));
  for (const { name, bytes } of entries) {
    const tensor = tensors.get(name)!;
    parts.push(...(bytes ? packRows(tensor) : [bytesOf(tensor.data)]));
  }
  return new Uint8Array(Buffer.concat(parts));
}

function packRows({ rows, columns, data }: Tensor): Uint8Array[] {
  const scales = new Float32Array(rows);
  const cells = new Int8Array(Math.ceil((rows * columns) / 4) * 4);
  for (let row = 0; row < rows; row++) {
    const at = row * columns;
    let largest = 1e-9;
    for (let column = 0; column < columns; column++)
      largest = Math.max(largest, Math.abs(data[at + column]!));
    scales[row] = largest / 127;
    for (let column = 0; column < columns; column++) {
      cells[at + column] = Math.round((data[at + column]! / largest) * 127);
    }
  }
  return [bytesOf(scales), new Uint8Array(cells.buffer)];
}

/** Unpacks what `packTensors` packed. **Errors** `model.malformed`; `name` says which file. */
export function unpackTensors(file: Uint8Array, name: string): TensorFile {
  // A copy begins at an even address, as views of numbers need.
  const { buffer } = Uint8Array.from(file);
  const [magic, headerLength = 0] = buffer.byteLength < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC || headerLength + 8 > buffer.byteLength) throw malformed(name);
  const json = new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength));
  const { meta, entries } = JSON.parse(json) as { meta: unknown; entries: readonly Entry[] };
  const tensors = new Map<string, Tensor>();
  let at = 8 + Math.ceil(headerLength / 4) * 4;
  for (const { name: key, rows, columns, bytes } of entries) {
    const cells = rows * columns;
    const size = bytes ? rows * 4 + Math.ceil(cells / 4) * 4 : cells * 4;
    if (at + size > buffer.byteLength) throw malformed(name);
    const data = bytes ? unpackRows(buffer, at, rows, columns) : new Float32Array(buffer, at, cells);
    tensors.set(key, { rows, columns, data });
    at += size;
  }
  return { meta, tensors };
}

function unpackRows(buffer: ArrayBuffer, at: number, rows: number, columns: number): Float32Array {
  const scales = new Float32Array(buffer, at, rows);
  const cells = new Int8Array(buffer, at + rows * 4, rows * columns);
  const data = new Float32Array(rows * columns);
  for (let row = 0, cell = 0; row < rows; row++) {
    const scale = scales[row]!;
    for (const end = cell + columns; cell < end; cell++) data[cell] = cells[cell]! * scale;
  }
  return data;
}

function bytesOf(data: Float32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function malformed(name: string): RapporteurError {
  return new RapporteurError(
    'model.malformed',
    `The model file ${name} is not what this version reads. Restore it from the package, or make it anew as training/README.md says.`,
  );
}
