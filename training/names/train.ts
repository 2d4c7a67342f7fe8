/**
 * Trains the model that finds names and writes it to `models/names/`.
 *
 *     node dist/training/names/train.js GUM-TRAIN.conllu [GUM-DEV.conllu]
 *
 * Averaged perceptron over hashed features, left to right on its own answers, one document at a time so that it
 * learns to use what earlier sentences told. The seed is fixed: same files, same weights.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type GoldName, type NamedGold, readNamedConllu } from '../../evaluation/entity-gold.js';
import { MOST_FEATURES, nameFeatures, type WordFacts } from '../../src/language/names/features.js';
import {
  beginning,
  canFollow,
  isEligible,
  LABELS,
  labelTokens,
  remember,
  TYPES,
} from '../../src/language/names/label-names.js';
import { encodeNameModel, scorer } from '../../src/language/names/name-model.js';
import { nameWords } from '../../src/language/names/name-words.js';
import { packagePath } from '../../src/package-root.js';
import { makePerceptron } from './perceptron.js';

const EPOCHS = 12;
const [trainPath, devPath] = process.argv.slice(2);
if (trainPath === undefined) throw new Error('Give the path of a CoNLL-U file with GUM entities.');

const words = nameWords();
const rows = readNamedConllu(trainPath, words).map(prepare);
const perceptron = makePerceptron(LABELS.length);
const cache = new Map<string, WordFacts>();
const random = seeded(7);

for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (const row of shuffled(rows, random)) learn(row);
  console.log(`epoch ${epoch}: ${perceptron.errors()} errors`);
}
const weights = perceptron.averaged();
const model = encodeNameModel(weights, LABELS.length);
mkdirSync(packagePath('models', 'names'), { recursive: true });
writeFileSync(packagePath('models', 'names', 'names.bin'), model);
console.log(`${weights.size} features, ${model.length} bytes`);
if (devPath !== undefined) report(readNamedConllu(devPath, words).map(prepare));

interface Row {
  readonly gold: NamedGold;
  readonly labels: Uint8Array;
}

/** Gold labels of a document; of nested names the outer one, but conjoined names stay apart. */
function prepare(gold: NamedGold): Row {
  const labels = new Uint8Array(gold.doc.tokens.length);
  const flat = gold.names
    .filter((name) => name.type !== 'time' && !isConjunction(gold, name))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const name of flat) {
    if (labels.subarray(name.from, name.to).some((label) => label !== 0)) continue;
    const type = typeIndex(name.type);
    labels.fill(beginning(type) + 1, name.from, name.to);
    labels[name.from] = beginning(type);
  }
  return { gold, labels };
}

function isConjunction({ doc, names }: NamedGold, name: GoldName): boolean {
  const parts = names.filter((other) => other !== name && other.from >= name.from && other.to <= name.to);
  return (
    parts.filter((part) => part.type === name.type).length > 0 &&
    doc.upos.slice(name.from, name.to).includes('CCONJ')
  );
}

function typeIndex(type: string): number {
  const known: Readonly<Record<string, (typeof TYPES)[number]>> = {
    person: 'person',
    organization: 'organisation',
    place: 'place',
    event: 'event',
  };
  return TYPES.indexOf(known[type] ?? 'other');
}

function learn({ gold: { doc }, labels }: Row): void {
  const features = nameFeatures(doc, words, cache);
  const buffer = new Uint32Array(MOST_FEATURES);
  const memory = new Map<string, number>();
  const guessed = new Uint8Array(doc.tokens.length);
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      const before = token > from ? guessed[token - 1]! : 0;
      if (!isEligible(doc, token, to, before)) continue;
      const earlier = token > from + 1 ? guessed[token - 2]! : 0;
      const size = features.fill(token, before, earlier, memory, buffer);
      // Where the beginning of a name was missed, its further words can only begin one.
      const gold = labels[token]! - (canFollow(labels[token]!, before) ? 0 : 1);
      guessed[token] = perceptron.step(buffer, size, gold, (label) => canFollow(label, before));
    }
    remember(doc, guessed, from, to, memory);
  }
}

function report(dev: readonly Row[]): void {
  const score = scorer(model);
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { gold, labels } of dev) {
    const guessed = labelTokens(gold.doc, nameFeatures(gold.doc, words, cache), score);
    const answer = new Set(chunks(guessed));
    found += answer.size;
    for (const chunk of chunks(labels)) {
      wanted++;
      if (answer.has(chunk)) right++;
    }
  }
  console.log(`flat names on dev, gold tags: F1 ${((200 * right) / (found + wanted)).toFixed(1)}`);
}

function chunks(labels: Uint8Array): string[] {
  const found: string[] = [];
  for (let at = 0; at < labels.length; at++) {
    if (labels[at]! % 2 !== 1) continue;
    let to = at + 1;
    while (labels[to] === labels[at]! + 1) to++;
    found.push(`${at} ${to} ${labels[at]}`);
  }
  return found;
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
