import { SAYING } from '../speech-verbs.js';
import { lemmatise } from '../tagging/lemmatise.js';
import type { Guess } from './expand-headline.js';

/**
 * A headline that ends with who says so ("Talks fail, envoy says"; "'Enough', says mayor").
 *
 * **Shape** `front` and `tail` are places in the headline, the tail in the order of a sentence, its verb at
 * `verb.at`. Places in neither are punctuation.
 */
export interface SpokenHeadline {
  readonly front: readonly number[];
  readonly tail: readonly number[];
  readonly verb: Guess;
}

/** Beside verbs of saying: how else headlines say where they have it from. */
const SHOWING = new Set(
  'allege believe boast caution claim complain estimate fear find hear hint hope indicate learn plead pledge predict promise reveal rule show signal suggest teach testify think vow'.split(
    ' ',
  ),
);

const QUOTE = /^(?:['"‘’“”]|''|``)$/;
const PUNCTUATION = /^[\p{P}`]+$/u;
const LONGEST_TAIL = 7;

export function findSpeaker(words: readonly string[]): SpokenHeadline | null {
  let end = words.length;
  while (end > 0 && /^[.!]$/.test(words[end - 1]!)) end -= 1;
  let start = end;
  while (
    start > 0 &&
    end - start <= LONGEST_TAIL &&
    !/^[,–—]$/.test(words[start - 1]!) &&
    !QUOTE.test(words[start - 1]!)
  )
    start -= 1;
  if (start < 2 || end - start < 2 || end - start > LONGEST_TAIL) return null;
  const isQuoted = QUOTE.test(words[start - 1]!);
  const isComma = words[start - 1] === ',' || words[start - 2] === ',';
  if (isQuoted && !QUOTE.test(words[0]!)) return null;
  const front = [...words.keys()].slice(0, start).filter((at) => !isEdge(words, at, start));
  if (front.length === 0) return null;
  const places = [...words.keys()].slice(start, end);
  const first = verbOf(words[start]!);
  if (first !== null && (isQuoted || isComma)) {
    return { front, tail: [...places.slice(1), start], verb: { ...first, at: places.length - 1 } };
  }
  const last = verbOf(words[end - 1]!);
  if (last !== null) return { front, tail: places, verb: { ...last, at: places.length - 1 } };
  if (!isQuoted || !isComma) return null;
  const inner = places.findIndex((at) => at > start && verbOf(words[at]!) !== null);
  return inner < 0 ? null : { front, tail: places, verb: { ...verbOf(words[places[inner]!]!)!, at: inner } };
}

/** Marks at either end of the front. */
function isEdge(words: readonly string[], at: number, end: number): boolean {
  const isMark = (one: number) => PUNCTUATION.test(words[one]!);
  if (!isMark(at) || words[at] === '%') return false;
  const before = [...words.keys()].slice(0, at + 1).every(isMark);
  return before || [...words.keys()].slice(at, end).every(isMark);
}

function verbOf(word: string): Guess | null {
  if (!/^\p{Ll}+$/u.test(word)) return null;
  const ofTag = (tag: string) => lemmatise(word, 'VERB', tag);
  const saysSo = (lemma: string) => SAYING.has(lemma) || SHOWING.has(lemma);
  const isPast = ofTag('VBD') !== word;
  const tag = /[^s]s$/.test(word) ? 'VBZ' : isPast ? 'VBD' : 'VBP';
  if (!saysSo(ofTag(tag))) return null;
  if (/^(?:told|warned|taught)$/.test(word))
    return { kind: 'passive', at: -1, tag: 'VERB|VBN', alone: false };
  return { kind: 'finite', at: -1, tag: `VERB|${tag}`, alone: false };
}
