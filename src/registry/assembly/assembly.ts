/** What a state did in a roll call of the General Assembly; null where it took no part or was no member. */
export type AssemblyBallot = 'for' | 'against' | 'abstain';

/** What a roll call was on: a draft as a whole, an amendment to it, or a paragraph of it. */
export type VotedOn = 'whole' | 'amendment' | 'paragraph';

/** Names of the issues that roll calls are marked with. **Source** Voeten's coding, by way of unvotes. */
export const ASSEMBLY_ISSUES = {
  me: 'Palestinian conflict',
  nu: 'nuclear weapons',
  di: 'arms control',
  co: 'colonialism',
  hr: 'human rights',
  ec: 'economic development',
} as const;

/** One roll call of the UN General Assembly. Resolutions adopted without a vote have none. */
export interface AssemblyVote {
  /** The material's own number. */
  readonly id: number;
  readonly session: number;
  /** As the source gives it; before the nineties up to two weeks from the day of the vote. */
  readonly date: string;
  /** `A/RES/68/262`; null up to the 30th session, whose numbers the source does not give. */
  readonly symbol: string | null;
  readonly on: VotedOn;
  readonly title: string;
  readonly text: string | null;
  readonly issues: readonly (keyof typeof ASSEMBLY_ISSUES)[];
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  ballot(country: string): AssemblyBallot | null;
  readonly source: string;
}

/** How two states voted in one session. **Units** roll calls in which both cast a ballot. */
export interface AssemblyAgreement {
  readonly session: number;
  /** The year that the session began in. */
  readonly year: number;
  readonly both: number;
  readonly same: number;
  /** `same` of `both`, 0 to 1. */
  readonly share: number;
  /** Distance of the two ideal points; null where one of them has none. */
  readonly distance: number | null;
}

/**
 * The UN General Assembly: roll calls to January 2020, and where states stand by them.
 *
 * A state's code is that of today's; Taiwan's are the Republic of China's ballots, cast for China until October 1971.
 */
export interface Assembly {
  readonly votes: readonly AssemblyVote[];
  /** Codes of all that ever voted, in alphabetical order. */
  readonly voters: readonly string[];
  /** Days of the first and last roll call. */
  readonly covers: { readonly from: string; readonly to: string };
  /** Roll calls of a resolution, the one on the whole first. Takes `A/RES/68/262` and `68/262`. */
  bySymbol(symbol: string): readonly AssemblyVote[];
  /** Agreement of two states by session, sessions with fewer than `least` common ballots left out. */
  agreement(one: string, other: string, least?: number): readonly AssemblyAgreement[];
  /**
   * Where a state stands on the axis that best tells roll calls of a session apart; null where it has no point.
   *
   * **Source** Bailey, Strezhnev and Voeten (2017), to the 74th session.
   */
  idealPoint(country: string, session: number): number | null;
}
