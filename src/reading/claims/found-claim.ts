import type { Document } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Claim } from '../contract.js';
import type { FoundVote } from '../votes/find-votes.js';

/** What can be claimed of a council and looked up. */
export type ClaimKind =
  | 'tally'
  | 'ballot'
  | 'outcome'
  | 'date'
  | 'topic'
  | 'veto-count'
  | 'council-size'
  | 'membership'
  | 'resolution'
  | 'rule'
  | 'office'
  | 'assembly'
  | 'alliance'
  | 'superlative';

/** A claim with its verdict, before it has an id and a statement. */
export interface FoundClaim extends Range, Pick<Claim, 'verdict' | 'because' | 'evidence'> {
  readonly kind: ClaimKind;
}

/** What every checker works from. */
export interface Material {
  readonly doc: Document;
  readonly cast: Cast;
  readonly registry: Registry;
  /** Votes with the clauses that tell them. */
  readonly votes: readonly FoundVote[];
  /** The report is of the Security Council. */
  readonly council: boolean;
  /** It may be, for all that it says. */
  readonly maybe: boolean;
}
