import type { WordTree } from '../parsing/parse-words.js';
import { findSpeaker } from './find-speaker.js';
import { type HeadlineReader, readClause } from './read-clause.js';
import { toSentenceCase } from './sentence-case.js';

/**
 * Tags and parses a headline: each part of it by itself, in the reading that makes the best sentence once the words
 * that headlines leave out are put back.
 *
 * **Shape** parallel to `words`. What stands before a colon is the root, what is said hangs on who says it.
 */
export function readHeadline(words: readonly string[], reader: HeadlineReader): WordTree {
  const result: WordTree = {
    tags: new Int32Array(words.length),
    heads: new Int32Array(words.length).fill(-1),
    relations: new Int32Array(words.length),
  };
  const cased = toSentenceCase(words, reader.known);
  let root = -1;
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !(PARTING.test(words[at]!) && at > from && at + 1 < words.length)) continue;
    const places = Array.from({ length: at - from }, (_, step) => from + step);
    const top = readPart(cased, places, reader, result);
    if (root < 0) root = top;
    else attach(result, top, root, reader.relationNames.indexOf('parataxis'));
    if (from > 0) attachMark(cased, from - 1, top, reader, result);
    from = at + 1;
  }
  return result;
}

const PARTING = /^[:;–—]$/;

/** Reads a part into `result`. **Shape** answers with its root. */
function readPart(
  words: readonly string[],
  places: readonly number[],
  reader: HeadlineReader,
  result: WordTree,
): number {
  const part = places.map((at) => words[at]!);
  const spoken = findSpeaker(part);
  if (spoken === null) return place(readClause(part, reader), places, result);
  const front = spoken.front.map((at) => places[at]!);
  const tail = spoken.tail.map((at) => places[at]!);
  const said = place(readClause(textOf(words, front), reader), front, result);
  const top = place(readClause(textOf(words, tail), reader, spoken.verb), tail, result);
  attach(result, said, top, reader.relationNames.indexOf('ccomp'));
  const read = new Set([...front, ...tail]);
  for (const at of places)
    if (!read.has(at)) attachMark(words, at, at < tail[0]! ? said : top, reader, result);
  return top;
}

function textOf(words: readonly string[], places: readonly number[]): string[] {
  return places.map((at) => words[at]!);
}

function place({ tags, heads, relations }: WordTree, places: readonly number[], result: WordTree): number {
  let root = places[0]!;
  places.forEach((to, at) => {
    const head = heads[at]!;
    if (head < 0) root = to;
    result.tags[to] = tags[at]!;
    result.heads[to] = head < 0 ? -1 : places[head]!;
    result.relations[to] = relations[at]!;
  });
  return root;
}

function attach({ heads, relations }: WordTree, at: number, head: number, relation: number): void {
  heads[at] = head;
  relations[at] = relation;
}

const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  '.': '.',
  '!': '.',
  '?': '.',
  '“': '``',
  '‘': '``',
  '``': '``',
};

function attachMark(
  words: readonly string[],
  at: number,
  head: number,
  { tagNames, relationNames }: HeadlineReader,
  result: WordTree,
): void {
  const word = words[at]!;
  const isOpening = /^['"]$/.test(word) && at === 0;
  const penn = isOpening ? '``' : /^['"’”]+$/.test(word) ? "''" : (MARKS[word] ?? ':');
  result.tags[at] = Math.max(0, tagNames.indexOf(`PUNCT|${penn}`));
  attach(result, at, head, relationNames.indexOf('punct'));
}
