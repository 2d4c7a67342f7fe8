/**
 * Makes models/syntax: `npm run train:syntax -- UD-FOLDER PHRASES TEXT…`. UD-FOLDER holds ewt-train.conllu and
 * gum-train.conllu of Universal Dependencies, the latter with GUM's entities; PHRASES is re3d's file of two columns; each
 * TEXT is a file or folder of open texts (.txt, .jsonl, or words as `word_TAG`), on which large networks teach the small
 * one. Needs python3 with PyTorch; see training/README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerKind } from '../../src/language/encoding/encoder-weights.js';
import { LABELS } from '../../src/language/names/label-names.js';
import { PHRASE_LABELS } from '../../src/language/names/phrase-labels.js';
import { wordForm } from '../../src/language/tagging/word-form.js';
import { packagePath } from '../../src/package-root.js';
import { seeded } from '../random.js';
import { asHeadlines } from './headlines.js';
import { readPhrases, withNames } from './name-labels.js';
import { readOpenTexts } from './open-texts.js';
import { packNetwork } from './pack.js';
import { findSeenWords } from './seen-words.js';
import { asShortSentences } from './short-sentences.js';
import { learnTagDictionary } from './tag-dictionary.js';
import { disguised, readTreebank, type Sentence, type TrainingSentence } from './treebank.js';
import { type Names, writeFacts, writeWords } from './write-words.js';

const PYTHON = process.env.PYTHON ?? 'python3';
/** A word has a row of its own if the treebanks have it so often, or all texts together. */
const LEAST_IN_TREEBANKS = 3;
const LEAST = 4;
const DISGUISED = 0.08;
const SHORT = 0.6;
const SHORTEST = 3;
const LONGEST = 100;

const TEACHER = [
  '--width 320 --embedding 192 --running-width 2 --arc 320 --hidden 256 --epochs 14 --rate 0.0016',
  '--dropout 0.33 --head-dropout 0.33 --tag-weight 0.3 --share 0.25',
];
const TEACHERS = [
  ['teacher-1', '--seed 1 --layers neighbours,running,running,running'],
  ['teacher-2', '--seed 2 --layers neighbours,neighbours,running,running'],
] as const;
const STUDENT: readonly LayerKind[] = ['neighbours', 'running', 'running', 'running'];

const PLAIN = '--start student --taught --gold-times 2 --share 0.5 --epochs 2 --rate 0.0007 --keep 0.5';
const FINISH = [
  ['names', '--start plain --gold-times 2 --share 0.25 --epochs 7 --rate 0.0014 --phrase-times 6'],
  ['phrases', '--start names --gold-times 1 --share 0.25 --epochs 4 --rate 0.0009 --phrase-times 6 --seed 2'],
  ['final', '--start phrases --gold-times 1 --share 0.4 --epochs 3 --rate 0.0008 --phrase-times 8 --seed 3'],
] as const;

const [treebanks, phrases, ...texts] = process.argv.slice(2);
if (treebanks === undefined || phrases === undefined || texts.length === 0) {
  throw new Error(
    'Name the folder with ewt-train.conllu and gum-train.conllu, the file of phrases, and files or folders of texts.',
  );
}
const work = packagePath('training', 'work', 'syntax');
const models = packagePath('models', 'syntax');
mkdirSync(work, { recursive: true });
mkdirSync(models, { recursive: true });

const plain = ['ewt-train', 'gum-train'].flatMap((name, bank) => {
  const sentences = readTreebank(treebankPath(name), bank);
  return name === 'gum-train' ? withNames(sentences, treebankPath(name)) : sentences;
});
const gold = [...plain, ...disguised(plain, DISGUISED, seeded(5))];
const open = openSentences(texts);
const names = findNames(plain, open);
writeFacts(work, names);
writeWords(join(work, 'gold'), gold, names);
writeWords(join(work, 'open'), open, names);
writeWords(join(work, 'phrases'), readPhrases(phrases), names);
say(`${gold.length} sentences with trees, ${open.length} without; ${names.words.length} words with a row`);
for (const [name, options] of TEACHERS) python('train.py', ['--out', name], [...TEACHER, options]);
say('what the teachers make of the open texts');
python(
  'label.py',
  TEACHERS.map(([name]) => name),
  [],
);
python('train.py', ['--out', 'student', '--layers', STUDENT.join()], ['--taught --gold-times 2 --until 6']);
say('plain news: short sentences and headlines made of the treebanks');
writeWords(join(work, 'gold'), [...gold, ...plainNews(plain)], names);
python('train.py', ['--out', 'plain', '--layers', STUDENT.join()], [PLAIN]);
say('names, phrases and hints');
for (const [name, options] of FINISH) {
  python('train.py', ['--out', name, '--layers', STUDENT.join()], ['--taught --name-weight 1', options]);
}
const { words, tags, relations } = names;
const tagChoices = learnTagDictionary(plain, tags);
packNetwork(
  work,
  'final',
  { words, tags, relations, layers: STUDENT, tagChoices, seenAs: findSeenWords(plain, open) },
  join(models, 'parser.bin'),
);
say('done: models/syntax');

/** What the treebanks hold little of, made of their sentences. */
function plainNews(sentences: readonly Sentence[]): TrainingSentence[] {
  return [...asHeadlines(sentences, 1, seeded(6)), ...asShortSentences(sentences, SHORT, seeded(7))].map(
    ({ bank: _, ...sentence }) => sentence,
  );
}

function treebankPath(name: string): string {
  return join(treebanks!, `${name}.conllu`);
}

/** Sentences without trees, each once, but none that a development part is scored on. */
function openSentences(paths: readonly string[]): TrainingSentence[] {
  const key = (words: readonly string[]) => words.join(' ').toLowerCase();
  const seen = new Set<string>();
  for (const name of ['ewt-dev', 'gum-dev']) {
    if (!existsSync(treebankPath(name))) continue;
    for (const { words } of readTreebank(treebankPath(name), 0)) if (words.length > 5) seen.add(key(words));
  }
  return readOpenTexts(paths).filter(({ words }) => {
    if (words.length < SHORTEST || words.length > LONGEST || seen.has(key(words))) return false;
    seen.add(key(words));
    return true;
  });
}

function findNames(withTrees: readonly TrainingSentence[], without: readonly TrainingSentence[]): Names {
  const inTreebanks = countWords(withTrees);
  const counts = countWords([...withTrees, ...without]);
  const words = [...counts]
    .filter(([word, count]) => count >= LEAST || (inTreebanks.get(word) ?? 0) >= LEAST_IN_TREEBANKS)
    .map(([word]) => word);
  return {
    words,
    vocabulary: new Map(words.map((word, index) => [word, index + 1])),
    inTreebanks,
    counts,
    tags: sorted(withTrees.flatMap((sentence) => sentence.tags ?? [])),
    relations: sorted(withTrees.flatMap((sentence) => sentence.relations ?? [])),
    names: LABELS,
    phrases: PHRASE_LABELS,
  };
}

function sorted(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}

function countWords(all: readonly TrainingSentence[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const sentence of all) {
    for (const word of sentence.words) {
      const { lower } = wordForm(word);
      found.set(lower, (found.get(lower) ?? 0) + 1);
    }
  }
  return found;
}

function python(script: string, own: readonly string[], options: readonly string[]): void {
  const path = packagePath('training', 'parser', script);
  const all = [path, work, ...own, ...options.flatMap((option) => option.split(' '))];
  // OpenBLAS takes every core there is unless it is told; more threads than two make training slower.
  const env = { OPENBLAS_NUM_THREADS: '2', ...process.env };
  const { status } = spawnSync(PYTHON, all, { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`${PYTHON} ${all.join(' ')} failed with status ${status}.`);
}

function say(text: string): void {
  console.error(`[${Math.round(process.uptime())} s] ${text}`);
}
