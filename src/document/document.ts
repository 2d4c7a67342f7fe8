import type { Report } from './report.js';
import type { Range, TokenRange } from './span.js';

/**
 * What every stage of `language` shares. A document grows one layer a stage, never changes one, and can always be
 * rebuilt into its text: the gaps between tokens hold nothing but white space.
 *
 * **Units** character offsets are UTF-16 units into `report.text`; token indices count through the whole document.
 * Both are half-open.
 */
export interface Sourced {
  readonly report: Report;
}

export interface Token extends Range {
  readonly index: number;
  readonly text: string;
  /** Index of the sentence that it stands in. */
  readonly sentence: number;
}

/** What a sentence is for: only `body`, `item` and `headline` tell of the world. */
export type SentenceKind = 'headline' | 'byline' | 'dateline' | 'item' | 'body';

export interface Sentence extends Range, TokenRange {
  readonly index: number;
  /** Counts from 0; a blank line, or a line break that ends a paragraph, begins the next. */
  readonly paragraph: number;
  readonly kind: SentenceKind;
}

/** A stretch between quotation marks. `start`/`end` include the marks, `inner` does not. */
export interface Quote extends Range, TokenRange {
  readonly index: number;
  readonly inner: Range;
  /** False where the closing mark is missing; such a quote ends with its paragraph. */
  readonly closed: boolean;
  /** 0 for an outer quote, 1 for one inside it. */
  readonly depth: number;
  /** Index of the quote that this one goes on from (a new paragraph of the same speech), else null. */
  readonly continues: number | null;
}

export interface Tokenised extends Sourced {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
}

export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Parallel to `tokens`: Universal POS, Penn tag, lemma (lower case but for proper nouns). */
export interface Tagged extends Tokenised {
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
}

/**
 * A dependency tree for each sentence, in Universal Dependencies' basic relations with English subtypes.
 *
 * **Shape** parallel to `tokens`. `heads` holds document token indices, -1 for a sentence's root. `children` are in
 * text order. A multiword name hangs on its first word (`flat`) or its last (`compound`), as UD has it.
 */
export interface Tree {
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
}

export interface Parsed extends Tagged {
  readonly tree: Tree;
}

/** In the order that models know them by. */
export const NAME_TYPES = [
  'person',
  'organisation',
  'place',
  'people',
  'facility',
  'weapon',
  'document',
  'event',
  'other',
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A name in the text; `head` is the token that the tree hangs the name on. */
export interface Name extends Range, TokenRange {
  readonly index: number;
  readonly text: string;
  readonly type: NameType;
  readonly head: number;
}

export type PhraseType = Extract<
  NameType,
  'person' | 'organisation' | 'place' | 'people' | 'weapon' | 'document'
>;

/** A phrase that names or describes somebody or something: "coalition forces", "Bashar al-Assad's forces". */
export interface Phrase extends Range, TokenRange {
  readonly index: number;
  readonly text: string;
  readonly type: PhraseType;
  readonly head: number;
}

/** None of the names overlap each other, nor do any of the phrases. */
export interface Named extends Parsed {
  readonly names: readonly Name[];
  /** Names within others: "Norway" in "National Library of Norway". */
  readonly innerNames: readonly Name[];
  readonly phrases: readonly Phrase[];
}

export type Precision = 'day' | 'week' | 'month' | 'year' | 'unknown';

/**
 * A stretch of the calendar. **Units** `YYYY-MM-DD`, both ends included; null when not known.
 * **Shape** `basis` says how it was found: `stated` (the text gives it whole), `published` (counted from the date of
 * publication), `context` (counted from another date in the text), `record` (an official record), `none`.
 */
export interface CalendarSpan {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
  readonly basis: 'stated' | 'published' | 'context' | 'record' | 'none';
}

/** A word or phrase that tells when. A `duration` ("48 hours") or `set` ("every Friday") has no calendar span. */
export interface TimeExpression extends Range, TokenRange {
  readonly index: number;
  readonly text: string;
  readonly type: 'date' | 'time' | 'duration' | 'set';
  readonly value: CalendarSpan;
  /** TIMEX3 value ("2016-01-03", "P2D", "2015-W34", "PAST_REF"). */
  readonly timex: string;
}

export interface Timed extends Named {
  readonly times: readonly TimeExpression[];
}

/**
 * A word or phrase that stands for something named elsewhere. `antecedent` is the head token of what it stands for, a
 * name where one was given, null when that stays open; `candidates` are then the heads that came near, best first.
 * An antecedent is surer than a link in a chain: one that is only likeliest of many stays open.
 */
export interface Reference extends TokenRange {
  readonly head: number;
  readonly kind: 'pronoun' | 'description' | 'surname';
  readonly antecedent: number | null;
  readonly candidates: readonly number[];
}

/** A phrase that tells of somebody or something; `head` is the token that it hangs on. */
export interface ChainMention extends TokenRange {
  readonly head: number;
}

/** All phrases of a report that tell of the same one: two or more, in text order. */
export interface Chain {
  readonly index: number;
  readonly mentions: readonly ChainMention[];
}

export interface Referred extends Timed {
  readonly references: readonly Reference[];
  readonly chains: readonly Chain[];
}

/** A report with its whole analysis. */
export type Document = Referred;
