import type { EventType, QuadCategory } from '../../reading/contract.js';
import type { WordSet } from './word-set.js';

/** What PLOVER's manual says of one event type. */
export interface TypeEntry {
  readonly type: EventType;
  readonly quad: QuadCategory;
  readonly score: number;
  /** Modes with their scores. */
  readonly modes: ReadonlyMap<string, number>;
  readonly requiresRecipient: boolean;
  /** Whether an event of this type holds in both directions. */
  readonly reciprocal: boolean;
}

/**
 * The part of a clause or noun phrase that a condition looks at.
 *
 * **Shape** `obj` and `subj` are the deep ones, whatever the voice; `xcomp` an infinitive, gerund or predicate of
 * the object; `ccomp` a clause; `prep` any of the prepositions, particles or adverbs in `words`; `mod` a modifier
 * of a noun; `light` the verb that a noun lends its sense to.
 */
export type Part = 'obj' | 'subj' | 'xcomp' | 'ccomp' | 'prep' | 'mod' | 'light';

/**
 * One thing that must hold for a frame to match.
 *
 * **Shape** `absent` that the part is missing; `present` that it is there; `alone` a particle without a noun
 * phrase; `words` that its head is one of `among`; `actor` that somebody who acts is named there; `sector` that
 * the actor there belongs to `sector`; `must`, `will` that the clause has such a modal; `conflict`, `cooperation`
 * that it tells of material conflict, or of cooperation.
 */
export interface Condition {
  readonly part: Part;
  readonly test:
    | 'absent'
    | 'present'
    | 'alone'
    | 'words'
    | 'actor'
    | 'sector'
    | 'must'
    | 'will'
    | 'conflict'
    | 'cooperation';
  /** Prepositions, for the part `prep`. */
  readonly prepositions: readonly string[];
  readonly among: WordSet | undefined;
  readonly sector: string | undefined;
}

/**
 * What a word means in a surrounding: one line of the codebook.
 *
 * **Shape** `type` null says that the word tells of no event there. `actor` and `recipient` are slots in the order in
 * which they are tried: `subj`, `obj`, `iobj`, `poss` (who owns the object), `mod` (who modifies the noun), `csubj`
 * (the subject of the clause below), `xobj`, `xprep` (what the infinitive below has), `inner` (the recipient of the
 * event below), `none`, or a preposition. `specificity` orders frames of one word.
 */
export interface Frame {
  readonly id: string;
  readonly kind: 'verb' | 'noun' | 'adjective';
  readonly word: string;
  readonly conditions: readonly Condition[];
  readonly type: EventType | null;
  readonly mode: string | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly cameo: string | null;
  readonly example: string;
  readonly specificity: number;
}

/** Everything that tells which words make which events. */
export interface Codebook {
  readonly types: ReadonlyMap<EventType, TypeEntry>;
  /** Frames by lemma, the most specific first. */
  readonly verbs: ReadonlyMap<string, readonly Frame[]>;
  readonly nouns: ReadonlyMap<string, readonly Frame[]>;
  readonly adjectives: ReadonlyMap<string, readonly Frame[]>;
  /** A class of words by name; an unknown name is a class without words. */
  wordsOf(name: string): WordSet;
  /** Contexts that words speak for, by their last word. */
  readonly contexts: ReadonlyMap<string, readonly ContextWords[]>;
}

/** Words that speak for one of PLOVER's contexts; `before` are all but the last of them. */
export interface ContextWords {
  readonly before: readonly string[];
  readonly context: string;
}
