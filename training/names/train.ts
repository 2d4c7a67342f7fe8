/**
 * Trains the models that find names and writes them to `models/names/`.
 *
 *     node dist/training/names/train.js GUM-TRAIN.conllu [RE3D-TRAIN.conll] [MEANTIME-FOLDER]
 *
 * Two models, one upon the other. Labels: averaged perceptrons, left to right on their own answers. Candidates: which
 * of all stretches that could be names are, by logistic regression over their words, the tree, and what the labels
 * made of the report. Tags and trees are our own, as when they are used. Seeds are fixed: same files and tagger, same
 * weights.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { LanguageModel } from '../../src/language/index.js';
import { CANDIDATE_CLASSES } from '../../src/language/names/choose-names.js';
import { LABELS } from '../../src/language/names/label-names.js';
import { encodeNameModel } from '../../src/language/names/name-model.js';
import { nameWords } from '../../src/language/names/name-words.js';
import type { WordFacts } from '../../src/language/names/word-facts.js';
import { loadSyntaxModel } from '../../src/language/syntax.js';
import { packagePath } from '../../src/package-root.js';
import { trainCandidates } from './candidate-training.js';
import { readReports } from './gold-names.js';
import { trainLabels } from './label-training.js';

/** One perceptron for each. */
const LABEL_SEEDS = [7, 8, 9, 10, 11];

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('Give the path of a CoNLL-U file with GUM entities.');

const lists = { words: nameWords(), cache: new Map<string, WordFacts>() };
const untrained = () => [];
/** Tags and trees need no names. */
const language: LanguageModel = {
  version: '',
  syntax: loadSyntaxModel(),
  names: { ...lists, score: untrained, judge: { score: untrained, scale: 1 } },
};
const reports = paths.flatMap((path) => readReports(path, language));
write('labels.bin', trainLabels(reports, LABEL_SEEDS, lists), LABELS.length);
write('candidates.bin', trainCandidates(reports, lists), CANDIDATE_CLASSES);

function write(file: string, weights: ReadonlyMap<number, Float32Array>, classes: number): void {
  const bytes = encodeNameModel(weights, classes);
  mkdirSync(packagePath('models', 'names'), { recursive: true });
  writeFileSync(packagePath('models', 'names', file), bytes);
  console.log(`${file}: ${reports.length} reports, ${weights.size} features, ${bytes.length} bytes`);
}
