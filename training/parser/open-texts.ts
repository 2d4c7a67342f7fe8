import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asReport } from '../../evaluation/as-report.js';
import { tokenise } from '../../src/language/index.js';
import type { TrainingSentence } from './treebank.js';

/** The sentences of every text below some files and folders: `.txt`, JSON lines with a `text`, or `word_TAG` files. */
export function readOpenTexts(paths: readonly string[]): TrainingSentence[] {
  return paths.flatMap(filesBelow).flatMap((file) => {
    const content = readFileSync(file, 'utf8');
    if (file.endsWith('.jsonl')) {
      return content
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line) => sentencesOf((JSON.parse(line) as { text: string }).text));
    }
    if (!file.endsWith('.txt') || file.endsWith('categories.txt')) return [];
    return isTagged(content) ? content.split('\n').flatMap(taggedSentences) : sentencesOf(content);
  });
}

function filesBelow(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isTagged(content: string): boolean {
  const items = content.slice(0, 2000).split(/\s+/).slice(0, 40);
  return items.filter((item) => /_\S+$/.test(item)).length > items.length / 2;
}

/** A line of words with tags; words that our tokens cut otherwise lose their tags. */
function taggedSentences(line: string): TrainingSentence[] {
  const items = line
    .trim()
    .split(/\s+/)
    .map((item) => /^(.+)_([^_]+)$/.exec(item));
  const starts = new Map<number, readonly [number, string]>();
  let text = '';
  for (const item of items) {
    if (item === null) continue;
    const [, word, tag] = item;
    starts.set(text.length, [text.length + word!.length, tag!]);
    text += `${word} `;
  }
  return sentencesOf(text, (start, end) => {
    const found = starts.get(start);
    return found !== undefined && found[0] === end ? found[1] : null;
  });
}

function sentencesOf(
  text: string,
  tagOf: (start: number, end: number) => string | null = () => null,
): TrainingSentence[] {
  const { tokens, sentences } = tokenise.run({ report: asReport(text) }, undefined);
  return sentences.map(({ from, to }) => {
    const inside = tokens.slice(from, to);
    return {
      words: inside.map((token) => token.text),
      penn: inside.map(({ start, end }) => tagOf(start, end)),
    };
  });
}
