import { type Kernel, LARGEST, layOut, type PlacedMatrix } from '../kernel/kernel.js';
import { LONGEST_KEPT, wordForm } from '../tagging/word-form.js';
import { distanceOf } from './distances.js';
import type { EncoderWeights } from './encoder-weights.js';
import { blocks, KEPT_WORDS, LONGEST, type MemoryPlan, planMemory, WINDOW } from './memory-plan.js';
import { fillWordRows, HINT, hintRow, ROWS_PER_WORD } from './word-rows.js';

export { LONGEST } from './memory-plan.js';

/** How far the first layer sees to either side. */
const REACH = (WINDOW - 1) / 2;

/** Tags that words are known to have, by number, by the place of the word. */
export type Hints = ReadonlyMap<number, number>;

/** Scores in the kernel's memory, good until the next call: row by row, `stride` apart. */
export interface Scores {
  readonly at: number;
  readonly stride: number;
}

/**
 * The encoder and its heads, laid out in the kernel's memory.
 *
 * **Shape** one sentence at a time: `encode` reads it, the scores then answer for it. Not to be shared between
 * sentences under way.
 */
export class Network {
  readonly memory: Float32Array;
  readonly #kernel: Kernel;
  readonly #weights: EncoderWeights;
  readonly #plan: MemoryPlan;
  /** Where the share of a word in the first layer stands, by the word. */
  readonly #shares = new Map<string, number>();
  #kept = 0;
  readonly #rows = new Int32Array(ROWS_PER_WORD);
  readonly #places = new Int32Array(LONGEST + 1);
  /** The kind of every distance from one place to another, from the farthest to the left on. */
  readonly #distances = Int32Array.from({ length: 2 * LONGEST + 1 }, (_, at) => distanceOf(at - LONGEST));
  #count = 0;

  constructor(weights: EncoderWeights, makeKernel: (size: number) => Kernel) {
    this.#weights = weights;
    this.#plan = planMemory(weights);
    this.#kernel = makeKernel(this.#plan.size);
    this.memory = this.#kernel.memory;
    this.#plan.fill(this.memory, this.#kernel.halves);
    this.memory.set(weights.vector('root'), this.#plan.room.input);
    this.#share(this.#shareAt(KEPT_WORDS));
  }

  /** Encodes a sentence of at most `LONGEST` words. **Shape** `hints` are tags that words are known to have, by place. */
  encode(words: readonly string[], hints?: Hints): void {
    const { memory } = this;
    const { width } = this.#weights;
    const { room, layers } = this.#plan;
    const rows = words.length + 1;
    this.#count = words.length;
    let [from, to] = room.encodings;
    // A row of nothing before the first word and after the root, for the layers to look at.
    for (const place of [from, to]) {
      memory.fill(0, place, place + width);
      memory.fill(0, place + (rows + 1) * width, place + (rows + 2) * width);
    }
    this.#firstLayer(words, from + width, hints);
    for (const { kind, matrix, norm } of layers) {
      const step = this.#kernel.round(from, (rows + 2) * width, room.whole, LARGEST);
      const y = to + width;
      const xStride = width / 2;
      if (kind === 'neighbours') {
        this.#kernel.multiply({ x: room.whole, xStride, step, rows, matrix, y, yStride: width });
      } else {
        const x = room.whole + xStride;
        this.#kernel.multiply({ x, xStride, step, rows, matrix, y: room.gates, yStride: 2 * width });
        this.#kernel.run(room.gates, rows, width / 2, y);
      }
      this.#kernel.normaliseRows(y, from + width, rows, width, norm.gain, norm.bias);
      [from, to] = [to, from];
    }
    const step = this.#kernel.round(from + width, rows * width, room.whole, LARGEST);
    this.#project(step, words.length);
  }

  /** Scores of every tag, word by word. */
  scoreTags(): Scores {
    const { room, tags } = this.#plan;
    return { at: room.tagScores, stride: tags.outputs };
  }

  /** Scores of every head, word by word; the root is the last. */
  scoreHeads(): Scores {
    const { memory } = this;
    const { room, query } = this.#plan;
    const { arcWidth } = this.#weights;
    const count = this.#count;
    const matrix = this.#headMatrix();
    this.#multiply(room.dependents, arcWidth, count, query, room.queries);
    // What a word asks of its head stands in front of what it says of the distance.
    const stride = query.outputs;
    const step = this.#kernel.round(room.queries, count * stride, room.whole, LARGEST);
    const { outputs } = matrix;
    const at = room.arcScores;
    const x = room.whole;
    this.#kernel.multiply({ x, xStride: stride / 2, step, rows: count, matrix, y: at, yStride: outputs });
    for (let word = 0; word < count; word++) {
      const distances = room.queries + word * stride + arcWidth;
      const kinds = LONGEST - word;
      for (let head = 0; head <= count; head++) {
        memory[at + word * outputs + head]! += memory[distances + this.#distances[kinds + head]!]!;
      }
    }
    return { at, stride: outputs };
  }

  /** Scores of every relation, word by word, their heads known; the root is the number of words. */
  scoreRelations(heads: Int32Array): Scores {
    const { room, distance, relations } = this.#plan;
    const { hidden } = this.#weights;
    const { places, sumRows } = this.#kernel;
    for (let word = 0; word < this.#count; word++) {
      const head = heads[word]!;
      places[room.list] = room.relationDependents + word * hidden;
      places[room.list + 1] = room.relationHeads + head * hidden;
      places[room.list + 2] = distance + this.#distances[LONGEST + head - word]! * hidden;
      sumRows(room.list, 3, hidden, room.arcs + word * hidden);
    }
    this.#multiply(room.arcs, hidden, this.#count, relations, room.relationScores);
    return { at: room.relationScores, stride: relations.outputs };
  }

  /** Scores of every label of phrases, word by word. */
  scorePhrases(): Scores {
    const { room, naming, phrases } = this.#plan;
    rectify(this.memory, room.naming, this.#count * naming.outputs);
    this.#multiply(room.naming, naming.outputs, this.#count, phrases, room.phraseScores);
    return { at: room.phraseScores, stride: phrases.outputs };
  }

  /** What the heads need of the encoding, which stands in whole numbers. */
  #project(step: number, count: number): void {
    const { memory } = this;
    const { width, arcWidth } = this.#weights;
    const { room, tags, dependent, head, relationOfDependent, relationOfHead, naming } = this.#plan;
    const multiply = (matrix: PlacedMatrix, rows: number, y: number) =>
      this.#kernel.multiply({
        x: room.whole,
        xStride: width / 2,
        step,
        rows,
        matrix,
        y,
        yStride: matrix.outputs,
      });
    multiply(tags, count, room.tagScores);
    multiply(naming, count, room.naming);
    multiply(dependent, count, room.dependents);
    multiply(head, count + 1, room.heads);
    multiply(relationOfDependent, count, room.relationDependents);
    multiply(relationOfHead, count + 1, room.relationHeads);
    rectify(memory, room.dependents, count * arcWidth);
    rectify(memory, room.heads, (count + 1) * arcWidth);
  }

  /** The heads as a matrix to multiply by: smaller whole numbers, so that the sums keep to 32 bits. */
  #headMatrix(): PlacedMatrix {
    const { memory } = this;
    const { halves } = this.#kernel;
    const { room } = this.#plan;
    const { arcWidth } = this.#weights;
    const heads = this.#count + 1;
    const largest = Math.floor((2 ** 31 - 1) / (LARGEST * arcWidth));
    const step = this.#kernel.round(room.heads, heads * arcWidth, room.wholeHeads, largest);
    const outputs = blocks(heads);
    memory.fill(step, room.headSteps, room.headSteps + outputs);
    const from = room.wholeHeads * 2;
    // Rows beyond the root's hold what an earlier sentence left; nobody asks for their scores.
    const weight = (output: number, input: number) => halves[from + output * arcWidth + input]!;
    layOut(arcWidth, outputs, weight, halves.subarray(room.headMatrix * 2));
    return { w: room.headMatrix, steps: room.headSteps, b: room.headOffsets, inputs: arcWidth, outputs };
  }

  #multiply(x: number, inputs: number, rows: number, matrix: PlacedMatrix, y: number): void {
    const { whole } = this.#plan.room;
    const step = this.#kernel.round(x, rows * inputs, whole, LARGEST);
    this.#kernel.multiply({ x: whole, xStride: inputs / 2, step, rows, matrix, y, yStride: matrix.outputs });
  }

  /** The first layer is linear in the words of its window, so that each word's share is worked out once. */
  #firstLayer(words: readonly string[], start: number, hints: Hints | undefined): void {
    const { width } = this.#weights;
    const { firstBias, firstNorm, room } = this.#plan;
    const { places, sumRows, normaliseRows } = this.#kernel;
    const count = words.length;
    this.#findShares(words, hints);
    for (let row = 0; row <= count; row++) {
      let size = 0;
      places[room.list + size++] = firstBias;
      for (let slot = 0; slot < WINDOW; slot++) {
        const at = row + slot - REACH;
        if (at >= 0 && at <= count) places[room.list + size++] = this.#places[at]! + slot * width;
      }
      sumRows(room.list, size, width, start + row * width);
    }
    normaliseRows(start, -1, count + 1, width, firstNorm.gain, firstNorm.bias);
  }

  /** Finds where the shares of a sentence's words stand, and works out those that are not kept. */
  #findShares(words: readonly string[], hints: Hints | undefined): void {
    // All of a sentence's words must stand at once, so room is made before it, never within.
    if (this.#kept + words.length > KEPT_WORDS) {
      this.#shares.clear();
      this.#kept = 0;
    }
    words.forEach((word, at) => {
      const hint = hints?.get(at);
      let place = hint === undefined ? this.#shares.get(word) : undefined;
      if (place === undefined) {
        place = this.#shareAt(this.#kept++);
        this.#fillInput(word, hint);
        this.#share(place);
        if (hint === undefined && word.length <= LONGEST_KEPT) this.#shares.set(wordForm(word).word, place);
      }
      this.#places[at] = place;
    });
    this.#places[words.length] = this.#shareAt(KEPT_WORDS);
  }

  #shareAt(index: number): number {
    return this.#plan.room.shares + index * WINDOW * this.#weights.width;
  }

  /** The sum of a word's rows, as input to the first layer. */
  #fillInput(word: string, hint: number | undefined): void {
    const { memory } = this;
    const { input } = this.#plan.room;
    const { columns, steps, cells } = this.#weights.matrix('words');
    fillWordRows(word, this.#weights.vocabulary, this.#rows, 0);
    if (hint !== undefined) this.#rows[HINT] = hintRow(this.#weights.vocabulary, hint);
    memory.fill(0, input, input + columns);
    for (const row of this.#rows) {
      const step = steps[row]!;
      for (let column = 0; column < columns; column++) {
        memory[input + column]! += cells[row * columns + column]! * step;
      }
    }
  }

  /** What the input comes to in the first layer, for each place in the window in turn. */
  #share(y: number): void {
    const { first, room } = this.#plan;
    const step = this.#kernel.round(room.input, first.inputs, room.whole, LARGEST);
    this.#kernel.multiply({ x: room.whole, xStride: 0, step, rows: 1, matrix: first, y, yStride: 0 });
  }
}

function rectify(memory: Float32Array, from: number, count: number): void {
  for (let at = from; at < from + count; at++) if (memory[at]! < 0) memory[at] = 0;
}
