import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { type Put, viewOf, wordLayer } from './candidate-view.js';
import type { NameWords } from './name-words.js';
import type { RoughName } from './repair-names.js';
import { putReport, reportLayer } from './report-evidence.js';
import { putTree } from './tree-evidence.js';
import { putWords } from './word-evidence.js';
import { mixed, type WordFacts } from './word-facts.js';

/** Room for the features of a candidate; the few that go beyond it are left out. */
export const MOST_CANDIDATE_FEATURES = 320;

/** **Shape** writes the features of a candidate into `into`, as hashes, and returns how many. */
export type FillCandidate = (candidate: TokenRange, into: Uint32Array) => number;

/** The features of a document's candidates: their words, their place in the tree, and what the labels made of the report. */
export function candidateFeatures(
  doc: Parsed,
  spans: readonly TokenRange[],
  labelled: readonly RoughName[],
  words: NameWords,
  cache: Map<string, WordFacts>,
): FillCandidate {
  const layer = wordLayer(doc, words, cache);
  const report = reportLayer(doc, spans, labelled);
  return (candidate, into) => {
    let size = 0;
    const put: Put = (template, a, b = 0, c = 0) => {
      if (size < into.length) into[size++] = mixed(template, a, b, c);
    };
    const view = viewOf(layer, candidate);
    putWords(layer, view, put);
    putTree(layer, view, put);
    putReport(layer, report, view, put);
    return size;
  };
}
