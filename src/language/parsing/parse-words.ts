import type { EncoderWeights } from '../encoding/encoder-weights.js';
import { type Hints, LONGEST, type Network, ROWS, type Scores } from '../encoding/network.js';
import { PHRASE_LABELS } from '../names/phrase-labels.js';
import { bestTree } from './best-tree.js';
import { settleVoice, voiceNumbers } from './settle-voice.js';

/** The names of tags and relations, and which tags words may have. */
type Names = Pick<EncoderWeights, 'tags' | 'relations' | 'dictionary'>;

/** Tags and tree of a sentence. **Shape** parallel to its words; `heads` count within it, -1 for the root. */
export interface WordTree {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** All that the network makes of a sentence. */
export interface Analysis extends WordTree {
  /** Scores of the labels of phrases, word by word. */
  readonly phraseScores: Float32Array;
}

/**
 * An analysis with how sure the network is of it. **Units** natural logarithms of shares, 0 where it is certain.
 * **Shape** `tagLogs` one a word; `treeLog` is the sum over all heads and relations.
 */
export interface Weighed extends Analysis {
  readonly tagLogs: Float64Array;
  readonly treeLog: number;
  /** The weight of another tag for a word. */
  readonly tagLog: (at: number, tag: number) => number;
  /** The weight of a head for a word, -1 for the root. */
  readonly headLog: (at: number, head: number) => number;
}

/** What hangs a later piece of an overlong sentence on the root of the first. */
const LOOSE = 'parataxis';

/** So many rows at once make full use of the kernel and still lie close at hand. */
const ENOUGH = 96;

/**
 * Tags and parses sentences, a few at a time.
 *
 * **Shape** parallel to the sentences; tags and relations are numbered by their names. A sentence of more than
 * `LONGEST` words is parsed in pieces.
 */
export function parseSentences(
  sentences: readonly (readonly string[])[],
  network: Network,
  names: Names,
): readonly Analysis[] {
  const pieces = sentences.map(inPieces);
  const analyses = parsePieces(pieces.flat(), network, names).values();
  return pieces.map((own) =>
    joined(
      own.map(() => analyses.next().value!),
      names,
    ),
  );
}

function inPieces(words: readonly string[]): (readonly string[])[] {
  if (words.length <= LONGEST) return [words];
  const count = Math.ceil(words.length / LONGEST);
  return Array.from({ length: count }, (_, at) => words.slice(at * LONGEST, (at + 1) * LONGEST));
}

function joined(pieces: readonly Analysis[], names: Names): Analysis {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const words = pieces.reduce((sum, { heads }) => sum + heads.length, 0);
  const tags = new Int32Array(words);
  const heads = new Int32Array(words);
  const relations = new Int32Array(words);
  const phraseScores = new Float32Array(words * PHRASE_LABELS.length);
  const loose = Math.max(0, names.relations.indexOf(LOOSE));
  let root = -1;
  let from = 0;
  for (const piece of pieces) {
    tags.set(piece.tags, from);
    phraseScores.set(piece.phraseScores, from * PHRASE_LABELS.length);
    for (const [at, head] of piece.heads.entries()) {
      const isRoot = head < 0;
      heads[from + at] = isRoot ? root : from + head;
      relations[from + at] = isRoot && root >= 0 ? loose : piece.relations[at]!;
    }
    if (root < 0) root = piece.heads.indexOf(-1);
    from += piece.heads.length;
  }
  return { tags, heads, relations, phraseScores };
}

/** Encodes as many pieces together as have room, and reads the analyses off their scores. */
function parsePieces(
  pieces: readonly (readonly string[])[],
  network: Network,
  names: Names,
): readonly Analysis[] {
  const analyses: Analysis[] = [];
  const voice = voiceNumbers(names.tags, names.relations);
  while (analyses.length < pieces.length) {
    const batch: (readonly string[])[] = [];
    let rows = 0;
    for (let next = analyses.length; next < pieces.length && rows < ENOUGH; next++) {
      const piece = pieces[next]!;
      rows += piece.length + 1;
      if (rows > ROWS) break;
      batch.push(piece);
    }
    network.encode(batch);
    for (const [at, words] of batch.entries()) {
      const analysis = parseEncoded(at, words, network, names);
      settleVoice(words, analysis, voice);
      analyses.push(analysis);
    }
  }
  return analyses;
}

/** A sentence to weigh, and the tags that some of its words are known to have. */
export interface Weighable {
  readonly words: readonly string[];
  readonly tags: Hints;
}

/** Parses sentences with the analyses weighed. **Shape** parallel to the sentences; each of at most `LONGEST` words. */
export function weighSentences(
  sentences: readonly Weighable[],
  network: Network,
  names: Names,
): readonly Weighed[] {
  const found: Weighed[] = [];
  while (found.length < sentences.length) {
    const batch: Weighable[] = [];
    let rows = 0;
    for (let next = found.length; next < sentences.length; next++) {
      rows += sentences[next]!.words.length + 1;
      if (rows > ROWS) break;
      batch.push(sentences[next]!);
    }
    network.encode(
      batch.map(({ words }) => words),
      batch.map(({ tags }) => tags),
    );
    for (const [at, one] of batch.entries()) found.push(weighEncoded(at, one, network, names));
  }
  return found;
}

/** Reads off the analysis of one of the sentences that were encoded, and weighs it. */
function weighEncoded(sentence: number, { words, tags }: Weighable, network: Network, names: Names): Weighed {
  const count = words.length;
  const analysis = parseEncoded(sentence, words, network, names);
  for (const [at, tag] of tags) analysis.tags[at] = tag;
  const { memory } = network;
  const { at, stride } = network.scoreTags(sentence);
  const tagScores = memory.slice(at, at + count * stride);
  const tagLog = (word: number, tag: number) => logShare(tagScores, word * stride, names.tags.length, tag);
  const heads = analysis.heads.map((head) => (head < 0 ? count : head));
  let treeLog = 0;
  const arcs = network.scoreHeads(sentence);
  const headScores = memory.slice(arcs.at, arcs.at + count * arcs.stride);
  const headLog = (word: number, head: number) =>
    logShare(headScores, word * arcs.stride, count + 1, head < 0 ? count : head);
  for (const [word, head] of heads.entries()) treeLog += headLog(word, head);
  const relations = network.scoreRelations(sentence, heads);
  for (const [word, relation] of analysis.relations.entries()) {
    treeLog += logShare(memory, relations.at + word * relations.stride, names.relations.length, relation);
  }
  return {
    ...analysis,
    tagLogs: Float64Array.from(analysis.tags, (tag, word) => tagLog(word, tag)),
    treeLog,
    tagLog,
    headLog,
  };
}

/** The natural logarithm of a score's share among `count` scores, as a softmax gives it. */
function logShare(memory: Float32Array, from: number, count: number, one: number): number {
  const scores = memory.subarray(from, from + count);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return scores[one]! - most - Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
}

/** Reads off the analysis of one of the sentences that were encoded. */
function parseEncoded(
  sentence: number,
  words: readonly string[],
  network: Network,
  { tags: tagNames, relations: relationNames, dictionary }: Names,
): Analysis {
  const { memory } = network;
  const count = words.length;
  const tagScores = network.scoreTags(sentence);
  const tags = bestOf(memory, tagScores, count, tagNames.length, -1);
  words.forEach((word, at) => {
    const choices = dictionary.get(word);
    const row = tagScores.at + at * tagScores.stride;
    if (choices !== undefined) {
      tags[at] = choices.reduce((a, b) => (memory[row + b]! > memory[row + a]! ? b : a));
    }
  });
  const heads = bestTree(memory, network.scoreHeads(sentence), count);
  const root = relationNames.indexOf('root');
  const relations = bestOf(
    memory,
    network.scoreRelations(sentence, heads),
    count,
    relationNames.length,
    root,
  );
  for (let at = 0; at < count; at++) {
    if (heads[at] !== count) continue;
    heads[at] = -1;
    relations[at] = root;
  }
  return { tags, heads, relations, phraseScores: phraseScoresOf(sentence, count, network) };
}

function phraseScoresOf(sentence: number, count: number, network: Network): Float32Array {
  const { at, stride } = network.scorePhrases(sentence);
  const scores = new Float32Array(count * PHRASE_LABELS.length);
  for (let word = 0; word < count; word++) {
    const from = at + word * stride;
    scores.set(network.memory.subarray(from, from + PHRASE_LABELS.length), word * PHRASE_LABELS.length);
  }
  return scores;
}

/** The best of `kinds` for each row, but for one that is not to be had. */
function bestOf(
  memory: Float32Array,
  { at, stride }: Scores,
  rows: number,
  kinds: number,
  barred: number,
): Int32Array {
  const found = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = at + row * stride;
    let best = barred === 0 ? 1 : 0;
    for (let kind = best + 1; kind < kinds; kind++) {
      if (kind !== barred && memory[from + kind]! > memory[from + best]!) best = kind;
    }
    found[row] = best;
  }
  return found;
}
