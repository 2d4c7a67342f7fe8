import { BLOCK, layOut, type PlacedMatrix } from '../kernel/kernel.js';
import type { EncoderWeights, LayerKind } from './encoder-weights.js';
import type { Matrix } from './tensor-file.js';

/** The longest stretch that is encoded at once; longer sentences are cut before. */
export const LONGEST = 512;

/** Rows that are worked on at once: words, and a root for each sentence. */
export const ROWS = LONGEST + 1;

/** Words that the first layer sees: the word itself and two on either side. */
export const WINDOW = 5;

/** Words whose share in the first layer is kept; a sentence's words must fit beside each other. */
export const KEPT_WORDS = 8192;

/** A layer's scale and offset for each column, after it is brought to mean 0 and variance 1. */
export interface PlacedNorm {
  readonly gain: number;
  readonly bias: number;
}

export interface PlacedLayer {
  readonly kind: LayerKind;
  readonly matrix: PlacedMatrix;
  readonly norm: PlacedNorm;
}

/** Where everything stands in the kernel's memory: weights first, then room to work in. **Units** 32-bit numbers. */
export interface MemoryPlan {
  readonly size: number;
  /** Gives an input's share in the first layer, for each place in the window in turn. */
  readonly first: PlacedMatrix;
  readonly firstBias: number;
  readonly firstNorm: PlacedNorm;
  readonly layers: readonly PlacedLayer[];
  readonly tags: PlacedMatrix;
  /** What a word is as one that hangs on another, and as one that others hang on. */
  readonly dependent: PlacedMatrix;
  readonly head: PlacedMatrix;
  /** From a dependent: what its head should be like, and how far off. */
  readonly query: PlacedMatrix;
  /** Shares of dependent and head in the choice of a relation, and that of the distance between them. */
  readonly relationOfDependent: PlacedMatrix;
  readonly relationOfHead: PlacedMatrix;
  readonly distance: number;
  readonly relations: PlacedMatrix;
  /** What phrases are told by, and their labels. */
  readonly naming: PlacedMatrix;
  readonly phrases: PlacedMatrix;
  readonly room: {
    readonly input: number;
    /** The shares of words in the first layer: those kept, then the root's. */
    readonly shares: number;
    readonly encodings: readonly [number, number];
    /** Whatever is multiplied next, in whole numbers, and the step of each of its rows. */
    readonly whole: number;
    readonly rowSteps: number;
    readonly gates: number;
    readonly tagScores: number;
    readonly dependents: number;
    readonly heads: number;
    readonly wholeHeads: number;
    readonly queries: number;
    /** The heads as a matrix, with steps and offsets of its own. */
    readonly headMatrix: number;
    readonly headSteps: number;
    readonly headOffsets: number;
    readonly arcScores: number;
    readonly relationDependents: number;
    readonly relationHeads: number;
    readonly arcs: number;
    readonly relationScores: number;
    readonly naming: number;
    readonly phraseScores: number;
    readonly list: number;
  };
  readonly fill: (memory: Float32Array, halves: Int16Array) => void;
}

/** Plans the memory and how it is filled. */
export function planMemory(weights: EncoderWeights): MemoryPlan {
  const { width, arcWidth, hidden, matrix, vector } = weights;
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
  const putTable = ({ rows, columns, steps, cells }: Matrix) =>
    put(
      Float32Array.from(
        cells.subarray(0, rows * columns),
        (cell, at) => cell * steps[Math.floor(at / columns)]!,
      ),
    );
  const putMatrix = (part: Part): PlacedMatrix => {
    const { inputs } = part;
    const outputs = blocks(part.outputs);
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
  const putLinear = (name: string) => putMatrix(linear(matrix(`${name}.weight`), vector(`${name}.bias`)));
  const norm = (name: string) => ({ gain: put(vector(`${name}.weight`)), bias: put(vector(`${name}.bias`)) });

  const placed = {
    first: putMatrix(windowed(matrix('first.weight'))),
    firstBias: put(vector('first.bias')),
    firstNorm: norm('firstNorm'),
    layers: weights.layers.map((kind, index) => ({
      kind,
      matrix: putLinear(`layers.${index}`),
      norm: norm(`norms.${index}`),
    })),
    tags: putLinear('tags'),
    dependent: putLinear('dependent'),
    head: putLinear('head'),
    query: putLinear('query'),
    relationOfDependent: putLinear('relationOfDependent'),
    relationOfHead: putLinear('relationOfHead'),
    distance: putTable(matrix('distance')),
    relations: putLinear('relations'),
    naming: putLinear('naming'),
    phrases: putLinear('phrases'),
  };
  const rows = ROWS;
  const { columns } = matrix('words');
  const widest = Math.max(columns, width, placed.query.outputs, hidden, placed.naming.outputs);
  const room: MemoryPlan['room'] = {
    input: reserve(columns),
    shares: reserve((KEPT_WORDS + 1) * WINDOW * width),
    encodings: [reserve(rows * width), reserve(rows * width)],
    // Beyond a sentence's ends stands a row of nothing each, for the layer that looks at neighbours.
    whole: reserve(((rows + 2) * widest) / 2),
    rowSteps: reserve(rows),
    gates: reserve(rows * 2 * width),
    tagScores: reserve(rows * placed.tags.outputs),
    dependents: reserve(rows * arcWidth),
    heads: reserve(rows * arcWidth),
    wholeHeads: reserve((blocks(rows) * arcWidth) / 2),
    queries: reserve(rows * placed.query.outputs),
    headMatrix: reserve((blocks(rows) * arcWidth) / 2),
    headSteps: reserve(blocks(rows)),
    headOffsets: reserve(blocks(rows)),
    arcScores: reserve(LONGEST * blocks(rows)),
    relationDependents: reserve(rows * hidden),
    relationHeads: reserve(rows * hidden),
    arcs: reserve(rows * hidden),
    relationScores: reserve(LONGEST * placed.relations.outputs),
    naming: reserve(rows * placed.naming.outputs),
    phraseScores: reserve(rows * placed.phrases.outputs),
    list: reserve(16),
  };
  const fill = (memory: Float32Array, halves: Int16Array) => {
    for (const one of fills) one(memory, halves);
  };
  return { size: next, ...placed, room, fill };
}

/** A number of outputs, filled up to whole blocks. */
export function blocks(outputs: number): number {
  return Math.ceil(outputs / BLOCK) * BLOCK;
}

/** A matrix to be multiplied by, or some of its rows. */
interface Part {
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: (output: number, input: number) => number;
  readonly step: (output: number) => number;
  readonly bias?: Float32Array;
}

function linear({ rows, columns, steps, cells }: Matrix, bias: Float32Array): Part {
  return {
    inputs: columns,
    outputs: rows,
    weight: (output, input) => cells[output * columns + input]!,
    step: (output) => steps[output]!,
    bias,
  };
}

/** The first layer, turned so that one product gives an input's share in each place of the window. */
function windowed({ rows: width, columns, steps, cells }: Matrix): Part {
  const inputs = columns / WINDOW;
  return {
    inputs,
    outputs: WINDOW * width,
    weight: (output, input) =>
      cells[(output % width) * columns + Math.floor(output / width) * inputs + input]!,
    step: (output) => steps[output % width]!,
  };
}
