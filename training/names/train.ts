/**
 * Trains the model that finds names and writes it to `models/names/`.
 *
 *     node dist/training/names/train.js GUM-TRAIN.conllu [RE3D-TRAIN.conll] [MEANTIME-FOLDER]
 *
 * Averaged perceptron over hashed features, left to right on its own answers, one document at a time so that it
 * learns to use what earlier sentences told. Tags and trees are our own, as when it is used. The seed is fixed: same
 * files and tagger, same weights.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import {
  type GoldName,
  type NamedGold,
  nameCore,
  readNamedColumns,
  readNamedConllu,
} from '../../evaluation/entity-gold.js';
import { loadLanguageModel, parse, tag } from '../../src/language/index.js';
import { MOST_FEATURES, nameFeatures, type WordFacts } from '../../src/language/names/features.js';
import {
  beginning,
  canFollow,
  isEligible,
  LABELS,
  remember,
  TYPES,
} from '../../src/language/names/label-names.js';
import { encodeNameModel } from '../../src/language/names/name-model.js';
import { nameWords } from '../../src/language/names/name-words.js';
import { packagePath } from '../../src/package-root.js';
import { seeded, shuffled } from '../random.js';
import { readMeantimeNames } from './meantime.js';
import { makePerceptron, type Perceptron } from './perceptron.js';

const EPOCHS = 24;
/** One perceptron for each; what they share stays when their weights are averaged, what each got wrong does not. */
const SEEDS = [7, 8, 9, 10, 11];
const DROPPED = 0.2;
const KNOWN: Readonly<Record<string, (typeof TYPES)[number]>> = {
  person: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  place: 'place',
  location: 'place',
  event: 'event',
};

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('Give the path of a CoNLL-U file with GUM entities.');

const words = nameWords();
const language = loadLanguageModel();
const rows = paths.flatMap((path) => readGold(path).map((gold) => prepare(gold, path.endsWith('.conllu'))));
const cache = new Map<string, WordFacts>();
const weights = new Map<number, Float32Array>();
for (const seed of SEEDS) {
  const perceptron = makePerceptron(LABELS.length);
  const random = seeded(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const row of shuffled(rows, random)) learn(row, perceptron, random);
    console.log(`seed ${seed}, epoch ${epoch}: ${perceptron.errors()} errors`);
  }
  for (const [feature, row] of perceptron.averaged()) {
    const sum = weights.get(feature) ?? new Float32Array(LABELS.length);
    for (let label = 0; label < LABELS.length; label++) sum[label]! += row[label]! / SEEDS.length;
    weights.set(feature, sum);
  }
}
const model = encodeNameModel(weights, LABELS.length);
mkdirSync(packagePath('models', 'names'), { recursive: true });
writeFileSync(packagePath('models', 'names', 'names.bin'), model);
console.log(`${rows.length} documents, ${weights.size} features, ${model.length} bytes`);

interface Row {
  readonly gold: NamedGold;
  readonly labels: Uint8Array;
  /** Whether every name is marked. Where not, a proper noun outside of names teaches nothing. */
  readonly complete: boolean;
}

function readGold(path: string): NamedGold[] {
  if (path.endsWith('.conllu')) {
    return readNamedConllu(path, words).map(({ doc, names }) => ({
      doc: parse.run(tag.run(doc, language), language),
      names,
    }));
  }
  const columns = statSync(path).isDirectory()
    ? readMeantimeNames(path, words)
    : readNamedColumns(path, words);
  return columns.map(({ doc, names }) => {
    const parsed = parse.run(tag.run(doc, language), language);
    return { doc: parsed, names: names.flatMap((name) => nameCore(parsed, name, words) ?? []) };
  });
}

/** Gold labels of a document; of nested names the outer one, but conjoined names stay apart. */
function prepare(gold: NamedGold, complete: boolean): Row {
  const labels = new Uint8Array(gold.doc.tokens.length);
  const flat = gold.names
    .filter((name) => name.type !== 'time' && name.type !== 'temporal' && !isConjunction(gold, name))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const name of flat) {
    if (labels.subarray(name.from, name.to).some((label) => label !== 0)) continue;
    const type = typeIndex(gold, name);
    labels.fill(beginning(type) + 1, name.from, name.to);
    labels[name.from] = beginning(type);
  }
  return { gold, labels, complete };
}

function isConjunction({ doc, names }: NamedGold, name: GoldName): boolean {
  if (!doc.upos.slice(name.from, name.to).includes('CCONJ')) return false;
  return names.some(
    (other) => other !== name && other.from >= name.from && other.to <= name.to && other.type === name.type,
  );
}

/** A country that acts is an organisation to some annotators; here it stays a place. */
function typeIndex({ doc }: NamedGold, { from, to, type }: GoldName): number {
  const isCountry = to - from === 1 && words.is(doc.tokens[from]!.text, 'country');
  return TYPES.indexOf(isCountry ? 'place' : (KNOWN[type] ?? 'other'));
}

function learn({ gold: { doc }, labels, complete }: Row, perceptron: Perceptron, random: () => number): void {
  const features = nameFeatures(doc, words, cache);
  const buffer = new Uint32Array(MOST_FEATURES);
  const memory = new Map<string, number>();
  const guessed = new Uint8Array(doc.tokens.length);
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      const before = token > from ? guessed[token - 1]! : 0;
      if (!isEligible(doc, token, to, before)) continue;
      if (!complete && labels[token] === 0 && doc.upos[token] === 'PROPN') continue;
      const earlier = token > from + 1 ? guessed[token - 2]! : 0;
      const size = thinned(buffer, features.fill(token, before, earlier, memory, buffer), random);
      // Where the beginning of a name was missed, its further words can only begin one.
      const gold = labels[token]! - (canFollow(labels[token]!, before) ? 0 : 1);
      guessed[token] = perceptron.step(buffer, size, gold, (label) => canFollow(label, before));
    }
    remember(doc, guessed, from, to, memory);
  }
}

/** Leaves out features at random, so that no word alone decides and the rest of the evidence is learned too. */
function thinned(features: Uint32Array, size: number, random: () => number): number {
  let kept = 0;
  for (let at = 0; at < size; at++) if (random() >= DROPPED) features[kept++] = features[at]!;
  return kept;
}
