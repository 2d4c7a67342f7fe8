import type { Actor, Place } from './contract.js';

/**
 * One mention of somebody who can act or be acted on.
 *
 * **Shape** `head` is the token that the tree hangs the mention on; `from`..`to` are its tokens, title, name and
 * apposition included, relative clauses left out. `actors` holds one entry but for collectives ("both countries").
 * Conjoined names are mentions of their own, each with its own head.
 */
export interface ActorMention {
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'named' | 'described' | 'generic' | 'pronoun';
  readonly actors: readonly Actor[];
}

/** Everybody in a document who can act, found once and used by every part of the reading. */
export interface Cast {
  /** In text order. */
  readonly mentions: readonly ActorMention[];
  /** The mention that hangs on this token. */
  at(head: number): ActorMention | undefined;
  /** Places in text order; a country's name is both a place and, where it can act, a mention. */
  readonly places: readonly {
    readonly head: number;
    readonly from: number;
    readonly to: number;
    readonly place: Place;
  }[];
}
