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

/** A sentence, and tags that some of its words must have. */
export interface Forced {
  readonly words: readonly string[];
  readonly forced: ReadonlyMap<number, string>;
}

/** What a headline is read with: a parser that weighs its trees and can be told tags, and what is known of words. */
export interface HeadlineReader extends SyntaxNames {
  readonly weigh: (sentences: readonly Forced[]) => readonly Weighed[];
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
  const candidates = guesses
    .filter((guess) => only !== undefined || !isIdle(guess, headline, reader.known))
    .map((guess) => ({ guess, expansion: expandHeadline(words, headline.tags, guess, reader.known) }));
  const weighed = reader.weigh(
    candidates.map(({ expansion }) => ({
      words: expansion.words,
      forced: withNames(expansion, headline.names),
    })),
  );
  return candidates.flatMap(({ guess, expansion }, at) => {
    const tree = weighed[at]!;
    const analysis = mapBack(words.length, tree, expansion, guess.at, reader);
    const isRoot = guess.at < 0 || analysis.heads[guess.at] === -1;
    // "To be returned" hangs on "returned"; any other guess that the parser does not follow is wrong.
    if (!isRoot && guess.tag !== 'AUX|VB' && only === undefined) return [];
    const reading = { guess, expansion, weighed: tree, analysis };
    return [{ ...reading, evidence: evidenceOf(reading, headline, reader, reader.known) }];
  });
}

/** Below this a tag is as good as ruled out. **Units** natural logarithm. */
const HOPELESS = -5;

/** A verb that nobody takes for one: not worth a tree. */
function isIdle(
  { kind, at, tag }: Guess,
  { words, tagLog, headLog }: PlainHeadline,
  known: HeadlineWords,
): boolean {
  if (kind !== 'finite' && kind !== 'passive') return false;
  const isHopeless = tagLog(at, tag) < HOPELESS;
  return isHopeless && (!known.isVerb(words[at]!) || headLog(at, -1) < HOPELESS);
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
  const first = weigh([{ words: whole, forced: NOTHING }])[0]!;
  // "Togo, Benin sign": what is known for a name is one, even where the network has never met it.
  const isMissed = (at: number) => known.isName(words[at]!) && !NOMINAL.test(tagNames[first.tags[at]!]!);
  const names = new Set([...words.keys()].filter(isMissed));
  const { tags, tagLog, headLog } =
    names.size === 0
      ? first
      : weigh([{ words: whole, forced: new Map([...names].map((at) => [at, NAME])) }])[0]!;
  return {
    words,
    names,
    tags: Array.from(tags.subarray(0, words.length), (tag) => tagNames[tag]!),
    tagLog: (at, tag) => tagLog(at, tagNames.indexOf(tag)),
    headLog,
  };
}
