import { readFileSync } from 'node:fs';

/**
 * A sentence to learn from, with a tree or without. **Shape** parallel arrays; heads count from 1, 0 is the root.
 */
export interface TrainingSentence {
  readonly words: readonly string[];
  readonly lemmas?: readonly string[];
  /** Universal POS and Penn tag, joined by "|". */
  readonly tags?: readonly string[];
  /** Penn tags of a text without trees, null where nobody tagged the word. */
  readonly penn?: readonly (string | null)[];
  readonly heads?: readonly number[];
  readonly relations?: readonly string[];
  /** Labels of names, by number: see `LABELS` of label-names.ts; -1 where nobody knows. */
  readonly names?: readonly number[];
  /** Labels of phrases, by number, likewise. */
  readonly phrases?: readonly number[];
  /** The treebank that it comes from, in the order in which they are read; none where it is in disguise. */
  readonly bank?: number;
}

/** A sentence with a tree. */
export type Sentence = Required<Omit<TrainingSentence, 'penn' | 'bank' | 'names' | 'phrases'>> &
  Pick<TrainingSentence, 'bank' | 'names'>;

/** Reads the sentences of a CoNLL-U file, ranges and empty nodes left out. */
export function readTreebank(path: string, bank: number): Sentence[] {
  return readFileSync(path, 'utf8')
    .split('\n\n')
    .map((block) => readSentence(block, bank))
    .filter((sentence) => sentence.words.length > 0);
}

function readSentence(block: string, bank: number): Sentence {
  const rows = block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => /^\d+$/.test(fields[0] ?? ''));
  return {
    words: rows.map((fields) => fields[1]!),
    lemmas: rows.map((fields) => fields[2]!),
    tags: rows.map((fields) => `${fields[3]}|${fields[4]}`),
    heads: rows.map((fields) => Number(fields[6])),
    relations: rows.map((fields) => fields[7]!),
    bank,
  };
}

/**
 * Copies of some sentences as headlines and careless typing have them: no full stop, all capitals, every word
 * capitalised, or no capitals at all. The trees stay as they are.
 */
export function disguised(sentences: readonly Sentence[], share: number, next: () => number): Sentence[] {
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    if (next() >= share) continue;
    const kind = Math.floor(next() * 4);
    const { bank: _, ...named } = sentence;
    const bare = kind === 3 ? named : withoutStop(named);
    if (kind === 0) found.push(bare);
    else if (kind === 1) found.push(withWords(bare, (word) => word.toUpperCase()));
    else if (kind === 2) found.push(withWords(bare, (word) => word.charAt(0).toUpperCase() + word.slice(1)));
    else found.push(withWords(bare, (word) => word.toLowerCase()));
  }
  return found;
}

function withWords(sentence: Sentence, change: (word: string) => string): Sentence {
  return { ...sentence, words: sentence.words.map(change) };
}

function withoutStop(sentence: Sentence): Sentence {
  const last = sentence.words.length - 1;
  if (last < 1 || sentence.words[last] !== '.' || sentence.heads.includes(last + 1)) return sentence;
  return {
    ...(sentence.names === undefined ? {} : { names: sentence.names.slice(0, last) }),
    words: sentence.words.slice(0, last),
    lemmas: sentence.lemmas.slice(0, last),
    tags: sentence.tags.slice(0, last),
    heads: sentence.heads.slice(0, last),
    relations: sentence.relations.slice(0, last),
  };
}
