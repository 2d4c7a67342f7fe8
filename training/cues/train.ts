/**
 * Trains `models/attribution/weights.bin` on a folder in PolNeAR's form:
 * `node dist/training/cues/train.js FOLDER [OUT]`. Nothing of the texts is kept but weights over hashed features.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { analyseGold } from '../../evaluation/attribution.js';
import { readAttributionGold } from '../../evaluation/attribution-gold.js';
import { goldTokens } from '../../evaluation/attribution-tokens.js';
import { packagePath } from '../../src/package-root.js';
import { loadEngine } from '../../src/pipeline.js';
import {
  type ChainWeights,
  CUE_LABELS,
  encodeModel,
  ROLE_LABELS,
} from '../../src/reading/statements/attribution-model.js';
import { ARGUMENT_ROWS, CUE_ROWS } from '../../src/reading/statements/feature-sink.js';
import { examplesOf } from './examples.js';
import { type Example, quantise, type Recipe, trainChain } from './train-chain.js';

/** Found on held-out training reports; a cue below it is more often wrong than right. */
const THRESHOLD = 0.4;

const COMMON = { decay: 0.0002, log };

const [folder, out = packagePath('models', 'attribution', 'weights.bin')] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: train.js FOLDER [OUT], FOLDER with text/ and attributions/.');
  process.exit(2);
}

const engine = loadEngine();
const cueExamples: Example[] = [];
const roleExamples: Example[] = [];
for (const gold of readAttributionGold(folder)) {
  const doc = analyseGold(gold, engine);
  const { cues, roles } = examplesOf(doc, goldTokens(doc, gold.attributions));
  cueExamples.push(...cues);
  roleExamples.push(...roles);
}
log(`${cueExamples.length} sentences, ${roleExamples.length} attributions`);
const cues = train(cueExamples, {
  labels: CUE_LABELS,
  rows: CUE_ROWS,
  epochs: 10,
  rate: 0.03,
  atLeast: 3,
  ...COMMON,
});
const roles = train(roleExamples, {
  labels: ROLE_LABELS,
  rows: ARGUMENT_ROWS,
  epochs: 9,
  rate: 0.1,
  atLeast: 8,
  ...COMMON,
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, encodeModel({ version: '1', threshold: THRESHOLD, cues, roles }));
const filled = (table: Int8Array) => table.reduce((sum, one) => sum + Number(one !== 0), 0) / table.length;
log(`filled ${filled(cues.table).toFixed(2)} and ${filled(roles.table).toFixed(2)}`);
log(`wrote ${out}`);

function train(examples: readonly Example[], recipe: Recipe): ChainWeights {
  const trained = trainChain(examples, recipe);
  return { labels: recipe.labels, transitions: trained.transitions, ...quantise(trained.table) };
}

function log(line: string): void {
  console.error(line);
}
