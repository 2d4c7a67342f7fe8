import { LONGEST, type Network } from '../encoding/network.js';
import type { TagDictionary } from '../tagging/tag-features.js';
import { Configuration, LEFT, RIGHT, SHIFT } from './configuration.js';
import { DENSE, fillState, SPARSE } from './state-features.js';

/** A sentence's analysis. **Shape** parallel to its words; `heads` count within it, -1 for the root. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/**
 * An analysis with how sure the model is of it. **Units** natural logarithms of shares, 0 where it is certain.
 * **Shape** `tagLogs` one a word; `moveLog` is the sum over all moves and relations.
 */
export interface Weighed extends Analysis {
  readonly tagLogs: Float64Array;
  readonly moveLog: number;
  /** The weight of another tag for a word. */
  readonly tagLog: (at: number, tag: number) => number;
}

/** What hangs a later piece of an overlong sentence on the root of the first. */
const LOOSE = 'parataxis';

/**
 * Tags and parses a sentence, its first tags known.
 *
 * **Shape** relations are numbered by `relationNames`. A sentence of more than `LONGEST` words is parsed in pieces.
 */
export function parseWords(
  words: readonly string[],
  firstTags: Int32Array,
  network: Network,
  relationNames: readonly string[],
  dictionary: TagDictionary,
): Analysis {
  if (words.length <= LONGEST) return parsePiece(words, firstTags, network, relationNames, dictionary);
  const tags = new Int32Array(words.length);
  const heads = new Int32Array(words.length);
  const relations = new Int32Array(words.length);
  const loose = Math.max(0, relationNames.indexOf(LOOSE));
  let root = -1;
  for (let from = 0; from < words.length; from += LONGEST) {
    const to = Math.min(words.length, from + LONGEST);
    const part = words.slice(from, to);
    const piece = parsePiece(part, firstTags.subarray(from, to), network, relationNames, dictionary);
    tags.set(piece.tags, from);
    for (let at = from; at < to; at++) {
      const head = piece.heads[at - from]!;
      const isRoot = head < 0;
      heads[at] = isRoot ? root : from + head;
      relations[at] = isRoot && root >= 0 ? loose : piece.relations[at - from]!;
    }
    if (root < 0) root = piece.heads.indexOf(-1);
  }
  return { tags, heads, relations };
}

/** As `parseWords`, with some words' tags forced and the analysis weighed. **Shape** at most `LONGEST` words. */
export function weighWords(
  words: readonly string[],
  firstTags: Int32Array,
  network: Network,
  relationNames: readonly string[],
  dictionary: TagDictionary,
  forced: ReadonlyMap<number, number>,
): Weighed {
  const tagLogs = new Float64Array(words.length);
  const weights: Weights = { forced, tagLogs, tagScores: new Float32Array(0), moveLog: 0 };
  const analysis = parsePiece(words, firstTags, network, relationNames, dictionary, weights);
  const { tagScores, moveLog } = weights;
  const stride = tagScores.length / words.length;
  const tagLog = (at: number, tag: number) => logShare(tagScores, at * stride, network.rootTag, tag);
  return { ...analysis, tagLogs, moveLog, tagLog };
}

/** Filled in while a sentence is weighed. */
interface Weights {
  readonly forced: ReadonlyMap<number, number>;
  readonly tagLogs: Float64Array;
  tagScores: Float32Array;
  moveLog: number;
}

const parse = new Configuration();
const dense = new Int32Array(DENSE);
const sparse = new Int32Array(SPARSE);

function parsePiece(
  words: readonly string[],
  firstTags: Int32Array,
  network: Network,
  relationNames: readonly string[],
  dictionary: TagDictionary,
  weights?: Weights,
): Analysis {
  const size = words.length;
  network.encode(words, firstTags);
  const tags = bestTags(network, words, dictionary, weights);
  const rootRelation = relationNames.indexOf('root');
  parse.begin(size);
  while (!parse.isDone) {
    const move = nextMove(firstTags, network, weights);
    if (move === SHIFT) parse.shift();
    else {
      const head = parse.headBy(move);
      const relation =
        head === size
          ? rootRelation
          : bestRelation(network, move, rootRelation, relationNames.length, weights);
      parse.attach(head, relation);
    }
  }
  const heads = parse.heads.slice(0, size);
  for (let at = 0; at < size; at++) if (heads[at] === size) heads[at] = -1;
  return { tags, heads, relations: parse.relations.slice(0, size) };
}

/** The encoder's tags, of those that a word is known to have. */
function bestTags(
  network: Network,
  words: readonly string[],
  dictionary: TagDictionary,
  weights: Weights | undefined,
): Int32Array {
  const { memory, tagStride, rootTag } = network;
  const scores = network.scoreTags(words.length);
  if (weights !== undefined) weights.tagScores = memory.slice(scores, scores + words.length * tagStride);
  return Int32Array.from(words, (word, at) => {
    const row = scores + at * tagStride;
    const choices = dictionary.get(word)?.choices;
    const tag =
      weights?.forced.get(at) ??
      choices?.reduce((a, b) => (memory[row + b]! > memory[row + a]! ? b : a)) ??
      best(memory, row, rootTag);
    if (weights !== undefined) weights.tagLogs[at] = logShare(memory, row, rootTag, tag);
    return tag;
  });
}

/** The move to make. Scores are worked out also where one move alone is allowed, if it needs a relation. */
function nextMove(tags: Int32Array, network: Network, weights: Weights | undefined): number {
  const left = parse.allows(LEFT);
  const right = parse.allows(RIGHT);
  const shift = parse.allows(SHIFT);
  if (shift && !left && !right) return SHIFT;
  if (left && parse.buffer === parse.size) return LEFT;
  fillState(parse, tags, network.layout, dense, 0, sparse, 0);
  const scores = network.scoreMoves(dense, sparse);
  const { memory } = network;
  let move = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [one, allowed] of [
    [SHIFT, shift],
    [LEFT, left],
    [RIGHT, right],
  ] as const) {
    if (!allowed || memory[scores + one]! <= most) continue;
    move = one;
    most = memory[scores + one]!;
  }
  if (weights !== undefined && move >= 0) weights.moveLog += logShare(memory, scores, 3, move);
  return move < 0 ? (right ? RIGHT : SHIFT) : move;
}

function bestRelation(
  network: Network,
  move: number,
  root: number,
  count: number,
  weights: Weights | undefined,
): number {
  const scores = network.scoreRelations(move === LEFT ? 'left' : 'right');
  const { memory } = network;
  let relation = root === 0 ? 1 : 0;
  for (let one = relation + 1; one < count; one++) {
    if (one !== root && memory[scores + one]! > memory[scores + relation]!) relation = one;
  }
  if (weights !== undefined) weights.moveLog += logShare(memory, scores, count, relation);
  return relation;
}

function best(memory: Float32Array, from: number, count: number): number {
  let most = 0;
  for (let one = 1; one < count; one++) if (memory[from + one]! > memory[from + most]!) most = one;
  return most;
}

/** The natural logarithm of a score's share among `count` scores, as a softmax gives it. */
function logShare(memory: Float32Array, from: number, count: number, one: number): number {
  const most = memory[from + best(memory, from, count)]!;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += Math.exp(memory[from + at]! - most);
  return memory[from + one]! - most - Math.log(sum);
}
