import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DISTANCES, distanceOf } from '../../src/language/encoding/distances.js';
import {
  fillWordRows,
  hintRow,
  ROWS_PER_WORD,
  SHARED_ROWS,
  type Vocabulary,
} from '../../src/language/encoding/word-rows.js';
import { wordForm } from '../../src/language/tagging/word-form.js';
import type { TrainingSentence } from './treebank.js';

/** What the numbers in the files stand for, and how often words are met. */
export interface Names {
  readonly words: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly inTreebanks: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Labels of names and of phrases. */
  readonly names: readonly string[];
  readonly phrases: readonly string[];
}

/** After a word's rows: its counts in the treebanks and in all texts, tag, Penn tag, head, relation, name, phrase, treebank. */
const FACTS = 9;
/** The longest distance that the network is trained on. */
const FARTHEST = 600;

/** Writes facts.json, what the training in Python must know of the numbers. */
export function writeFacts(
  folder: string,
  { words, vocabulary, tags, relations, names, phrases }: Names,
): void {
  const penn = pennTags(tags);
  const facts = {
    rowsPerWord: ROWS_PER_WORD,
    facts: FACTS,
    embeddingRows: words.length + SHARED_ROWS,
    firstHint: hintRow(vocabulary, 0),
    names: names.length,
    phrases: phrases.length,
    tags: tags.length,
    relations: relations.length,
    pennTags: penn.length,
    pennOfTag: tags.map((tag) => penn.indexOf(pennOf(tag))),
    distances: DISTANCES,
    farthest: FARTHEST,
    distanceOf: Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => distanceOf(at - FARTHEST)),
  };
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
}

/** Writes sentences as numbers: PATH.words, a row a word, and PATH.offsets, where each sentence begins. */
export function writeWords(path: string, sentences: readonly TrainingSentence[], names: Names): void {
  const size = ROWS_PER_WORD + FACTS;
  const total = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const out = new Int32Array(total * size);
  const offsets = new Int32Array(sentences.length + 1);
  const penn = new Map(pennTags(names.tags).map((tag, index) => [tag, index]));
  const tags = new Map(names.tags.map((tag, index) => [tag, index]));
  const relations = new Map(names.relations.map((relation, index) => [relation, index]));
  let word = 0;
  sentences.forEach((sentence, index) => {
    sentence.words.forEach((text, at) => {
      const place = word * size;
      const { lower } = wordForm(text);
      fillWordRows(text, names.vocabulary, out, place);
      const head = sentence.heads?.[at];
      out.set(
        [
          names.inTreebanks.get(lower) ?? 0,
          names.counts.get(lower) ?? 0,
          tags.get(sentence.tags?.[at] ?? '') ?? -1,
          penn.get(sentence.penn?.[at] ?? '') ?? -1,
          head === undefined ? -1 : head === 0 ? sentence.words.length : head - 1,
          relations.get(sentence.relations?.[at] ?? '') ?? -1,
          sentence.names?.[at] ?? -1,
          sentence.phrases?.[at] ?? -1,
          sentence.bank ?? -1,
        ],
        place + ROWS_PER_WORD,
      );
      word += 1;
    });
    offsets[index + 1] = word;
  });
  writeFileSync(`${path}.words`, out);
  writeFileSync(`${path}.offsets`, offsets);
}

function pennTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map(pennOf))].sort();
}

function pennOf(tag: string): string {
  return tag.slice(tag.indexOf('|') + 1);
}
