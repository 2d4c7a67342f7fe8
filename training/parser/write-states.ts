import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Network } from '../../src/language/encoding/network.js';
import { fillWordRows, ROWS_PER_WORD, type Vocabulary } from '../../src/language/encoding/word-rows.js';
import { Configuration, LEFT, RIGHT, SHIFT } from '../../src/language/parsing/configuration.js';
import { DENSE, fillState, type Layout, SPARSE } from '../../src/language/parsing/state-features.js';
import { wordForm } from '../../src/language/tagging/word-form.js';
import { costOf, goldTree, MOVES } from './oracle.js';
import type { Sentence } from './treebank.js';

/** After a state's features: moves allowed, moves best (both as bits), relation to the left, relation to the right. */
const ANSWERS = 4;
export const STATE_SIZE = DENSE + SPARSE + ANSWERS;
/** Before a word's gold tag: its rows, its first tag, and how often it stands in the training text. */
export const WORD_SIZE = ROWS_PER_WORD + 3;

export interface Names {
  readonly vocabulary: Vocabulary;
  readonly counts: ReadonlyMap<string, number>;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly layout: Layout;
}

/**
 * Who chooses the moves while states are gathered: the oracle alone, with a misstep now and then; or a network that
 * has not seen the sentence, so that the states are those that its mistakes lead to.
 */
export type Guide = (index: number) => Network | undefined;

/** Writes what the network is trained from: words.bin, offsets.bin, states.bin, state-offsets.bin. */
export function writeStates(
  folder: string,
  sentences: readonly Sentence[],
  firstTags: readonly Int32Array[],
  names: Names,
  guides: readonly Guide[],
  next: () => number,
): void {
  const words = new Growing();
  const offsets = [0];
  const tagIds = new Map(names.tags.map((tag, index) => [tag, index]));
  const rows = new Int32Array(ROWS_PER_WORD);
  sentences.forEach((sentence, index) => {
    sentence.words.forEach((word, at) => {
      fillWordRows(word, names.vocabulary, rows, 0);
      words.add(rows);
      const count = names.counts.get(wordForm(word).lower) ?? 0;
      words.add([firstTags[index]![at]!, count, tagIds.get(sentence.tags[at]!)!]);
    });
    offsets.push(words.length / WORD_SIZE);
  });
  const states = new Growing();
  const stateOffsets = [0];
  for (const guide of guides) {
    sentences.forEach((sentence, index) => {
      gatherStates(sentence, firstTags[index]!, names, guide(index), next, states);
      stateOffsets.push(states.length / STATE_SIZE);
    });
  }
  write(join(folder, 'words.bin'), words.view());
  write(join(folder, 'offsets.bin'), Int32Array.from(offsets));
  write(join(folder, 'states.bin'), states.view());
  write(join(folder, 'state-offsets.bin'), Int32Array.from(stateOffsets));
}

/** How often the oracle, followed alone, is disobeyed. */
const MISSTEPS = 0.06;
const parse = new Configuration();
const dense = new Int32Array(DENSE);
const sparse = new Int32Array(SPARSE);

function gatherStates(
  sentence: Sentence,
  tags: Int32Array,
  { relations, layout }: Names,
  network: Network | undefined,
  next: () => number,
  states: Growing,
): void {
  const tree = goldTree(sentence);
  const size = sentence.words.length;
  const gold = sentence.relations.map((relation) => relations.indexOf(relation));
  const root = relations.indexOf('root');
  network?.encode(sentence.words, tags);
  parse.begin(size);
  while (!parse.isDone) {
    fillState(parse, tags, layout, dense, 0, sparse, 0);
    const allowed: number[] = MOVES.filter((move) => parse.allows(move));
    const costs = allowed.map((move) => costOf(move, parse, tree));
    const least = Math.min(...costs);
    const best = allowed.filter((_, index) => costs[index] === least);
    const top = parse.onStack(0);
    const relationBy = (move: number) =>
      allowed.includes(move) && parse.headBy(move) !== size && tree.heads[top] === parse.headBy(move)
        ? gold[top]!
        : -1;
    states.add(dense);
    states.add(sparse);
    states.add([bits(allowed), bits(best), relationBy(LEFT), relationBy(RIGHT)]);
    const scores = network?.scoreMoves(dense, sparse);
    const from = next() < (network === undefined ? MISSTEPS : 0) ? allowed : best;
    const move =
      network === undefined || scores === undefined
        ? from[Math.floor(next() * from.length)]!
        : allowed.reduce((a, b) => (network.memory[scores + b]! > network.memory[scores + a]! ? b : a));
    if (move === SHIFT) {
      parse.shift();
      continue;
    }
    const head = parse.headBy(move);
    let relation = head === size ? root : relationBy(move);
    if (network !== undefined && head !== size)
      relation = bestRelation(network, move, relations.length, root);
    // A wrong arc has no gold relation: that of the token under its own head stands in.
    parse.attach(head, relation < 0 ? (gold[top] === root ? 0 : gold[top]!) : relation);
  }
}

function bestRelation(network: Network, move: number, count: number, root: number): number {
  const scores = network.scoreRelations(move === LEFT ? 'left' : 'right');
  let best = root === 0 ? 1 : 0;
  for (let one = 0; one < count; one++) {
    if (one !== root && network.memory[scores + one]! > network.memory[scores + best]!) best = one;
  }
  return best;
}

function bits(moves: readonly number[]): number {
  return moves.reduce((all, move) => all | (1 << move), 0);
}

function write(path: string, data: Int32Array): void {
  writeFileSync(path, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** Numbers that are added one after another, their room doubled when it runs out. */
class Growing {
  length = 0;
  #data = new Int32Array(1 << 20);

  add(values: ArrayLike<number>): void {
    if (this.length + values.length > this.#data.length) {
      const wider = new Int32Array(this.#data.length * 2);
      wider.set(this.#data);
      this.#data = wider;
    }
    this.#data.set(values, this.length);
    this.length += values.length;
  }

  view(): Int32Array {
    return this.#data.subarray(0, this.length);
  }
}
