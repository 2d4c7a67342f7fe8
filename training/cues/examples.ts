import type { GoldTokens } from '../../evaluation/attribution-score.js';
import type { Document } from '../../src/document/document.js';
import type { TokenRange } from '../../src/document/span.js';
import { argumentFeatures, frameCue, quotedShares } from '../../src/reading/statements/argument-features.js';
import { cueFeatures, readSentence } from '../../src/reading/statements/cue-features.js';
import { cueLexicon } from '../../src/reading/statements/cue-lexicon.js';
import { type FeatureSink, makeSink } from '../../src/reading/statements/feature-sink.js';
import { countCues } from '../../src/reading/statements/find-attributions.js';
import { readSigns } from '../../src/reading/statements/signs.js';
import type { Example } from './train-chain.js';

/** What one annotated document teaches: a sequence a sentence for the cues, one a cue for source and content. */
export function examplesOf(
  doc: Document,
  gold: readonly GoldTokens[],
): { cues: Example[]; roles: Example[] } {
  const signs = readSigns(doc, cueLexicon());
  const ranges = gold.map((one) => cueRange(doc, one.cue));
  const labels = new Uint8Array(doc.tokens.length);
  for (const { from, to } of ranges) {
    labels.fill(2, from, to);
    labels[from] = 1;
  }
  const cueSink = makeSink();
  const cues = doc.sentences.map((sentence) => {
    const shared = readSentence(signs, sentence);
    return gather(cueSink, labels.slice(sentence.from, sentence.to), sentence, undefined, (token, sink) =>
      cueFeatures(doc, signs, sentence, shared, token, sink),
    );
  });
  const shares = quotedShares(doc, signs);
  const before = countCues(doc.tokens.length, ranges);
  const roleSink = makeSink();
  const roles = gold.map((one, index) => {
    const cue = ranges[index]!;
    const frame = frameCue(doc, signs, shares, before, cue);
    const { from, to } = frame.window;
    const roleOf = (token: number) =>
      token >= cue.from && token < cue.to ? 0 : one.source.has(token) ? 1 : one.content.has(token) ? 2 : 0;
    const own = Uint8Array.from({ length: to - from }, (_, at) => roleOf(from + at));
    return gather(roleSink, own, frame.window, cue, (token, sink) =>
      argumentFeatures(doc, signs, frame, token, sink),
    );
  });
  return { cues, roles };
}

/** A cue as one stretch of tokens: all of it, or its first piece where it is torn far apart. */
function cueRange(doc: Document, tokens: ReadonlySet<number>): TokenRange {
  const sorted = [...tokens].sort((a, b) => a - b);
  const from = sorted[0]!;
  const last = sorted.at(-1)!;
  if (last - from < 12 && doc.tokens[from]!.sentence === doc.tokens[last]!.sentence)
    return { from, to: last + 1 };
  let to = from + 1;
  while (tokens.has(to)) to += 1;
  return { from, to };
}

function gather(
  sink: FeatureSink,
  labels: Uint8Array,
  { from, to }: TokenRange,
  cue: TokenRange | undefined,
  fill: (token: number, sink: FeatureSink) => void,
): Example {
  const rows: Int32Array[] = [];
  const starts = new Int32Array(to - from + 1);
  const closed = new Uint8Array(to - from);
  for (let token = from; token < to; token++) {
    sink.size = 0;
    fill(token, sink);
    rows.push(sink.hashes.slice(0, sink.size));
    starts[token - from + 1] = starts[token - from]! + sink.size;
    if (cue !== undefined && token >= cue.from && token < cue.to) closed[token - from] = 1;
  }
  const features = new Int32Array(starts[to - from]!);
  for (const [index, row] of rows.entries()) features.set(row, starts[index]!);
  return { features, starts, labels, closed };
}
