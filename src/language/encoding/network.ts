import type { Kernel } from '../kernel/kernel.js';
import { DENSE, type Layout, makeLayout, SPARSE } from '../parsing/state-features.js';
import type { EncoderWeights } from './encoder-weights.js';
import { fillWordRows, ROWS_PER_WORD } from './word-rows.js';

/** The longest stretch that is encoded at once; longer sentences are cut before. */
export const LONGEST = 512;

/** How far the first layer sees to either side. */
const REACH = 2;
const WINDOW = 2 * REACH + 1;

/** A word's share in the first layer for each place in the window: worth keeping for words that come often. */
const CACHE_LIMIT = 8_000;

/**
 * The encoder and its heads, laid out in the kernel's memory.
 *
 * **Shape** one sentence at a time: `encode` reads it, `scoreTags`, `scoreMove` and `scoreRelations` then answer for
 * it. Scores are places in `memory`, good until the next call. Not to be shared between sentences under way.
 */
export class Network {
  readonly memory: Float32Array;
  readonly layout: Layout;
  readonly rootTag: number;
  readonly #kernel: Kernel;
  /** What is asked of the weights after they were laid out; the rest of them can be forgotten. */
  readonly #weights: Omit<EncoderWeights, 'tensor'>;
  readonly #embeddings: Float32Array;
  readonly #at: Readonly<Record<string, number>>;
  readonly #words = new Map<string, Float32Array>();
  readonly #tagShares: readonly Float32Array[];
  readonly #rows = new Int32Array(ROWS_PER_WORD);
  /** Where the encoding of the sentence under way stands. */
  #encoding = 0;

  constructor(weights: EncoderWeights, makeKernel: (size: number) => Kernel) {
    const { width, tags, relations } = weights;
    const { tensor, ...facts } = weights;
    this.#weights = facts;
    this.#embeddings = tensor('emb').data;
    this.layout = makeLayout(tags.length, relations.length);
    this.rootTag = tags.length;
    const plan = planMemory(weights, this.layout);
    this.#kernel = makeKernel(plan.size);
    this.#at = plan.at;
    this.memory = this.#kernel.memory;
    for (const [name, fill] of plan.fills) this.memory.set(fill, plan.at[name]!);
    const tagRows = tensor('temb').data;
    this.#tagShares = Array.from({ length: tags.length + 1 }, (_, tag) =>
      this.#share(tagRows.subarray(tag * width, (tag + 1) * width)),
    );
  }

  /** Encodes a sentence of at most `LONGEST` words, its first tags known. */
  encode(words: readonly string[], tags: Int32Array): void {
    const { memory } = this;
    const { width, hidden, layers } = this.#weights;
    const count = words.length;
    let from = this.#at.encodingA!;
    let to = this.#at.encodingB!;
    // A row of nothing before the first word and after the root, for the layers to look at.
    for (const place of [from, to]) {
      memory.fill(0, place, place + width);
      memory.fill(0, place + (count + 2) * width, place + (count + 3) * width);
    }
    this.#firstLayer(words, tags, from);
    for (let layer = 0; layer < layers; layer++) {
      this.#kernel.project({
        x: from,
        xStride: width,
        rows: count + 1,
        w: this.#at[`convolution${layer}`]!,
        b: this.#at[`convolutionBias${layer}`]!,
        inputs: 3 * width,
        outputs: width,
        y: to + width,
        yStride: width,
      });
      const gain = this.#at[`gain${layer}`]!;
      const bias = this.#at[`bias${layer}`]!;
      this.#kernel.normaliseRows(to + width, from + width, count + 1, width, gain, bias);
      [from, to] = [to, from];
    }
    this.#encoding = from + width;
    this.#kernel.project({
      x: this.#encoding,
      xStride: width,
      rows: count + 1,
      w: this.#at.slots!,
      b: this.#at.slotsBias!,
      inputs: width,
      outputs: DENSE * hidden,
      y: this.#at.projected!,
      yStride: DENSE * hidden,
    });
  }

  /** Scores of every tag for every word: row by row, `tagStride` apart. */
  scoreTags(count: number): number {
    const { width } = this.#weights;
    const place = this.#at.tagScores!;
    this.#kernel.project({
      x: this.#encoding,
      xStride: width,
      rows: count,
      w: this.#at.tagHead!,
      b: this.#at.tagHeadBias!,
      inputs: width,
      outputs: this.tagStride,
      y: place,
      yStride: this.tagStride,
    });
    return place;
  }

  get tagStride(): number {
    return roundUp(this.#weights.tags.length, 8);
  }

  /** Scores of the three moves, from tokens and rows as `fillState` gives them. */
  scoreMoves(dense: Int32Array, sparse: Int32Array): number {
    const { places } = this.#kernel;
    const { hidden } = this.#weights;
    const list = this.#at.list!;
    for (let slot = 0; slot < DENSE; slot++) {
      const token = dense[slot]!;
      places[list + slot] =
        token < 0 ? this.#at.none! + slot * hidden : this.#at.projected! + (token * DENSE + slot) * hidden;
    }
    const table = this.#at.sparse!;
    for (let one = 0; one < SPARSE; one++) places[list + DENSE + one] = table + sparse[one]! * hidden;
    this.#kernel.sumRows(list, DENSE + SPARSE, hidden, this.#at.state!);
    return this.#head('moves', 8);
  }

  /** Scores of every relation for the arc to the left or right that the state just scored would draw. */
  scoreRelations(side: 'left' | 'right'): number {
    return this.#head(side, roundUp(this.#weights.relations.length, 8));
  }

  #head(name: string, outputs: number): number {
    const place = this.#at[`${name}Scores`]!;
    this.#kernel.project({
      x: this.#at.state!,
      xStride: 0,
      rows: 1,
      w: this.#at[name]!,
      b: this.#at[`${name}Bias`]!,
      inputs: this.#weights.hidden,
      outputs,
      y: place,
      yStride: 0,
    });
    return place;
  }

  /** The first layer is linear in the words of its window, so that each word's share is worked out once. */
  #firstLayer(words: readonly string[], tags: Int32Array, place: number): void {
    const { memory } = this;
    const { width } = this.#weights;
    const count = words.length;
    const start = place + width;
    const bias = this.#at.firstBias!;
    for (let row = 0; row <= count; row++) memory.copyWithin(start + row * width, bias, bias + width);
    for (let at = 0; at <= count; at++) {
      const word = at < count ? this.#wordShare(words[at]!) : undefined;
      const tag = this.#tagShares[at < count ? tags[at]! : this.rootTag]!;
      for (let slot = 0; slot < WINDOW; slot++) {
        const row = at - slot + REACH;
        if (row < 0 || row > count) continue;
        addShare(memory, start + row * width, word, tag, slot * width, width);
      }
    }
    this.#kernel.normaliseRows(start, -1, count + 1, width, this.#at.firstGain!, this.#at.firstMove!);
  }

  #wordShare(word: string): Float32Array {
    let share = this.#words.get(word);
    if (share === undefined) {
      share = this.#share(this.#embed(word));
      if (this.#words.size >= CACHE_LIMIT) this.#words.clear();
      this.#words.set(word, share);
    }
    return share;
  }

  #embed(word: string): Float32Array {
    const { width, vocabulary } = this.#weights;
    const table = this.#embeddings;
    const sum = new Float32Array(width);
    fillWordRows(word, vocabulary, this.#rows, 0);
    for (const row of this.#rows) {
      for (let column = 0; column < width; column++) sum[column]! += table[row * width + column]!;
    }
    return sum;
  }

  /** An input's share in the first layer, for each place in the window in turn. */
  #share(input: Float32Array): Float32Array {
    const { width } = this.#weights;
    const place = this.#at.input!;
    const out = this.#at.share!;
    this.memory.set(input, place);
    this.#kernel.project({
      x: place,
      xStride: 0,
      rows: 1,
      w: this.#at.first!,
      b: this.#at.zeros!,
      inputs: width,
      outputs: WINDOW * width,
      y: out,
      yStride: 0,
    });
    return this.memory.slice(out, out + WINDOW * width);
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

interface MemoryPlan {
  readonly size: number;
  readonly at: Readonly<Record<string, number>>;
  readonly fills: ReadonlyMap<string, Float32Array>;
}

/** Where everything stands in the kernel's memory, weights turned as the kernel wants them. */
function planMemory(weights: EncoderWeights, layout: Layout): MemoryPlan {
  const { width, hidden, layers, tags, relations, tensor } = weights;
  const at: Record<string, number> = {};
  const fills = new Map<string, Float32Array>();
  // Places begin at 16, so that none is 0, and keep to multiples of 16 numbers.
  let next = 16;
  const reserve = (name: string, size: number) => {
    at[name] = next;
    next += roundUp(size, 16);
  };
  const put = (name: string, data: Float32Array) => {
    reserve(name, data.length);
    fills.set(name, data);
  };
  const padded = (data: Float32Array, size: number) => {
    const whole = new Float32Array(size);
    whole.set(data);
    return whole;
  };

  put('first', windowed(tensor('c1.weight').data, width));
  put('firstBias', tensor('c1.bias').data);
  put('firstGain', tensor('ln1.weight').data);
  put('firstMove', tensor('ln1.bias').data);
  for (let layer = 0; layer < layers; layer++) {
    put(`convolution${layer}`, turned(tensor(`cs.${layer}.weight`).data, width, 3 * width, width));
    put(`convolutionBias${layer}`, tensor(`cs.${layer}.bias`).data);
    put(`gain${layer}`, tensor(`lns.${layer}.weight`).data);
    put(`bias${layer}`, tensor(`lns.${layer}.bias`).data);
  }
  put('slots', turned(tensor('slot.weight').data, DENSE * hidden, width, DENSE * hidden));
  put('slotsBias', tensor('slot.bias').data);
  put('none', tensor('none').data);
  put('sparse', tensor('sp').data);
  const tagStride = roundUp(tags.length, 8);
  put('tagHead', turned(tensor('tagout.weight').data, tags.length, width, tagStride));
  put('tagHeadBias', padded(tensor('tagout.bias').data, tagStride));

  // The output layer's rows: three moves, then relations to the left, then to the right.
  const out = tensor('out.weight').data;
  const outBias = tensor('out.bias').data;
  const heads: [string, number, number][] = [
    ['moves', 0, 3],
    ['left', 3, relations.length],
    ['right', 3 + relations.length, relations.length],
  ];
  for (const [name, first, rows] of heads) {
    const stride = roundUp(rows, 8);
    put(name, turned(out.subarray(first * hidden, (first + rows) * hidden), rows, hidden, stride));
    put(`${name}Bias`, padded(outBias.subarray(first, first + rows), stride));
    reserve(`${name}Scores`, stride);
  }

  reserve('zeros', WINDOW * width);
  reserve('input', width);
  reserve('share', WINDOW * width);
  reserve('encodingA', (LONGEST + 4) * width);
  reserve('encodingB', (LONGEST + 4) * width);
  reserve('projected', (LONGEST + 1) * DENSE * hidden);
  reserve('tagScores', LONGEST * tagStride);
  reserve('state', hidden);
  reserve('list', DENSE + SPARSE);
  if (tensor('sp').rows !== layout.size) throw new RangeError('The sparse table does not fit its layout.');
  return { size: next, at, fills };
}

/** A matrix of `rows` outputs by `columns` inputs, turned so that each input's weights stand together. */
function turned(data: Float32Array, rows: number, columns: number, stride: number): Float32Array {
  const out = new Float32Array(columns * stride);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      out[column * stride + row] = data[row * columns + column]!;
  }
  return out;
}

/** The first layer's weights, so that one product gives an input's share in each place of the window. */
function windowed(data: Float32Array, width: number): Float32Array {
  const out = new Float32Array(width * WINDOW * width);
  for (let row = 0; row < width; row++) {
    for (let slot = 0; slot < WINDOW; slot++) {
      for (let column = 0; column < width; column++) {
        out[column * WINDOW * width + slot * width + row] =
          data[row * WINDOW * width + slot * width + column]!;
      }
    }
  }
  return out;
}

function roundUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}
