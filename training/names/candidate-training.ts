import type { TokenRange } from '../../src/document/span.js';
import { candidateFeatures, MOST_CANDIDATE_FEATURES } from '../../src/language/names/candidate-features.js';
import { candidates } from '../../src/language/names/candidates.js';
import { CANDIDATE_CLASSES } from '../../src/language/names/choose-names.js';
import { LABELS, TYPES } from '../../src/language/names/label-names.js';
import { type Labeller, labelledNames } from '../../src/language/names/labelled-names.js';
import { encodeNameModel, scorer } from '../../src/language/names/name-model.js';
import { type NamedReport, typeOfGold } from './gold-names.js';
import { trainLabels } from './label-training.js';
import { type Example, trainSoftmax } from './softmax.js';

const FOLDS = 8;
const LABEL_SEEDS = [7, 8];
const SEEDS = [1, 2, 3];
const OPTIONS = { classes: CANDIDATE_CLASSES, epochs: 12, rate: 0.06, dropped: 0.35 };

/**
 * Weights of the candidates' classes. Each report is labelled by perceptrons that learned from the other ones: labels
 * that have seen the answers would be believed too much.
 */
export function trainCandidates(
  reports: readonly NamedReport[],
  lists: Pick<Labeller, 'words' | 'cache'>,
): Map<number, Float32Array> {
  const examples = Array.from({ length: FOLDS }, (_, fold) => {
    const held = reports.filter((_, index) => index % FOLDS === fold);
    const others = reports.filter((report) => !held.includes(report));
    const { score } = scorer(
      encodeNameModel(trainLabels(others, LABEL_SEEDS, lists), LABELS.length),
      LABELS.length,
    );
    return held.flatMap((report) => examplesOf(report, { ...lists, score }));
  }).flat();
  const weights = new Map<number, Float32Array>();
  for (const seed of SEEDS) {
    for (const [feature, row] of trainSoftmax(examples, { ...OPTIONS, seed })) {
      const sum = weights.get(feature) ?? new Float32Array(CANDIDATE_CLASSES);
      row.forEach((weight, label) => {
        sum[label]! += weight / SEEDS.length;
      });
      weights.set(feature, sum);
    }
  }
  console.log(`candidates: ${examples.length} in ${reports.length} reports`);
  return weights;
}

function examplesOf(report: NamedReport, labeller: Labeller): Example[] {
  const { doc, single } = report;
  const spans = candidates(doc);
  const labelled = labelledNames(doc, labeller);
  const fill = candidateFeatures(doc, spans, labelled, labeller.words, labeller.cache);
  const buffer = new Uint32Array(MOST_CANDIDATE_FEATURES);
  return spans.flatMap((span) => {
    const name = single.find(({ from, to }) => from === span.from && to === span.to);
    if (name === undefined && !isKnownToBeNone(report, span)) return [];
    const gold = name === undefined ? 0 : TYPES.indexOf(typeOfGold(name)) + 1;
    return [{ features: buffer.slice(0, fill(span, buffer)), gold }];
  });
}

/** Where not every name is marked, only what goes beyond a name, or holds no proper noun, is surely none. */
function isKnownToBeNone({ complete, doc, single }: NamedReport, { from, to }: TokenRange): boolean {
  if (complete) return true;
  const near = single.filter((name) => name.from < to && from < name.to);
  if (near.length === 0) return !doc.upos.slice(from, to).includes('PROPN');
  return !near.some((name) => name.from <= from && name.to >= to);
}
