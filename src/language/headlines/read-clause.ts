import type { Weighed, WordTree } from '../parsing/parse-words.js';
import { expandHeadline, type Guess, NO_GUESS } from './expand-headline.js';
import { guessVerbs } from './guess-verbs.js';
import type { HeadlineWords } from './known-words.js';
import { mapBack } from './map-back.js';
import {
  type Evidence,
  evidenceOf,
  type HeadlineReading,
  type PlainHeadline,
  type SyntaxNames,
  weighReading,
} from './weigh-reading.js';

/** What a headline is read with: a parser that weighs its trees and can be told tags, and what is known of words. */
export interface HeadlineReader extends SyntaxNames {
  readonly weigh: (words: readonly string[], forced: ReadonlyMap<number, string>) => Weighed;
  readonly known: HeadlineWords;
}

const NOTHING: ReadonlyMap<number, string> = new Map();

/** Reads a headline, or a part of one, that is a single clause. Where the verb is known, `only` names it. */
export function readClause(words: readonly string[], reader: HeadlineReader, only?: Guess): WordTree {
  const readings = readingsOf(words, reader, only);
  let best = readings[0]!;
  for (const one of readings) if (weighReading(one.evidence) > weighReading(best.evidence)) best = one;
  return best.analysis;
}

/** Every way to read a clause, with what speaks for it. **Shape** never empty. */
export function readingsOf(
  words: readonly string[],
  reader: HeadlineReader,
  only?: Guess,
): (HeadlineReading & { readonly evidence: Evidence })[] {
  const headline = readPlainly(words, reader);
  const isQuestion = words.at(-1)?.endsWith('?') ?? false;
  const guesses = only ? [only] : isQuestion ? [NO_GUESS] : guessVerbs(words, headline.tags, reader.known);
  return guesses.flatMap((guess) => {
    if (only === undefined && isIdle(guess, headline, reader.known)) return [];
    const expansion = expandHeadline(words, headline.tags, guess, reader.known);
    const weighed = reader.weigh(expansion.words, expansion.forced);
    const analysis = mapBack(words.length, weighed, expansion, guess.at, reader);
    const isRoot = guess.at < 0 || analysis.heads[guess.at] === -1;
    // "To be returned" hangs on "returned"; any other guess that the parser does not follow is wrong.
    if (!isRoot && guess.tag !== 'AUX|VB' && only === undefined) return [];
    const reading = { guess, expansion, weighed, analysis };
    return [{ ...reading, evidence: evidenceOf(reading, headline, reader, reader.known) }];
  });
}

/** Below this a tag is as good as ruled out. **Units** natural logarithm. */
const HOPELESS = -5;

/** A verb that nobody takes for one: not worth a tree. */
function isIdle({ kind, at, tag }: Guess, { words, tagLog }: PlainHeadline, known: HeadlineWords): boolean {
  if (kind !== 'finite' && kind !== 'passive') return false;
  return !known.isVerb(words[at]!) && tagLog(at, tag) < HOPELESS;
}

function readPlainly(words: readonly string[], { weigh, tagNames }: HeadlineReader): PlainHeadline {
  const stop = /[.?!]$/.test(words.at(-1) ?? '') ? [] : ['.'];
  const { tags, tagLog, headLog } = weigh([...words, ...stop], NOTHING);
  return {
    words,
    tags: Array.from(tags.subarray(0, words.length), (tag) => tagNames[tag]!),
    tagLog: (at, tag) => tagLog(at, tagNames.indexOf(tag)),
    headLog,
  };
}
