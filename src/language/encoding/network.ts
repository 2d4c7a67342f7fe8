import type { Kernel, PlacedMatrix } from '../kernel/kernel.js';
import { DENSE, type Layout, makeLayout, SPARSE } from '../parsing/state-features.js';
import { LONGEST_KEPT, wordForm } from '../tagging/word-form.js';
import type { EncoderWeights } from './encoder-weights.js';
import { type MemoryPlan, planMemory, WINDOW } from './memory-plan.js';
import type { Matrix } from './tensor-file.js';
import { fillWordRows, ROWS_PER_WORD } from './word-rows.js';

export { LONGEST } from './memory-plan.js';

/** How far the first layer sees to either side. */
const REACH = (WINDOW - 1) / 2;

/** A word's share in the first layer for each place in the window: worth keeping for words that come often. */
const CACHE_LIMIT = 8_000;

/**
 * The encoder and its heads, laid out in the kernel's memory.
 *
 * **Shape** one sentence at a time: `encode` reads it, `scoreTags`, `scoreMoves` and `scoreRelations` then answer for
 * it. Scores are places in `memory`, good until the next call. Not to be shared between sentences under way.
 */
export class Network {
  readonly memory: Float32Array;
  readonly layout: Layout;
  readonly rootTag: number;
  readonly #kernel: Kernel;
  readonly #weights: EncoderWeights;
  readonly #plan: MemoryPlan;
  readonly #words = new Map<string, Float32Array>();
  readonly #tagShares: readonly Float32Array[];
  readonly #rows = new Int32Array(ROWS_PER_WORD);
  /** Steps of the sentence's encoding and of the state, rounded as both stand in the kernel's memory. */
  #encodingStep = 1;
  #stateStep = 1;

  constructor(weights: EncoderWeights, makeKernel: (size: number) => Kernel) {
    const { tags, relations } = weights;
    this.#weights = weights;
    this.layout = makeLayout(tags.length, relations.length);
    this.rootTag = tags.length;
    this.#plan = planMemory(weights, this.layout);
    this.#kernel = makeKernel(this.#plan.size);
    this.memory = this.#kernel.memory;
    this.#plan.fill(this.memory, this.#kernel.halves);
    const rows = weights.matrix('temb');
    this.#tagShares = Array.from({ length: tags.length + 1 }, (_, tag) => this.#share(rows, [tag]));
  }

  get tagStride(): number {
    return this.#plan.tags.outputs;
  }

  /** Encodes a sentence of at most `LONGEST` words, its first tags known. */
  encode(words: readonly string[], tags: Int32Array): void {
    const { memory } = this;
    const { width, hidden } = this.#weights;
    const { room, convolutions, norms, slots } = this.#plan;
    const rows = words.length + 1;
    let [from, to] = room.encodings;
    // A row of nothing before the first word and after the root, for the layers to look at.
    for (const place of [from, to]) {
      memory.fill(0, place, place + width);
      memory.fill(0, place + (rows + 1) * width, place + (rows + 2) * width);
    }
    const round = () => this.#kernel.round(from, (rows + 2) * width, room.whole);
    this.#firstLayer(words, tags, from + width);
    let step = round();
    convolutions.forEach((matrix, layer) => {
      const y = to + width;
      const { gain, bias } = norms[layer]!;
      this.#kernel.multiply({
        x: room.whole,
        xStride: width / 2,
        step,
        rows,
        matrix,
        y,
        yStride: width,
      });
      this.#kernel.normaliseRows(y, from + width, rows, width, gain, bias);
      [from, to] = [to, from];
      step = round();
    });
    this.#encodingStep = step;
    this.#multiplyEncoding(slots, rows, room.projected, DENSE * hidden);
  }

  /** Scores of every tag for every word: row by row, `tagStride` apart. */
  scoreTags(count: number): number {
    const { room, tags } = this.#plan;
    this.#multiplyEncoding(tags, count, room.tagScores, tags.outputs);
    return room.tagScores;
  }

  /** Scores of the three moves, from tokens and rows as `fillState` gives them. */
  scoreMoves(dense: Int32Array, sparse: Int32Array): number {
    const { places } = this.#kernel;
    const { hidden } = this.#weights;
    const { none, moves, room, sparse: table } = this.#plan;
    for (let slot = 0; slot < DENSE; slot++) {
      const token = dense[slot]!;
      places[room.list + slot] =
        token < 0 ? none + slot * hidden : room.projected + (token * DENSE + slot) * hidden;
    }
    for (let one = 0; one < SPARSE; one++) places[room.list + DENSE + one] = table + sparse[one]! * hidden;
    this.#kernel.sumRows(room.list, DENSE + SPARSE, hidden, room.state);
    this.#stateStep = this.#kernel.round(room.state, hidden, room.wholeState);
    return this.#multiplyState(moves);
  }

  /** Scores of every relation for the arc to the left or right that the state just scored would draw. */
  scoreRelations(side: 'left' | 'right'): number {
    return this.#multiplyState(this.#plan[side]);
  }

  #multiplyEncoding(matrix: PlacedMatrix, rows: number, y: number, yStride: number): void {
    const { width } = this.#weights;
    const x = this.#plan.room.whole + width / 2;
    this.#kernel.multiply({ x, xStride: width / 2, step: this.#encodingStep, rows, matrix, y, yStride });
  }

  #multiplyState(matrix: PlacedMatrix): number {
    const { wholeState, headScores } = this.#plan.room;
    const step = this.#stateStep;
    this.#kernel.multiply({ x: wholeState, xStride: 0, step, rows: 1, matrix, y: headScores, yStride: 0 });
    return headScores;
  }

  /** The first layer is linear in the words of its window, so that each word's share is worked out once. */
  #firstLayer(words: readonly string[], tags: Int32Array, start: number): void {
    const { memory } = this;
    const { width } = this.#weights;
    const { firstBias, firstNorm } = this.#plan;
    const count = words.length;
    for (let row = 0; row <= count; row++) {
      memory.copyWithin(start + row * width, firstBias, firstBias + width);
    }
    for (let at = 0; at <= count; at++) {
      const word = at < count ? this.#wordShare(words[at]!) : undefined;
      const tag = this.#tagShares[at < count ? tags[at]! : this.rootTag]!;
      for (let slot = 0; slot < WINDOW; slot++) {
        const row = at - slot + REACH;
        if (row < 0 || row > count) continue;
        addShare(memory, start + row * width, word, tag, slot * width, width);
      }
    }
    this.#kernel.normaliseRows(start, -1, count + 1, width, firstNorm.gain, firstNorm.bias);
  }

  #wordShare(word: string): Float32Array {
    let share = this.#words.get(word);
    if (share === undefined) {
      fillWordRows(word, this.#weights.vocabulary, this.#rows, 0);
      share = this.#share(this.#weights.matrix('emb'), this.#rows);
      if (this.#words.size >= CACHE_LIMIT) this.#words.clear();
      if (word.length <= LONGEST_KEPT) this.#words.set(wordForm(word).word, share);
    }
    return share;
  }

  /** What the sum of some rows comes to in the first layer, for each place in the window in turn. */
  #share({ columns, steps, cells }: Matrix, rows: Iterable<number>): Float32Array {
    const { memory } = this;
    const { first, room } = this.#plan;
    memory.fill(0, room.input, room.input + columns);
    for (const row of rows) {
      const step = steps[row]!;
      for (let column = 0; column < columns; column++) {
        memory[room.input + column]! += cells[row * columns + column]! * step;
      }
    }
    const step = this.#kernel.round(room.input, columns, room.whole);
    this.#kernel.multiply({
      x: room.whole,
      xStride: 0,
      step,
      rows: 1,
      matrix: first,
      y: room.share,
      yStride: 0,
    });
    return memory.slice(room.share, room.share + first.outputs);
  }
}

function addShare(
  memory: Float32Array,
  to: number,
  word: Float32Array | undefined,
  tag: Float32Array,
  from: number,
  width: number,
): void {
  if (word === undefined) {
    for (let column = 0; column < width; column++) memory[to + column]! += tag[from + column]!;
  } else {
    for (let column = 0; column < width; column++) {
      memory[to + column]! += word[from + column]! + tag[from + column]!;
    }
  }
}
