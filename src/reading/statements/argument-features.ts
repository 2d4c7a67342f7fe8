import type { Named } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { cueHead } from './cue-head.js';
import { emit, type FeatureSink } from './feature-sink.js';
import type { Signs } from './signs.js';
import { effectiveSubject } from './subject.js';

/** A cue with all that the features of the tokens around it share. */
export interface CueFrame extends TokenRange {
  /** The cue's own head: the word in it whose governor stands outside, verbs first. */
  readonly head: number;
  readonly sentence: number;
  /** Where the cue's source and content may lie. */
  readonly window: TokenRange;
  /** Parallel to the cue's sentence: how far up the tree, and by which relation, a token leaves the cue's head. */
  readonly climb: Int8Array;
  readonly branch: Int32Array;
  readonly depth: Uint8Array;
  /** By which relation it leaves that branch in turn, and whether a comma stands before the clause or phrase it is in. */
  readonly twig: Int32Array;
  /** Tokens of the subject that is the cue's own or handed down to it. */
  readonly subject: ReadonlySet<number>;
  /** How many cue tokens of the document stand before each token. */
  readonly cuesBefore: Int32Array;
  /** What hangs on the cue's head, as one number. */
  readonly shape: number;
}

const FARTHEST_CLIMB = 12;
const SENTENCES_BEFORE = 3;
const SENTENCES_AFTER = 4;
/** **Units** tokens; a "sentence" of a broken text may be a thousand long. */
const REACH = 300;

/** Lays out the frame of a cue. `quotedShare` is by sentence. */
export function frameCue(
  doc: Named,
  signs: Signs,
  quotedShare: Float32Array,
  cuesBefore: Int32Array,
  cue: TokenRange,
): CueFrame {
  const head = cueHead(doc, cue);
  const sentence = doc.tokens[cue.from]!.sentence;
  const { from, to } = doc.sentences[sentence]!;
  const steps = new Map<number, number>();
  for (let at = head, step = 0; at >= 0 && step < FARTHEST_CLIMB; at = signs.parent[at]!, step++)
    steps.set(at, step);
  const climb = new Int8Array(to - from).fill(-1);
  const branch = new Int32Array(to - from);
  const depth = new Uint8Array(to - from);
  const twig = new Int32Array(to - from);
  const edges = leftEdges(doc, from, to);
  for (let token = from; token < to; token++) {
    let second = -1;
    let below = -1;
    let at = token;
    let length = 0;
    while (at >= 0 && !steps.has(at) && length < 60) {
      second = below;
      below = at;
      at = signs.parent[at]!;
      length += 1;
    }
    const step = steps.get(at);
    if (step === undefined) continue;
    climb[token - from] = Math.min(step, 4);
    branch[token - from] = length === 0 ? 7 : signs.relation[below]!;
    depth[token - from] = Math.min(length, 4);
    if (second >= 0) {
      const edge = edges[second - from]!;
      const isSetOff = doc.upos[edge] === 'PUNCT' || doc.upos[edge - 1] === 'PUNCT';
      twig[token - from] = signs.relation[second]! * 2 + (isSetOff ? 1 : 0);
    }
  }
  let shape = 0;
  for (const child of doc.tree.children[head]!) shape |= SHAPE.get(doc.tree.relations[child]!) ?? 0;
  return {
    ...cue,
    head,
    sentence,
    window: windowOf(doc, quotedShare, cue),
    climb,
    branch,
    depth,
    twig,
    subject: new Set(effectiveSubject(doc, head).tokens),
    cuesBefore,
    shape,
  };
}

const SHAPE: ReadonlyMap<string, number> = new Map([
  ['nsubj', 1],
  ['nsubj:pass', 2],
  ['ccomp', 4],
  ['xcomp', 8],
  ['obj', 16],
  ['parataxis', 32],
  ['obl:agent', 64],
]);

/** Share of each sentence's words that stand in quotation marks. */
export function quotedShares(doc: Named, signs: Signs): Float32Array {
  return Float32Array.from(doc.sentences, ({ from, to }) => {
    let words = 0;
    let inside = 0;
    for (let token = from; token < to; token++) {
      if (doc.upos[token] === 'PUNCT') continue;
      words += 1;
      inside += signs.quoted[token]!;
    }
    return words === 0 ? 0 : inside / words;
  });
}

/** Features that tell whether a token of the window is source, content or neither. */
export function argumentFeatures(
  doc: Named,
  signs: Signs,
  frame: CueFrame,
  token: number,
  sink: FeatureSink,
): void {
  const { word, tag, relation, quoted, cue, name, lemma } = signs;
  const w = word[token]!;
  const p = tag[token]!;
  const q = quoted[token]!;
  const verb = lemma[frame.head]!;
  const kind = cue[frame.head]!;
  const side = token < frame.from ? 0 : token < frame.to ? 1 : 2;
  const gap = side === 1 ? 0 : side === 0 ? frame.from - token : token - frame.to + 1;
  const distance = gap <= 3 ? gap : gap <= 6 ? 4 : gap <= 12 ? 5 : 6;
  const own = doc.tokens[token]!.sentence;
  const apart = Math.max(-2, Math.min(2, own - frame.sentence));
  const { from } = doc.sentences[frame.sentence]!;
  const climb = apart === 0 ? frame.climb[token - from]! : 9;
  const branch = apart === 0 ? frame.branch[token - from]! : 5;
  const depth = apart === 0 ? frame.depth[token - from]! : 0;
  const subject = frame.subject.has(token) ? 1 : 0;
  const headQuoted = quoted[frame.head]!;
  const between = otherCueBetween(frame, token);
  emit(sink, 0, side);
  emit(sink, 1, w);
  emit(sink, 2, p);
  emit(sink, 3, side, distance);
  emit(sink, 4, climb, branch);
  emit(sink, 5, climb, branch, side);
  emit(sink, 6, climb * 3 + side, branch, verb);
  emit(sink, 7, climb * 3 + side, branch, frame.shape ^ signs.relation[frame.head]!);
  emit(sink, 8, q, apart, side);
  emit(sink, 9, q, apart * 16 + distance, side);
  emit(sink, 10, apart, signs.paragraph[token]! - signs.paragraph[frame.from]!, q);
  emit(sink, 11, relation[token]!, side);
  emit(sink, 12, climb, branch, depth);
  emit(sink, 13, between, climb, branch);
  emit(sink, 14, frame.cuesBefore[token + 1]! - frame.cuesBefore[token]!, side);
  emit(sink, 15, name[token]!, side * 2 + subject);
  emit(sink, 16, headQuoted, q, side);
  emit(sink, 17, tag[frame.head]!, climb, branch);
  emit(sink, 18, q * 3 + side, climb, branch);
  emit(sink, 19, verb, q, side);
  emit(sink, 20, p, climb, branch);
  emit(sink, 21, subject, side, q);
  emit(sink, 22, subject, p, kind);
  emit(sink, 23, subject, verb, side);
  emit(sink, 24, kind * 3 + side, climb, branch);
  emit(sink, 25, w, climb, branch);
  emit(sink, 26, subject, w);
  emit(sink, 27, kind, q, side * 8 + apart + 2);
  if (token > frame.window.from) {
    emit(sink, 28, word[token - 1]!, side);
    emit(sink, 29, tag[token - 1]!, p);
    emit(sink, 30, quoted[token - 1]!, q, side);
    emit(sink, 31, frame.subject.has(token - 1) ? 1 : 0, subject, p);
    if (apart === 0 && token - 1 >= from) {
      emit(sink, 32, frame.climb[token - 1 - from]! * 16 + climb, frame.branch[token - 1 - from]!, branch);
    }
    if (token === frame.to) emit(sink, 33, w);
  }
  if (token + 1 < frame.window.to) {
    emit(sink, 34, word[token + 1]!, side);
    emit(sink, 35, p, tag[token + 1]!);
    emit(sink, 36, q, quoted[token + 1]!, side);
    emit(sink, 37, frame.subject.has(token + 1) ? 1 : 0, subject, p);
    if (apart === 0 && token + 1 < doc.sentences[frame.sentence]!.to) {
      emit(sink, 38, frame.climb[token + 1 - from]! * 16 + climb, frame.branch[token + 1 - from]!, branch);
    }
    if (token + 1 === frame.from) emit(sink, 39, w, p);
  }
  const sentence = doc.sentences[own]!;
  if (token === sentence.from) emit(sink, 40, apart, q);
  if (token === sentence.to - 1) emit(sink, 41, apart, q, side);
  if (apart === 0) {
    const twig = frame.twig[token - from]!;
    emit(sink, 43, climb, branch, twig);
    emit(sink, 44, side, branch, twig);
    emit(sink, 45, twig, branch, verb);
    emit(sink, 46, twig, q, climb * 3 + side);
  }
  emit(sink, 42, word[token]!, word[Math.max(token - 1, 0)]!, side);
}

/** The first token under each token of a sentence. */
function leftEdges(doc: Named, from: number, to: number): Int32Array {
  const edges = Int32Array.from({ length: to - from }, (_, at) => from + at);
  for (let token = from; token < to; token++)
    for (let at = doc.tree.heads[token]!, steps = 0; at >= 0 && steps < 60; at = doc.tree.heads[at]!, steps++)
      if (edges[at - from]! > token) edges[at - from] = token;
  return edges;
}

function otherCueBetween(frame: CueFrame, token: number): number {
  const from = token < frame.from ? token + 1 : frame.to;
  const to = Math.max(token, frame.from);
  return frame.cuesBefore[to]! > frame.cuesBefore[from]! ? 1 : 0;
}

/** The cue's sentence, the sentence on either side in its paragraph, and quoted ones beyond. */
function windowOf(doc: Named, quotedShare: Float32Array, cue: TokenRange): TokenRange {
  const sentence = doc.tokens[cue.from]!.sentence;
  const paragraph = (at: number) => doc.sentences[at]!.paragraph;
  const own = paragraph(sentence);
  let first = sentence;
  let last = sentence;
  while (first > 0 && sentence - first < SENTENCES_BEFORE && paragraph(first - 1) >= own - 1) {
    const near = first === sentence && paragraph(first - 1) === own;
    if (!near && quotedShare[first - 1]! <= 0.5) break;
    first -= 1;
  }
  while (
    last + 1 < doc.sentences.length &&
    last - sentence < SENTENCES_AFTER &&
    paragraph(last + 1) <= own + 1
  ) {
    const near = last === sentence && paragraph(last + 1) === own;
    if (!near && quotedShare[last + 1]! <= 0.5) break;
    last += 1;
  }
  return {
    from: Math.max(doc.sentences[first]!.from, cue.from - REACH),
    to: Math.min(doc.sentences[last]!.to, cue.to + REACH),
  };
}
