import type { Range } from '../../document/span.js';
import type { Ballot } from '../../registry/registry.js';
import type { When } from '../contract.js';
import type { Body } from './bodies.js';
import type { Tally } from './tally.js';

export type Outcome = 'adopted' | 'vetoed' | 'failed' | 'unknown';

/** One member's vote as the text tells it. */
export interface ToldBallot extends Range {
  readonly country: string;
  readonly vote: Ballot;
  /** The text says that it was a veto, or that it blocked the draft. */
  readonly veto: boolean;
}

/** What one clause of a report tells of one vote. */
export interface ToldVote {
  readonly sentence: number;
  /** The token that tells it. */
  readonly cue: number;
  readonly body: Body | null;
  readonly outcome: Outcome;
  readonly tally: Tally;
  readonly ballots: readonly ToldBallot[];
  readonly draft: string | null;
  readonly matter: string | null;
  /** Countries that the clause names and that did not vote in it, most telling first. */
  readonly topics: readonly string[];
  readonly when: When;
  /** The text sets it apart from the vote that it is about: "a similar draft", "a rival text". */
  readonly another: boolean;
}
