/**
 * Makes models/syntax from treebanks: `npm run train:syntax -- FOLDER TAGGED`, FOLDER holding ewt-train.conllu
 * and gum-train.conllu of Universal Dependencies, TAGGED the Penn-tagged files of MASC. Needs python3 with PyTorch; see training/README.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST, Network } from '../../src/language/encoding/network.js';
import { HASHED_ROWS, ROWS_PER_WORD } from '../../src/language/encoding/word-rows.js';
import { makeKernel } from '../../src/language/kernel/wasm.js';
import { DENSE, makeLayout, SPARSE } from '../../src/language/parsing/state-features.js';
import { packTagger } from '../../src/language/tagging/tagger-file.js';
import { wordForm } from '../../src/language/tagging/word-form.js';
import { packagePath } from '../../src/package-root.js';
import { jackknife, learnTags } from './learn-tags.js';
import { packNetwork, trainedNetwork } from './pack.js';
import {
  countTaggedWords,
  disguised,
  irregularPasts,
  random,
  readTreebanks,
  type Sentence,
} from './treebank.js';
import { type Names, writeStates } from './write-states.js';

const PYTHON = process.env.PYTHON ?? 'python3';
/** Words seen fewer times than this are no words of their own. */
const LEAST = 3;
const DISGUISED = 0.08;

const [treebanks, tagged, ...more] = process.argv.slice(2);
if (treebanks === undefined || tagged === undefined) {
  throw new Error(
    'Name the folder with ewt-train.conllu and gum-train.conllu, and the folder of tagged words.',
  );
}
const work = packagePath('training', 'work', 'syntax');
const models = packagePath('models', 'syntax');
mkdirSync(work, { recursive: true });
mkdirSync(models, { recursive: true });

const plain = readTreebanks(['ewt-train', 'gum-train'].map((name) => join(treebanks, `${name}.conllu`)));
const sentences = [...plain, ...disguised(plain, DISGUISED, random(5))];
const tags = namesOf(plain, (sentence) => sentence.tags);
const relations = namesOf(plain, (sentence) => sentence.relations);
const counts = countWords(plain);
const words = [...counts].filter(([, count]) => count >= LEAST).map(([word]) => word);
const vocabulary = new Map(words.map((word, index) => [word, index + 1]));
const layout = makeLayout(tags.length, relations.length);
const names: Names = { vocabulary, counts, tags, relations, layout };
const facts = { words, tags, relations };

say(`${plain.length} sentences and ${sentences.length - plain.length} in disguise; tagger`);
const lexicon = new Map([...countTaggedWords(tagged), ...irregularPasts()]);
const tagger = learnTags(sentences, tags, lexicon);
writeFileSync(join(models, 'tagger.bin'), packTagger(tagger));
say('tags by taggers that have not seen the sentence');
const firstTags = jackknife(sentences, tags, lexicon, 5);
writeFileSync(
  join(work, 'facts.json'),
  JSON.stringify({
    tags,
    relations,
    dense: DENSE,
    sparse: SPARSE,
    rowsPerWord: ROWS_PER_WORD,
    embeddingRows: words.length + 1 + HASHED_ROWS,
    sparseRows: layout.size,
    longest: LONGEST,
  }),
);

say('states along the gold trees');
writeStates(work, sentences, firstTags, names, [() => undefined], random(11));
const halves = [0, 1].map((parity) => {
  const name = `half-${parity}`;
  train(name, ['--parity', String(parity), '--epochs', '3']);
  return new Network(trainedNetwork(work, name, facts, tagger), makeKernel);
});

say('states that a parser gets into');
// A sentence is parsed by the half that has not seen it; overlong ones keep to the oracle.
const guide = (index: number) =>
  sentences[index]!.words.length > LONGEST ? undefined : halves[1 - (Math.floor(index / 50) % 2)];
writeStates(work, sentences, firstTags, names, [() => undefined, guide], random(12));
train('final', more);
packNetwork(work, 'final', facts, join(models, 'parser.bin'));
say('done: models/syntax');

function train(name: string, options: readonly string[]): void {
  const script = packagePath('training', 'parser', 'train.py');
  const { status } = spawnSync(PYTHON, [script, work, '--out', name, ...options], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${PYTHON} ${script} failed with status ${status}.`);
}

function namesOf(all: readonly Sentence[], pick: (sentence: Sentence) => readonly string[]): string[] {
  return [...new Set(all.flatMap(pick))].sort();
}

function countWords(all: readonly Sentence[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const sentence of all) {
    for (const word of sentence.words) {
      const { lower } = wordForm(word);
      found.set(lower, (found.get(lower) ?? 0) + 1);
    }
  }
  return found;
}

function say(text: string): void {
  console.error(`[${Math.round(process.uptime())} s] ${text}`);
}
