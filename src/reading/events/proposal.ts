import type { Frame } from '../../registry/codebook/codebook.js';
import type { ActorMention } from '../cast.js';

/** An event that a frame proposes, before it is known what became of it. */
export interface Proposal {
  readonly frame: Frame;
  /** The verb or noun that tells it; of a predicate, the verb that links it to its subject, unless that is "be". */
  readonly head: number;
  /** Tokens of the cue: the head with its particle and the words that the frame asked for. */
  readonly cue: readonly number[];
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
  readonly isNominal: boolean;
  /** Heads of the dependent clauses that the frame took in: what is told there is part of this event. */
  readonly takes: readonly number[];
  /**
   * A verb alone, of many meanings, that is not aimed at anybody known nor at anything of politics: enough to type a
   * relation by, too little to tell an event.
   */
  readonly isVague: boolean;
}
