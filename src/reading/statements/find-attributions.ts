import type { Named } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { argumentFeatures, type CueFrame, frameCue, quotedShares } from './argument-features.js';
import { type AttributionModel, attributionModel, score } from './attribution-model.js';
import { bestPath, marginals } from './chain.js';
import { cueFeatures, readSentence } from './cue-features.js';
import { type CueLexicon, cueLexicon } from './cue-lexicon.js';
import { makeSink } from './feature-sink.js';
import { fromThat } from './from-that.js';
import { findSetApart } from './set-apart.js';
import { shareContent } from './share-content.js';
import { readSigns, type Signs } from './signs.js';
import { effectiveSubject, isPassive } from './subject.js';
import { wholeQuotes } from './whole-quotes.js';

/** Who attributes what to whom, as spans of the text. **Shape** token indices in text order; `source` may be empty. */
export interface Attribution {
  readonly cue: TokenRange;
  /** The word of the cue that the tree hangs it on. */
  readonly head: number;
  readonly source: readonly number[];
  readonly content: readonly number[];
  /** How sure the model is of the cue, 0–1. */
  readonly probability: number;
}

/** A cue with its probability. */
export interface FoundCue extends TokenRange {
  readonly probability: number;
}

const BEGIN = 1;
const INSIDE = 2;
const SOURCE = 1;
const CONTENT = 2;
const IMPOSSIBLE = -1e6;

/** All attributions of a document, outermost ones, in the broad sense: speech, thought, intention, attitude. */
export function findAttributions(
  doc: Named,
  model: AttributionModel = attributionModel(),
  lexicon: CueLexicon = cueLexicon(),
): Attribution[] {
  return weighAttributions(doc, model, lexicon, QUOTED).sure;
}

/**
 * Attributions by how sure the model is: those above its threshold, and those between `floor` and it, which take
 * other signs to be believed.
 */
export function weighAttributions(
  doc: Named,
  model: AttributionModel,
  lexicon: CueLexicon,
  floor: number,
): { readonly sure: Attribution[]; readonly unsure: Attribution[] } {
  const signs = readSigns(doc, lexicon);
  const cues = findCues(doc, signs, model, Math.min(floor, model.threshold));
  const strong = cues.filter((one) => one.probability >= model.threshold);
  const weak = cues.filter((one) => one.probability < model.threshold);
  const fill = (some: readonly FoundCue[]) =>
    shareContent(
      doc,
      wholeQuotes(
        doc,
        fillCues(doc, signs, some, strong, model).map((one) => fromThat(doc, one)),
      ),
    )
      .filter((one) => one.content.length > 0)
      .map((one) => withSubject(doc, one));
  const apart = findSetApart(doc);
  const taken = new Set(apart.map(({ head }) => head));
  const found = fill(strong).filter(({ head }) => !taken.has(head));
  const open = fill(weak);
  const quoted = open.filter((one) => one.probability >= QUOTED && holdsQuote(doc, signs, one));
  return {
    sure: [...found, ...apart, ...quoted].sort((a, b) => a.cue.from - b.cue.from),
    unsure: open.filter((one) => !quoted.includes(one)),
  };
}

/** **Units** probability. Where somebody's words stand in quotation marks, a word of less certainty introduces them. */
const QUOTED = 0.2;

/** Whether what is said holds a quotation, and the cue stands outside of it. */
function holdsQuote(doc: Named, { quoted }: Signs, { head, content, source }: Attribution): boolean {
  if (quoted[head] === 1 || source.length === 0) return false;
  return content.filter((token) => quoted[token] === 1 && doc.upos[token] !== 'PUNCT').length > 1;
}

/** A verb whose source the model left open has its subject for one, where the tree hands it down. */
function withSubject(doc: Named, one: Attribution): Attribution {
  if (one.source.length > 0 || doc.upos[one.head] !== 'VERB' || isPassive(doc, one.head)) return one;
  const taken = new Set(one.content);
  for (let token = one.cue.from; token < one.cue.to; token++) taken.add(token);
  const { head, tokens } = effectiveSubject(doc, one.head);
  return head < 0 || tokens.some((token) => taken.has(token)) ? one : { ...one, source: tokens };
}

/** The cues at least as probable as `floor`, sentence by sentence. */
export function findCues(doc: Named, signs: Signs, model: AttributionModel, floor: number): FoundCue[] {
  const sink = makeSink();
  const found: FoundCue[] = [];
  for (const sentence of doc.sentences) {
    const shared = readSentence(signs, sentence);
    const length = sentence.to - sentence.from;
    const chain = score(model.cues, length, sink, (index, into) =>
      cueFeatures(doc, signs, sentence, shared, sentence.from + index, into),
    );
    const { at } = marginals(chain);
    for (let index = 0; index < length; index++) {
      const probability = at[index * chain.labels + BEGIN]!;
      if (probability < floor) continue;
      let end = index + 1;
      while (end < length && at[end * chain.labels + INSIDE]! > probability / 2) end += 1;
      found.push({ from: sentence.from + index, to: sentence.from + end, probability });
      index = end - 1;
    }
  }
  return found;
}

/** Source and content of each cue. `all` are the cues that count as present, where those end that stand beside them. */
export function fillCues(
  doc: Named,
  signs: Signs,
  cues: readonly FoundCue[],
  all: readonly FoundCue[],
  model: AttributionModel,
): Attribution[] {
  const shares = quotedShares(doc, signs);
  const before = countCues(doc.tokens.length, all);
  const sink = makeSink();
  return cues.map((cue) => {
    const frame = frameCue(doc, signs, shares, before, cue);
    const { from, to } = frame.window;
    const chain = score(model.roles, to - from, sink, (index, into) =>
      argumentFeatures(doc, signs, frame, from + index, into),
    );
    forbidCue(chain.emissions, frame);
    const path = bestPath(chain);
    const pick = (label: number) =>
      Array.from(path, (one, index) => (one === label ? from + index : -1)).filter((token) => token >= 0);
    return {
      cue: { from: cue.from, to: cue.to },
      head: frame.head,
      source: pick(SOURCE),
      content: pick(CONTENT),
      probability: cue.probability,
    };
  });
}

/** How many cue tokens stand before each token. */
export function countCues(tokens: number, cues: readonly TokenRange[]): Int32Array {
  const before = new Int32Array(tokens + 1);
  for (const cue of cues) before.fill(1, cue.from + 1, cue.to + 1);
  for (let at = 1; at <= tokens; at++) before[at]! += before[at - 1]!;
  return before;
}

/** A cue's own words are neither source nor content. */
export function forbidCue(emissions: Float64Array, frame: CueFrame): void {
  for (let token = frame.from; token < frame.to; token++) {
    const row = (token - frame.window.from) * 3;
    emissions[row + SOURCE] = IMPOSSIBLE;
    emissions[row + CONTENT] = IMPOSSIBLE;
  }
}
