import { BLOCK, layOut, type PlacedMatrix } from '../kernel/kernel.js';
import { DENSE, type Layout, SPARSE } from '../parsing/state-features.js';
import type { EncoderWeights } from './encoder-weights.js';
import type { Matrix } from './tensor-file.js';

/** The longest stretch that is encoded at once; longer sentences are cut before. */
export const LONGEST = 512;

/** Words that the first layer sees: the word itself and two on either side. */
export const WINDOW = 5;

/** A layer's scale and offset for each column, after it is brought to mean 0 and variance 1. */
export interface PlacedNorm {
  readonly gain: number;
  readonly bias: number;
}

/** Where everything stands in the kernel's memory: weights first, then room to work in. **Units** 32-bit numbers. */
export interface MemoryPlan {
  readonly size: number;
  /** Gives an input's share in the first layer, for each place in the window in turn. */
  readonly first: PlacedMatrix;
  readonly firstBias: number;
  readonly firstNorm: PlacedNorm;
  readonly convolutions: readonly PlacedMatrix[];
  readonly norms: readonly PlacedNorm[];
  readonly slots: PlacedMatrix;
  /** What a slot without a token adds, slot by slot. */
  readonly none: number;
  readonly sparse: number;
  readonly tags: PlacedMatrix;
  readonly moves: PlacedMatrix;
  readonly left: PlacedMatrix;
  readonly right: PlacedMatrix;
  readonly room: {
    readonly input: number;
    readonly share: number;
    readonly encodings: readonly [number, number];
    /** Whatever is multiplied next, in whole numbers. */
    readonly whole: number;
    readonly projected: number;
    readonly tagScores: number;
    readonly list: number;
    readonly state: number;
    readonly wholeState: number;
    readonly headScores: number;
  };
  readonly fill: (memory: Float32Array, halves: Int16Array) => void;
}

/** Plans the memory and how it is filled. **Errors** RangeError where the weights do not fit the layout. */
export function planMemory(weights: EncoderWeights, layout: Layout): MemoryPlan {
  const { width, hidden, layers, relations, matrix, vector } = weights;
  if (matrix('sp').rows !== layout.size) throw new RangeError('The sparse table does not fit its layout.');
  const fills: ((memory: Float32Array, halves: Int16Array) => void)[] = [];
  // Places begin at 16, so that none is 0, and keep to multiples of 16.
  let next = 16;
  const reserve = (size: number) => {
    const place = next;
    next += Math.ceil(size / 16) * 16;
    return place;
  };
  const put = (data: Float32Array) => {
    const place = reserve(data.length);
    fills.push((memory) => memory.set(data, place));
    return place;
  };
  const putTable = ({ rows, columns, steps, cells }: Matrix) => {
    const place = reserve(rows * columns);
    fills.push((memory) => {
      for (let cell = 0, row = 0; row < rows; row++) {
        const step = steps[row]!;
        for (const end = cell + columns; cell < end; cell++) memory[place + cell] = cells[cell]! * step;
      }
    });
    return place;
  };
  const putMatrix = (part: Part): PlacedMatrix => {
    const { inputs } = part;
    const outputs = Math.ceil(part.outputs / BLOCK) * BLOCK;
    const placed = {
      w: reserve((inputs * outputs) / 2),
      steps: reserve(outputs),
      b: reserve(outputs),
      inputs,
      outputs,
    };
    fills.push((memory, halves) => {
      const weight = (output: number, input: number) =>
        output < part.outputs ? part.weight(output, input) : 0;
      layOut(inputs, outputs, weight, halves.subarray(placed.w * 2));
      for (let output = 0; output < part.outputs; output++) memory[placed.steps + output] = part.step(output);
      if (part.bias !== undefined) memory.set(part.bias, placed.b);
    });
    return placed;
  };

  const out = matrix('out.weight');
  const outBias = vector('out.bias');
  /** The output layer's rows: three moves, then relations to the left, then to the right. */
  const putHead = (from: number, count: number) =>
    putMatrix(partOf(out, outBias.subarray(from, from + count), from));
  const each = <T>(make: (layer: number) => T) => Array.from({ length: layers }, (_, layer) => make(layer));
  const norm = (name: string) => ({ gain: put(vector(`${name}.weight`)), bias: put(vector(`${name}.bias`)) });
  const placed = {
    first: putMatrix(windowed(matrix('c1.weight'))),
    firstBias: put(vector('c1.bias')),
    firstNorm: norm('ln1'),
    convolutions: each((layer) =>
      putMatrix(partOf(matrix(`cs.${layer}.weight`), vector(`cs.${layer}.bias`))),
    ),
    norms: each((layer) => norm(`lns.${layer}`)),
    slots: putMatrix(partOf(matrix('slot.weight'), vector('slot.bias'))),
    none: putTable(matrix('none')),
    sparse: putTable(matrix('sp')),
    tags: putMatrix(partOf(matrix('tagout.weight'), vector('tagout.bias'))),
    moves: putHead(0, 3),
    left: putHead(3, relations.length),
    right: putHead(3 + relations.length, relations.length),
  };
  const rows = LONGEST + 4;
  const room: MemoryPlan['room'] = {
    input: reserve(width),
    share: reserve(WINDOW * width),
    encodings: [reserve(rows * width), reserve(rows * width)],
    whole: reserve((rows * width) / 2),
    projected: reserve((LONGEST + 1) * DENSE * hidden),
    tagScores: reserve(LONGEST * placed.tags.outputs),
    list: reserve(DENSE + SPARSE),
    state: reserve(hidden),
    wholeState: reserve(hidden / 2),
    headScores: reserve(Math.max(placed.moves.outputs, placed.left.outputs)),
  };
  const fill = (memory: Float32Array, halves: Int16Array) => {
    for (const one of fills) one(memory, halves);
  };
  return { size: next, ...placed, room, fill };
}

/** A matrix to be multiplied by, or some of its rows. */
interface Part {
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: (output: number, input: number) => number;
  readonly step: (output: number) => number;
  readonly bias?: Float32Array;
}

function partOf({ columns, steps, cells }: Matrix, bias: Float32Array, from = 0): Part {
  return {
    inputs: columns,
    outputs: bias.length,
    weight: (output, input) => cells[(from + output) * columns + input]!,
    step: (output) => steps[from + output]!,
    bias,
  };
}

/** The first layer, turned so that one product gives an input's share in each place of the window. */
function windowed({ rows: width, columns, steps, cells }: Matrix): Part {
  return {
    inputs: width,
    outputs: WINDOW * width,
    weight: (output, input) =>
      cells[(output % width) * columns + Math.floor(output / width) * width + input]!,
    step: (output) => steps[output % width]!,
  };
}
