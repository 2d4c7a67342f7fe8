import type { Sentence, SentenceKind } from '../../document/document.js';
import { classAt, DIGIT, isLower, isUpper } from './characters.js';
import type { Segment } from './find-layout.js';
import type { TokenOffsets } from './find-tokens.js';
import { asListed } from './read-word.js';
import { isSaid, isStarter } from './sentence-words.js';
import type { WordLists } from './word-lists.js';

/** **Units** tokens. Longer sentences are cut, so that what comes after is linear in the text. */
export const LONGEST_SENTENCE = 400;

/**
 * Cuts the tokens of each segment into sentences.
 *
 * **Shape** every token is in exactly one sentence; a sentence has at least one token and never leaves its segment.
 * A headline, byline or dateline is one sentence, unless it is too long for any.
 */
export function splitSentences(
  text: string,
  offsets: TokenOffsets,
  segments: readonly Segment[],
  lists: WordLists,
): Sentence[] {
  const sentences: Sentence[] = [];
  const page: Page = { text, ...offsets, lists };
  const add = (from: number, to: number, kind: SentenceKind, paragraph: number) => {
    for (let at = from; at < to; ) {
      const end = to - at > LONGEST_SENTENCE ? cutPoint(page, at) : to;
      sentences.push({
        index: sentences.length,
        start: page.starts[at]!,
        end: page.ends[end - 1]!,
        from: at,
        to: end,
        paragraph,
        kind,
      });
      at = end;
    }
  };
  let from = 0;
  for (const segment of segments) {
    let to = from;
    while (to < page.starts.length && page.starts[to]! < segment.end) to += 1;
    if (segment.kind === 'body' || segment.kind === 'item') {
      for (const [start, end] of parts(page, from, to)) add(start, end, segment.kind, segment.paragraph);
    } else {
      add(from, to, segment.kind, segment.paragraph);
    }
    from = to;
  }
  return sentences;
}

interface Page extends TokenOffsets {
  readonly text: string;
  readonly lists: WordLists;
}

function* parts(page: Page, from: number, to: number): Generator<readonly [number, number]> {
  let start = from;
  let straight = 0;
  for (let at = from; at < to; at++) {
    const code = page.text.charCodeAt(page.starts[at]!);
    if (code === 0x22) straight += 1;
    if (!isTerminal(page, at, code) || isListNumber(page, from, at)) continue;
    let next = at + 1;
    while (next < to && closes(page, next, straight % 2 === 1)) {
      if (page.text.charCodeAt(page.starts[next]!) === 0x22) straight += 1;
      next += 1;
    }
    next = afterFootnotes(page, next, to);
    if (next < to && ends(page, at, next, to)) {
      yield [start, next];
      start = next;
    }
    at = next - 1;
  }
  if (start < to) yield [start, to];
}

/** A full stop, a row of stops, question or exclamation marks, or an abbreviation's own stop. */
function isTerminal(page: Page, at: number, code: number): boolean {
  if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || code === 0x3002) {
    return classAt(page.text, page.ends[at]! - 1) !== DIGIT;
  }
  const length = page.ends[at]! - page.starts[at]!;
  if (code === 0x5b) return length === 5;
  return length > 1 && page.text.charCodeAt(page.ends[at]! - 1) === 0x2e;
}

/** "1." or "1" "." at the head of an entry. */
function isListNumber(page: Page, from: number, at: number): boolean {
  if (at !== from + 1 || page.starts[at] !== page.ends[from]) return false;
  return page.ends[from]! - page.starts[from]! <= 2 && classAt(page.text, page.starts[from]!) === DIGIT;
}

/** Whether a token closes what the sentence before it had opened. */
function closes(page: Page, at: number, straightOpen: boolean): boolean {
  const start = page.starts[at]!;
  const attached = start === page.ends[at - 1];
  const free = page.starts[at + 1] !== page.ends[at];
  switch (page.text.charCodeAt(start)) {
    case 0x29:
    case 0x5d:
    case 0x201d:
    case 0xbb:
      return attached || free;
    case 0x2019:
      return attached;
    case 0x27:
      return attached && (free || page.text.charCodeAt(start + 1) === 0x22);
    case 0x22:
      return attached ? free || straightOpen : free && straightOpen;
    case 0x201c:
      return attached && free;
    default:
      return false;
  }
}

/** "[17]" behind a sentence belongs to it. */
function afterFootnotes(page: Page, from: number, to: number): number {
  let next = from;
  while (
    next + 2 < to &&
    page.text[page.starts[next]!] === '[' &&
    page.text[page.starts[next + 2]!] === ']'
  ) {
    if (classAt(page.text, page.starts[next + 1]!) !== DIGIT) break;
    next += 3;
  }
  return next;
}

/** Whether a sentence ends with the terminal at `at` and what it closed, `next` being the token after those. */
function ends(page: Page, at: number, next: number, to: number): boolean {
  const { text, starts } = page;
  let first = next;
  // What stands behind opening marks says whether something new begins.
  while (first < to && first < next + 3 && isOpening(text.charCodeAt(starts[first]!))) first += 1;
  if (first >= to) return first > next;
  const code = text.charCodeAt(starts[first]!);
  if (isLower(code)) return false;
  const isWord = isUpper(code) || classAt(text, starts[first]!) === DIGIT;
  if (!isWord && isContinuing(code) && first === next) return false;
  const terminal = text.charCodeAt(starts[at]!);
  if (next > at + 1 && isSaidBy(page, next, to, terminal === 0x2e)) return false;
  if (terminal === 0x5b) return isStarter(wordAt(page, first));
  if (
    terminal === 0x21 ||
    terminal === 0x3f ||
    terminal === 0x2e ||
    terminal === 0x2026 ||
    terminal === 0x3002
  )
    return true;
  return endsAfterAbbreviation(page, at, first, next > at + 1);
}

function isOpening(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x60 ||
    code === 0xab ||
    code === 0x2018 ||
    code === 0x201c ||
    code === 0x201e
  );
}

/** Marks with which a sentence goes on, never begins. */
function isContinuing(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x25 ||
    code === 0x2f
  );
}

/** As much of a token as any word list holds. */
function wordAt(page: Page, at: number): string {
  const start = page.starts[at]!;
  return page.text.slice(start, Math.min(page.ends[at]!, start + 12));
}

/** `"Why?" Jane Doe asked.` is one sentence; behind a full stop only where nothing more comes. */
function isSaidBy(page: Page, next: number, to: number, stopped: boolean): boolean {
  for (let at = next; at < Math.min(to, next + 5); at++) {
    const word = wordAt(page, at);
    if (isSaid(word)) return at > next && !(stopped && at + 1 < to && wordAt(page, at + 1) !== '.');
    if (!/^\p{Lu}|^(?:the|of|de|al|bin)$/u.test(word)) return false;
  }
  return false;
}

function endsAfterAbbreviation(page: Page, at: number, first: number, closed: boolean): boolean {
  const { text, starts, ends: stops, lists } = page;
  const form = text.slice(starts[at]!, stops[at]! - 1);
  const kind = lists.abbreviations.get(asListed(form));
  if (kind === 'title' || kind === 'number' || /^\d/u.test(form)) return false;
  if (kind === undefined && form.length === 1) return closed;
  // A name in quotes may follow "U.S.", hardly an hour.
  if (closed || (/^[ap]\.m$/iu.test(form) && isOpening(text.charCodeAt(starts[first - 1]!)))) return true;
  const word = wordAt(page, first);
  return isStarter(word) && !(word === 'A' && stops[first] !== starts[first]! + 1);
}

/** Where to cut a sentence that is too long: after the last clause mark in its second half, else at the limit. */
function cutPoint(page: Page, from: number): number {
  const limit = from + LONGEST_SENTENCE;
  for (const marks of [';:', ',–—']) {
    for (let at = limit - 1; at > from + LONGEST_SENTENCE / 2; at--) {
      if (marks.includes(page.text[page.starts[at]!]!)) return at + 1;
    }
  }
  return limit;
}
