import type { Span } from '../../document/span.js';
import type { Entry } from '../../registry/codebook/codebook.js';
import type { Claim, Event, Statement, Vote } from '../contract.js';

/** A record that can be explained, with its kind. */
export type Explained =
  | { readonly kind: 'event'; readonly record: Event }
  | { readonly kind: 'statement'; readonly record: Statement }
  | { readonly kind: 'vote'; readonly record: Vote }
  | { readonly kind: 'claim'; readonly record: Claim };

/**
 * One thing that a record rests on.
 *
 * **Shape** `about` is the part of the record that it decided ("type", "status", "actor", "confidence" …); `by` is
 * what decided it: a frame's name, a class of operators, a `resolvedBy`, a basis, a model. `says` is a sentence for a
 * person. `share` is what it adds to the confidence or to a model's score, null where it adds nothing that is
 * counted: whatever weighs features gives one reason for each.
 */
export interface Reason {
  readonly about: string;
  readonly by: string;
  readonly says: string;
  readonly spans: readonly Span[];
  readonly entry: Entry | null;
  readonly share: number | null;
}

/** A stretch of the passage with the part that it plays in the record. */
export interface Mark {
  readonly part: string;
  readonly span: Span;
}

/** What a record rests on, word by word. */
export type Explanation = Explained & {
  readonly id: string;
  readonly report: {
    readonly id: string;
    readonly title: string | null;
    readonly published: string | null;
    readonly publishedBasis: string | null;
  };
  /** The sentences that tell it. */
  readonly passage: Span;
  /** In text order; none outside the passage. */
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  /**
   * Whether reading the text again gives the very same record. Where not, frames and operators are unknown, and the
   * reasons are only those that the record itself carries.
   */
  readonly isCurrent: boolean;
};

/** A reason without what most have not. */
export function reason(
  about: string,
  by: string,
  says: string,
  rest: Partial<Pick<Reason, 'spans' | 'entry' | 'share'>> = {},
): Reason {
  return { about, by, says, spans: rest.spans ?? [], entry: rest.entry ?? null, share: rest.share ?? null };
}
