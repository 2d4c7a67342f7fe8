import type { EventType, QuadCategory } from '../../reading/contract.js';

/** A PLOVER event type: its quad category, score and modes. **Units** scores run from -10 to 10, ordinal. */
export interface TypeFacts {
  readonly type: EventType;
  readonly quad: QuadCategory;
  readonly score: number;
  readonly modes: ReadonlyMap<string, number>;
  /** Whether the deed is none unless it is done to somebody: aid, cooperation, sanctions. */
  readonly requiresRecipient: boolean;
}

/**
 * Where a role is to be looked for.
 *
 * **Shape** `subject`, `object`, `indirect` (the person told or given); `owner` (who stands behind the object: "its
 * embassy", "American goods"); `both` (all parties on an equal footing); a preposition ("with", "against"), looked
 * for under the verb and under its object; for a noun also `possessor` and `modifier` ("Iran's attack", "the Iranian
 * attack").
 */
export type RoleSource = string;

/** A set of lemmas that a word must belong to; classes are resolved. */
export type Words = ReadonlySet<string>;

/** What a frame asks of an argument beside the head word. */
export interface ObliqueCondition {
  readonly preposition: string;
  /** Null where any noun will do. */
  readonly words: Words | null;
}

/** A clause that must depend on the word: an infinitive ("to"), a finite clause ("that") or a gerund ("ing"). */
export interface ClauseCondition {
  readonly kind: 'to' | 'that' | 'ing';
  /** Verbs of which one must head the clause ("refused to meet"); null where any will do. */
  readonly words: Words | null;
}

/** Which event a frame tells, and who is who in it. */
interface Coding {
  /** Names the frame in `by`: "verb:recall+envoy". */
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** In order of preference. */
  readonly recipient: readonly RoleSource[];
  readonly contexts: readonly string[];
  readonly cameo: string | null;
  /** How many conditions beside the lemma; the frame with the most wins, after all of the user's. */
  readonly weight: number;
  readonly entry: Entry;
}

/** The line that a frame stands in. */
export interface Entry {
  /** In the codebook, "verbs.csv"; the whole path of a file of the user's. */
  readonly file: string;
  readonly line: number;
  /** A sentence in which the frame is at work, null where its author gave none. */
  readonly example: string | null;
  readonly isOwn: boolean;
}

/** A verb, with what must stand beside it. */
export interface VerbFrame extends Coding {
  readonly lemma: string;
  readonly particle: string | null;
  /** Head lemmas that the object must be one of; null where the frame asks nothing of it. */
  readonly object: Words | null;
  /** True where the object must be somebody who acts: "received the envoy", not "received treatment". */
  readonly objectActs: boolean;
  /** True where the verb must have no object. */
  readonly intransitive: boolean;
  readonly oblique: ObliqueCondition | null;
  readonly clause: ClauseCondition | null;
}

/** A noun that tells an event by itself ("talks", "attack"), with what must stand beside it. */
export interface NounFrame extends Coding {
  readonly lemma: string;
  /** Lemmas of which one must modify the noun ("missile" strike); null where none need. */
  readonly modifier: Words | null;
  readonly oblique: ObliqueCondition | null;
  readonly actor: readonly RoleSource[];
}

/**
 * A word that tells an event of its subject ("is ready to", "opposed to", "at war with", "under fire from"), where
 * "be" or another verb that only links them joins the two.
 */
export interface PredicateFrame extends Coding {
  readonly lemma: string;
  /** The preposition before the word ("at" war); null for adjectives and participles. */
  readonly preposition: string | null;
  readonly oblique: ObliqueCondition | null;
  readonly clause: ClauseCondition | null;
  readonly actor: readonly RoleSource[];
}

export type Frame = VerbFrame | NounFrame | PredicateFrame;

/** What must stand beside a verb or noun for it to tell no event at all: "killed time", "a heart attack". */
export interface Idiom {
  readonly lemma: string;
  /** Lemmas of which one must modify the noun; null where none need, and for verbs. */
  readonly modifier: Words | null;
  readonly particle: string | null;
  readonly object: Words | null;
  readonly oblique: ObliqueCondition | null;
}

/** Everything by which events are coded: types, frames, idioms, classes of words, contexts. */
export interface Codebook {
  readonly types: ReadonlyMap<EventType, TypeFacts>;
  readonly verbs: ReadonlyMap<string, readonly VerbFrame[]>;
  readonly nouns: ReadonlyMap<string, readonly NounFrame[]>;
  readonly predicates: ReadonlyMap<string, readonly PredicateFrame[]>;
  /** By part of speech and lemma: "verb kill". */
  readonly idioms: ReadonlyMap<string, readonly Idiom[]>;
  /** Sets of lemmas by name. */
  readonly classes: ReadonlyMap<string, Words>;
  /** Lemmas and the PLOVER contexts that they point to. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}
