import type { Weighed, WordTree } from '../parsing/parse-words.js';
import { type Expansion, type Guess, nounsBeside } from './expand-headline.js';
import type { HeadlineWords } from './known-words.js';

/** A headline's words with what a parser that knows nothing of headlines takes them for. */
export interface PlainHeadline {
  readonly words: readonly string[];
  /** Places of known names that it takes for something else. */
  readonly names: ReadonlySet<number>;
  readonly tags: readonly string[];
  /** How sure that parser is of a tag. **Units** natural logarithm of its share. */
  readonly tagLog: (at: number, tag: string) => number;
  /** How sure it is of a head for a word, -1 for the root. **Units** as for tags. */
  readonly headLog: (at: number, head: number) => number;
}

/** One way to read a headline. */
export interface HeadlineReading {
  readonly guess: Guess;
  readonly expansion: Expansion;
  /** The expansion's tree, weighed. */
  readonly weighed: Weighed;
  /** The headline's own tree. */
  readonly analysis: WordTree;
}

/** Names of the numbers in an analysis. */
export interface SyntaxNames {
  readonly tagNames: readonly string[];
  readonly relationNames: readonly string[];
}

/**
 * What speaks for a reading, and how much of it there is.
 *
 * **Units** `tags`, `tree`, `verbTag` and `nounTags` are sums of natural logarithms of shares; the others are counts.
 */
export interface Evidence {
  /** How well the words go with their tags in the expansion. */
  readonly tags: number;
  /** How sure the parser is of the expansion's tree. */
  readonly tree: number;
  /** What the plain parser makes of the verb as a verb, and of forced nouns as nouns. */
  readonly verbTag: number;
  readonly nounTags: number;
  /** What it makes of the arcs, as the headline stands. */
  readonly arcs: number;
  /** "Police arrests", "The court rule". A name with a plural verb ("Ghana reach") is half as wrong. */
  readonly disagrees: number;
  readonly halfDisagrees: number;
  readonly noSubject: number;
  /** "Deadly will clash": what would be the subject is taken for no noun. */
  readonly oddSubject: number;
  /** "EU to lift will sanction": a "to" that no verb stands before is left behind. */
  readonly futureBefore: number;
  /** The verb is no verb that we know of, or one that headlines use, always or among other things. */
  readonly unknownVerb: number;
  readonly headlineVerb: number;
  readonly headlineEither: number;
  /** The parser found the root by itself, and it is a verb with a subject. */
  readonly noGuess: number;
  readonly verbal: number;
  readonly finite: number;
  readonly plain: number;
  /** Verbs that are left beside the root with no clause of their own. */
  readonly verbsLeft: number;
  /** Words before the root that could be verbs: any in "-s" after a single noun, and what is a verb in headlines. */
  readonly thirdPersonsBefore: number;
  readonly headlineVerbsBefore: number;
  readonly headlineVerbsAfter: number;
  readonly commaBefore: number;
  readonly prepositionsBefore: number;
}

/** Fitted by training/headlines/fit.ts to the headlines in `evaluation/headlines`, those for testing left out. */
export const WEIGHTS: Evidence = {
  tags: 0.69,
  tree: 0.57,
  verbTag: 0.16,
  nounTags: 0.03,
  arcs: 0.04,
  disagrees: -1.66,
  halfDisagrees: -1.23,
  noSubject: -1.78,
  oddSubject: -0.89,
  futureBefore: -1.32,
  unknownVerb: -2.14,
  headlineVerb: 1.45,
  headlineEither: 0.78,
  noGuess: -1.27,
  verbal: 0.77,
  finite: -1.18,
  plain: 1.16,
  verbsLeft: -1.87,
  thirdPersonsBefore: -0.84,
  headlineVerbsBefore: -1.5,
  headlineVerbsAfter: -1.64,
  commaBefore: -1.79,
  prepositionsBefore: -1.24,
};
const KINDS = Object.keys(WEIGHTS) as (keyof Evidence)[];

/** How good a reading is; only to be compared with others of the same headline. */
export function weighReading(evidence: Evidence): number {
  return KINDS.reduce((sum, kind) => sum + evidence[kind] * WEIGHTS[kind], 0);
}

/** What a tag that nobody expects costs at most. */
const LEAST_LOG = -8;

export function evidenceOf(
  reading: HeadlineReading,
  headline: PlainHeadline,
  names: SyntaxNames,
  known: HeadlineWords,
): Evidence {
  const { guess, expansion, weighed, analysis } = reading;
  const { kind, at } = guess;
  const { words, tags } = headline;
  const root = analysis.heads.indexOf(-1);
  const rootTag = guess.tag || names.tagNames[analysis.tags[root]!]!;
  const concord = concordOf(words, analysis, root, rootTag, names);
  const isVerb = at < 0 ? rootTag.startsWith('VERB') : kind === 'finite' || kind === 'passive';
  const verbKind = isVerb ? known.verbKind(words[root]!) : null;
  const logOf = (place: number, tag: string) => Math.max(LEAST_LOG, headline.tagLog(place, tag));
  let ownTags = 0;
  let nounTags = 0;
  for (const [place, origin] of expansion.origins.entries()) {
    if (origin < 0) continue;
    ownTags += weighed.tagLogs[place]!;
    const forced = expansion.forced.get(place);
    if (forced?.startsWith('NOUN')) nounTags += logOf(origin, forced);
  }
  return {
    tags: ownTags,
    tree: weighed.treeLog,
    verbTag: at < 0 || kind === 'predicate' || kind === 'future' ? 0 : logOf(at, guess.tag),
    nounTags,
    arcs: analysis.heads.reduce(
      (sum, head, one) => sum + Math.max(LEAST_LOG, headline.headLog(one, head)),
      0,
    ),
    disagrees: Number(concord === 'wrong'),
    halfDisagrees: Number(concord === 'odd'),
    noSubject: Number(concord === 'no subject'),
    oddSubject: Number(isVerb && isOddSubject(analysis, root, tags, names)),
    futureBefore: Number(words.some((word, one) => word === 'to' && one > 0 && one + 1 < root)),
    unknownVerb: Number(at >= 0 && kind !== 'predicate' && !known.isVerb(words[at]!)),
    headlineVerb: Number(verbKind === 'verb'),
    headlineEither: Number(verbKind === 'either'),
    noGuess: Number(at < 0),
    verbal: Number(at < 0 && /^(?:VERB|AUX)/.test(rootTag) && concord !== 'no subject'),
    finite: Number(kind === 'finite'),
    plain: Number(guess.tag === 'VERB|VBP'),
    verbsLeft: guess.alone ? 0 : nounsBeside(tags, at).size,
    thirdPersonsBefore: thirdPersonsIn(words, tags, at < 0 ? words.length : at, known),
    headlineVerbsBefore: headlineVerbsIn(words, tags, 1, root, known),
    headlineVerbsAfter: headlineVerbsIn(words, tags, root + 1, words.length, known),
    commaBefore: Number(words[root - 1] === ','),
    prepositionsBefore: words.filter(
      (word, one) => one > 0 && one < at && tags[one]!.startsWith('ADP') && word !== 'of',
    ).length,
  };
}

function isOddSubject(
  { heads, relations }: WordTree,
  root: number,
  tags: readonly string[],
  { relationNames }: SyntaxNames,
): boolean {
  return heads.some(
    (head, at) =>
      head === root &&
      relationNames[relations[at]!]!.startsWith('nsubj') &&
      /^(?:ADJ|ADV|ADP|VERB)/.test(tags[at]!),
  );
}

/** Single in form, plural in sense. */
const COLLECTIVE = /^(?:police|people|staff|crew|military|opposition)$/i;

function concordOf(
  words: readonly string[],
  { heads, relations, tags }: WordTree,
  root: number,
  rootTag: string,
  { relationNames, tagNames }: SyntaxNames,
): 'right' | 'odd' | 'wrong' | 'no subject' {
  const relationOf = (at: number) => relationNames[relations[at]!]!;
  const subject = heads.findIndex((head, at) => head === root && relationOf(at).startsWith('nsubj'));
  if (subject < 0 || subject > root) return 'no subject';
  const noun = tagNames[tags[subject]!]!;
  const isJoined = heads.some((head, at) => head === subject && relationOf(at) === 'conj');
  if (rootTag === 'VERB|VBZ') return isJoined || noun.endsWith('NNS') ? 'wrong' : 'right';
  if (!/^VERB\|VBP?$/.test(rootTag) || isJoined) return 'right';
  if (noun.endsWith('|NN')) return COLLECTIVE.test(words[subject]!) ? 'right' : 'wrong';
  return noun.endsWith('NNP') ? 'odd' : 'right';
}

function thirdPersonsIn(
  words: readonly string[],
  tags: readonly string[],
  end: number,
  known: HeadlineWords,
): number {
  let count = 0;
  for (let at = 1; at < end; at++) {
    const word = words[at]!;
    if (/^\p{Ll}+[^s]s$/u.test(word) && /\|NNP?$/.test(tags[at - 1]!) && known.isVerb(word)) count += 1;
  }
  return count;
}

const OPENS = /^(?:SCONJ|CCONJ|AUX|PUNCT)\||\|(?:W\w+\$?|TO|PRP|EX|MD)$/;

/** Those after the root stop counting where another clause may begin; past forms may well stand with a noun. */
function headlineVerbsIn(
  words: readonly string[],
  tags: readonly string[],
  from: number,
  to: number,
  known: HeadlineWords,
): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const [word, tag] = [words[at]!, tags[at]!];
    if (OPENS.test(tag) || word === 'as' || word === 'after') {
      if (from > 1) break;
    } else if (/^\p{Ll}+$/u.test(word) && words[at - 1] !== 'to' && !/(?:ed|ing)$/.test(word)) {
      if (!/^(?:ADP|ADV)|VBN$/.test(tag) && known.verbKind(word) === 'verb') count += 1;
    }
  }
  return count;
}
