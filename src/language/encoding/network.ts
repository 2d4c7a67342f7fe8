import { type Kernel, LARGEST, layOutRows, type PlacedMatrix } from '../kernel/kernel.js';
import { LONGEST_KEPT, wordForm } from '../tagging/word-form.js';
import { distanceOf } from './distances.js';
import type { EncoderWeights } from './encoder-weights.js';
import { blocks, KEPT_WORDS, LONGEST, type MemoryPlan, planMemory, ROWS, WINDOW } from './memory-plan.js';
import { fillWordRows, HINT, hintRow, ROWS_PER_WORD } from './word-rows.js';

export { LONGEST, ROWS } from './memory-plan.js';

/** How far the first layer sees to either side. */
const REACH = (WINDOW - 1) / 2;

/** Tags that words are known to have, by number, by the place of the word. */
export type Hints = ReadonlyMap<number, number>;

/** Scores in the kernel's memory, good until the next call: row by row, `stride` apart. */
export interface Scores {
  readonly at: number;
  readonly stride: number;
}

/** A sentence's rows among those of all that are encoded together: its words', then the root's. */
interface Rows {
  readonly first: number;
  readonly words: number;
}

/**
 * The encoder and its heads, laid out in the kernel's memory.
 *
 * **Shape** a few sentences at a time: `encode` reads them, the scores then answer for each by its place among them.
 * Products are of all their rows at once; all else, rounding too, is sentence by sentence, so that no sentence's
 * scores depend on its company. Not to be shared between sentences under way.
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
  /** The kind of every distance from one place to another, from the farthest to the left on. */
  readonly #distances = Int32Array.from({ length: 2 * LONGEST + 1 }, (_, at) => distanceOf(at - LONGEST));
  #sentences: readonly Rows[] = [];

  constructor(weights: EncoderWeights, makeKernel: (size: number) => Kernel) {
    this.#weights = weights;
    this.#plan = planMemory(weights);
    this.#kernel = makeKernel(this.#plan.size);
    this.memory = this.#kernel.memory;
    this.#plan.fill(this.memory, this.#kernel.halves);
    this.memory.set(weights.vector('root'), this.#plan.room.input);
    this.#roundInput(0);
    this.#share(1, this.#shareAt(KEPT_WORDS));
  }

  /**
   * Encodes sentences of at most `LONGEST` words each; with a root for each they make at most `ROWS` rows. Each may have
   * hints of its own.
   */
  encode(sentences: readonly (readonly string[])[], hints: readonly Hints[] = []): void {
    const { width } = this.#weights;
    const { room, layers } = this.#plan;
    let rows = 0;
    this.#sentences = sentences.map(({ length: words }) => {
      const first = rows;
      rows += words + 1;
      return { first, words };
    });
    let [from, to] = room.encodings;
    this.#firstLayer(sentences, from, hints);
    for (const { kind, matrix, norm } of layers) {
      if (kind === 'neighbours') this.#readNeighbours(from, matrix, to);
      else {
        for (const one of this.#sentences) this.#round(from, width, one, one.words + 1);
        this.#multiply(matrix, width, 0, rows, room.gates);
        for (const { first, words } of this.#sentences) {
          this.#kernel.run(room.gates + first * 2 * width, words + 1, width / 2, to + first * width);
        }
      }
      this.#kernel.normaliseRows(to, from, rows, width, norm.gain, norm.bias);
      [from, to] = [to, from];
    }
    for (const one of this.#sentences) this.#round(from, width, one, one.words + 1);
    this.#project(rows);
  }

  /** Scores of every tag, word by word. */
  scoreTags(sentence: number): Scores {
    const { room, tags } = this.#plan;
    return { at: room.tagScores + this.#sentences[sentence]!.first * tags.outputs, stride: tags.outputs };
  }

  /** Scores of every head, word by word; the root is the last. */
  scoreHeads(sentence: number): Scores {
    const { memory } = this;
    const { room, query } = this.#plan;
    const { arcWidth } = this.#weights;
    const rows = this.#sentences[sentence]!;
    const { first, words } = rows;
    const matrix = this.#headMatrix(rows);
    // What a word asks of its head stands in front of what it says of the distance.
    const stride = query.outputs;
    this.#round(room.queries, stride, rows, words);
    const at = room.arcScores;
    this.#multiply(matrix, stride, first, words, at);
    const kinds = this.#distances;
    for (let word = 0; word < words; word++) {
      const distances = room.queries + (first + word) * stride + arcWidth;
      const scores = at + word * matrix.outputs;
      for (let head = 0; head <= words; head++) {
        memory[scores + head]! += memory[distances + kinds[LONGEST - word + head]!]!;
      }
    }
    return { at, stride: matrix.outputs };
  }

  /** Scores of every relation, word by word, their heads known; the root is the number of words. */
  scoreRelations(sentence: number, heads: Int32Array): Scores {
    const { room, distance, relations } = this.#plan;
    const { hidden } = this.#weights;
    const { places, sumRows } = this.#kernel;
    const rows = this.#sentences[sentence]!;
    const { first, words } = rows;
    for (let word = 0; word < words; word++) {
      const head = heads[word]!;
      places[room.list] = room.relationDependents + (first + word) * hidden;
      places[room.list + 1] = room.relationHeads + (first + head) * hidden;
      places[room.list + 2] = distance + this.#distances[LONGEST + head - word]! * hidden;
      sumRows(room.list, 3, hidden, room.arcs + (first + word) * hidden);
    }
    this.#round(room.arcs, hidden, rows, words);
    this.#multiply(relations, hidden, first, words, room.relationScores);
    return { at: room.relationScores, stride: relations.outputs };
  }

  /** Scores of every label of phrases, word by word. */
  scorePhrases(sentence: number): Scores {
    const { room, phrases } = this.#plan;
    const stride = phrases.outputs;
    return { at: room.phraseScores + this.#sentences[sentence]!.first * stride, stride };
  }

  /** What the heads need of the encodings, which stand in whole numbers. */
  #project(rows: number): void {
    const { width, arcWidth } = this.#weights;
    const { room, tags, dependent, head, query, relationOfDependent, relationOfHead, naming, phrases } =
      this.#plan;
    this.#multiply(tags, width, 0, rows, room.tagScores);
    this.#multiply(naming, width, 0, rows, room.naming);
    this.#multiply(dependent, width, 0, rows, room.dependents);
    this.#multiply(head, width, 0, rows, room.heads);
    this.#multiply(relationOfDependent, width, 0, rows, room.relationDependents);
    this.#multiply(relationOfHead, width, 0, rows, room.relationHeads);
    this.#kernel.rectify(room.naming, rows * naming.outputs);
    this.#kernel.rectify(room.dependents, rows * arcWidth);
    this.#kernel.rectify(room.heads, rows * arcWidth);
    for (const one of this.#sentences) this.#round(room.dependents, arcWidth, one, one.words);
    this.#multiply(query, arcWidth, 0, rows, room.queries);
    for (const one of this.#sentences) this.#round(room.naming, naming.outputs, one, one.words);
    this.#multiply(phrases, naming.outputs, 0, rows, room.phraseScores);
  }

  /** The heads as a matrix to multiply by: smaller whole numbers, so that the sums keep to 32 bits. */
  #headMatrix({ first, words }: Rows): PlacedMatrix {
    const { memory } = this;
    const { room } = this.#plan;
    const { arcWidth } = this.#weights;
    const heads = words + 1;
    const largest = Math.floor((2 ** 31 - 1) / (LARGEST * arcWidth));
    const step = this.#kernel.round(
      room.heads + first * arcWidth,
      heads * arcWidth,
      room.wholeHeads,
      largest,
    );
    const outputs = blocks(heads);
    memory.fill(step, room.headSteps, room.headSteps + outputs);
    // Rows beyond the root's hold what an earlier sentence left; nobody asks for their scores.
    layOutRows(this.#kernel.places, room.wholeHeads, arcWidth, outputs, room.headMatrix);
    return { w: room.headMatrix, steps: room.headSteps, b: room.headOffsets, inputs: arcWidth, outputs };
  }

  /** Rounds the first `count` of a sentence's rows, `width` wide, to where `#multiply` looks for them. */
  #round(x: number, width: number, { first }: Rows, count: number): void {
    const { whole, rowSteps } = this.#plan.room;
    const step = this.#kernel.round(x + first * width, count * width, whole + (first * width) / 2, LARGEST);
    this.memory.fill(step, rowSteps + first, rowSteps + first + count);
  }

  /** Multiplies rounded rows, `width` wide, from one on; the first answer stands at `y`. */
  #multiply(matrix: PlacedMatrix, width: number, from: number, rows: number, y: number): void {
    const { room } = this.#plan;
    const xStride = width / 2;
    const x = room.whole + from * xStride;
    const rowSteps = room.rowSteps + from;
    this.#kernel.multiply({ x, xStride, rowSteps, rows, matrix, y, yStride: matrix.outputs });
  }

  /** Each row with the one before and the one after, of the same sentence; beyond its ends there is nothing. */
  #readNeighbours(from: number, matrix: PlacedMatrix, y: number): void {
    const { width } = this.#weights;
    const { whole: x, rowSteps } = this.#plan.room;
    const { memory } = this;
    const xStride = width / 2;
    for (const { first, words } of this.#sentences) {
      const rows = words + 1;
      const step = this.#kernel.round(from + first * width, rows * width, x + xStride, LARGEST);
      memory.fill(0, x, x + xStride);
      memory.fill(0, x + (rows + 1) * xStride, x + (rows + 2) * xStride);
      memory.fill(step, rowSteps, rowSteps + rows);
      this.#kernel.multiply({ x, xStride, rowSteps, rows, matrix, y: y + first * width, yStride: width });
    }
  }

  /** The first layer is linear in the words of its window, so that each word's share is worked out once. */
  #firstLayer(sentences: readonly (readonly string[])[], start: number, hints: readonly Hints[]): void {
    const { width } = this.#weights;
    const { firstBias, firstNorm, room } = this.#plan;
    const { places, sumRows, normaliseRows } = this.#kernel;
    const shares = this.#findShares(sentences, hints);
    let row = start;
    sentences.forEach((words, sentence) => {
      const { first } = this.#sentences[sentence]!;
      for (let word = 0; word <= words.length; word++) {
        let size = 0;
        places[room.list + size++] = firstBias;
        for (let slot = 0; slot < WINDOW; slot++) {
          const at = word + slot - REACH;
          if (at >= 0 && at <= words.length) places[room.list + size++] = shares[first + at]! + slot * width;
        }
        sumRows(room.list, size, width, row);
        row += width;
      }
    });
    normaliseRows(start, -1, (row - start) / width, width, firstNorm.gain, firstNorm.bias);
  }

  /** Where the shares of all rows stand; those that are not kept are worked out together. */
  #findShares(sentences: readonly (readonly string[])[], hints: readonly Hints[]): readonly number[] {
    // All words must stand at once, so room is made before them, never within.
    if (this.#kept + ROWS > KEPT_WORDS) {
      this.#shares.clear();
      this.#kept = 0;
    }
    const start = this.#kept;
    const found: number[] = [];
    for (const [sentence, words] of sentences.entries()) {
      for (const [at, word] of words.entries()) {
        const hint = hints[sentence]?.get(at);
        let place = hint === undefined ? this.#shares.get(word) : undefined;
        if (place === undefined) {
          this.#fillInput(word, hint);
          this.#roundInput(this.#kept - start);
          place = this.#shareAt(this.#kept++);
          const isCommon = hint === undefined && word.length <= LONGEST_KEPT;
          if (isCommon) this.#shares.set(wordForm(word).word, place);
        }
        found.push(place);
      }
      found.push(this.#shareAt(KEPT_WORDS));
    }
    if (this.#kept > start) this.#share(this.#kept - start, this.#shareAt(start));
    return found;
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

  /** Rounds the input to one of the rows that `#share` multiplies. */
  #roundInput(row: number): void {
    const { first, room } = this.#plan;
    const whole = room.whole + (row * first.inputs) / 2;
    this.memory[room.rowSteps + row] = this.#kernel.round(room.input, first.inputs, whole, LARGEST);
  }

  /** What rounded inputs come to in the first layer, for each place in the window in turn. */
  #share(rows: number, y: number): void {
    const { first } = this.#plan;
    this.#multiply(first, first.inputs, 0, rows, y);
  }
}
