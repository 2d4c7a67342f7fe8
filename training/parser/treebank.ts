import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../src/package-root.js';

/** One sentence of a treebank. **Shape** parallel arrays; heads count from 1, 0 is the root. */
export interface Sentence {
  readonly words: readonly string[];
  /** Universal POS and Penn tag, joined by "|". */
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** Reads the sentences of CoNLL-U files, ranges and empty nodes left out. */
export function readTreebanks(paths: readonly string[]): Sentence[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n\n')
      .map(readSentence)
      .filter((sentence) => sentence.words.length > 0),
  );
}

function readSentence(block: string): Sentence {
  const rows = block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => /^\d+$/.test(fields[0] ?? ''));
  return {
    words: rows.map((fields) => fields[1]!),
    tags: rows.map((fields) => `${fields[3]}|${fields[4]}`),
    heads: rows.map((fields) => Number(fields[6])),
    relations: rows.map((fields) => fields[7]!),
  };
}

/** Numbers from 0 to 1, the same for the same seed. **Source** mulberry32 (T. Ettinger, public domain). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The order of a list anew, by a seed. */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
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
    const bare = kind === 3 ? sentence : withoutStop(sentence);
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
    words: sentence.words.slice(0, last),
    tags: sentence.tags.slice(0, last),
    heads: sentence.heads.slice(0, last),
    relations: sentence.relations.slice(0, last),
  };
}

/**
 * How often words stand with each Penn tag in the files of a folder, written as `word_TAG`. Only words in lower case:
 * those are what a tagger trained on treebanks meets as unknown, and their tags there are the surest.
 */
export function countTaggedWords(folder: string): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name === 'categories.txt') continue;
    for (const [, word, tag] of readFileSync(join(file.parentPath, file.name), 'utf8').matchAll(TAGGED)) {
      const tags = counts.get(word!) ?? new Map<string, number>();
      counts.set(word!, tags.set(tag!, (tags.get(tag!) ?? 0) + 1));
    }
  }
  return counts;
}

const TAGGED = /(?<!\S)([a-z]{3,})_([A-Z]{2,3}\$?)(?!\S)/g;

/**
 * Past forms of irregular verbs, from our own list: "froze" has one tag, "sunk" may have two. A participle cannot be
 * told from a past by its form, but for those that end in "-n".
 */
export function irregularPasts(): Map<string, Map<string, number>> {
  const rows = readFileSync(packagePath('data', 'language', 'lemma-exceptions.csv'), 'utf8').split('\n');
  const verbs = rows.map((row) => row.split(',')).filter(([, kind]) => kind === 'verb');
  return new Map(
    verbs
      .filter(([form]) => form !== undefined && /^[a-z]+$/.test(form) && !/(s|ing)$/.test(form))
      .map(([form]): [string, Map<string, number>] => [
        form!,
        new Map(
          form!.endsWith('n')
            ? [['VBN', 2]]
            : [
                ['VBD', 2],
                ['VBN', 2],
              ],
        ),
      ]),
  );
}
