import type { Weighed, WordTree } from '../parsing/parse-words.js';
import { type Expansion, expandHeadline, type Guess, NO_GUESS } from './expand-headline.js';
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

const NOMINAL = /^(?:PROPN|NOUN|ADJ)/;
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
    const weighed = reader.weigh(expansion.words, withNames(expansion, headline.names));
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

const NAME = 'PROPN|NNP';

/** The tags to force, those of names that the parser misses among them. */
function withNames({ forced, origins }: Expansion, names: ReadonlySet<number>): ReadonlyMap<number, string> {
  if (names.size === 0) return forced;
  const all = new Map(forced);
  for (const [place, origin] of origins.entries()) {
    if (names.has(origin) && !all.has(place)) all.set(place, NAME);
  }
  return all;
}

function readPlainly(words: readonly string[], { weigh, tagNames, known }: HeadlineReader): PlainHeadline {
  const stop = /[.?!]$/.test(words.at(-1) ?? '') ? [] : ['.'];
  const whole = [...words, ...stop];
  const first = weigh(whole, NOTHING);
  // "Togo, Benin sign": what is known for a name is one, even where the network has never met it.
  const isMissed = (at: number) => known.isName(words[at]!) && !NOMINAL.test(tagNames[first.tags[at]!]!);
  const names = new Set([...words.keys()].filter(isMissed));
  const { tags, tagLog, headLog } =
    names.size === 0 ? first : weigh(whole, new Map([...names].map((at) => [at, NAME])));
  return {
    words,
    names,
    tags: Array.from(tags.subarray(0, words.length), (tag) => tagNames[tag]!),
    tagLog: (at, tag) => tagLog(at, tagNames.indexOf(tag)),
    headLog,
  };
}
