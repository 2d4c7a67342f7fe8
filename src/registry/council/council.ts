/** What a member did in a vote. Absence and not taking part are one: the member cast no ballot. */
export type Ballot = 'for' | 'against' | 'abstain' | 'absent';

export type CouncilOutcome = 'adopted' | 'vetoed' | 'failed';

/**
 * How the ballots of a vote are known: `known` where a source names them, `derived` where the numbers leave no choice
 * (nobody against, nobody abstaining; or the only noes are the vetoes), `unknown` where neither.
 */
export type RollCall = 'known' | 'derived' | 'unknown';

/** Where a row of the record comes from; `data/README.md` says what each is. */
export const VOTE_ORIGINS = ['vetoes', 'tally', 'meetings', 'rollcall', 'failed', 'imported'] as const;
export type VoteOrigin = (typeof VOTE_ORIGINS)[number];

/** One vote of the UN Security Council. `ballots` is null where no roll call is known. */
export interface CouncilVote {
  readonly date: string;
  readonly symbol: string;
  readonly draft: string | null;
  readonly meeting: string | null;
  /** Item of the Council's agenda. */
  readonly topic: string;
  /** What the draft is on, by its title; null where it is not known. */
  readonly matter: string | null;
  /** The crisis that a vetoed draft belongs to ("Syria"), null for all others. */
  readonly crisis: string | null;
  /** Countries that the vote is about, ISO alpha-3. */
  readonly about: readonly string[];
  /** States that laid the draft before the Council; empty where it is not known. */
  readonly sponsors: readonly string[];
  readonly outcome: CouncilOutcome;
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
  readonly vetoedBy: readonly string[];
  readonly roll: RollCall;
  readonly ballots: Readonly<Record<string, Ballot>> | null;
  readonly origins: readonly VoteOrigin[];
  /** The registry file and the row's key, for evidence. */
  readonly source: string;
}

/**
 * What to look for among the Council's votes; what is left out does not matter.
 *
 * **Shape** `about` any of these; `vetoedBy` exactly these, in any order, `[]` for no veto; `members` who cast which
 * ballot, met by roll calls that are known or derived and by vetoes; `symbol` of the resolution or the draft. Days are
 * included at both ends.
 */
export interface VoteQuery {
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: CouncilOutcome;
  readonly for?: number;
  readonly against?: number;
  readonly abstain?: number;
  readonly symbol?: string;
  readonly about?: readonly string[];
  readonly vetoedBy?: readonly string[];
  readonly members?: Readonly<Record<string, Ballot>>;
}

/** Two sources that do not say the same of a vote, and the one that is followed. */
export interface Difference {
  readonly date: string;
  readonly symbol: string;
  /** What they differ on: `outcome`, `tally`, `vetoed_by`, `members` or a column. */
  readonly what: string;
  readonly one: string;
  readonly other: string;
  readonly kept: string;
}

/**
 * The UN Security Council: who sat on it and how it voted.
 *
 * The Soviet Union's seat is RUS and China's CHN throughout, as readers take them; `seatHolder` says who held them.
 */
export interface Council {
  /** Members in a year, ISO alpha-3. **Errors** none: a year outside the record gives an empty list. */
  members(year: number): readonly string[];
  permanent(year: number): readonly string[];
  /** Whether a state sat on the Council on a day; terms are calendar years. Undefined for days outside the record. */
  isMember(code: string, day: string): boolean | undefined;
  /** All votes known, in order of date. */
  readonly votes: readonly CouncilVote[];
  /** First and last day that the record of vetoes covers. */
  readonly covers: { readonly from: string; readonly to: string };
  /** Last day up to which unanimous votes are on record too; after it only those that somebody opposed. */
  readonly coversUnanimous: string;
  readonly differences: readonly Difference[];
  /** The name of the state that held a seat on a day: "Soviet Union" for RUS in 1980; null for an unknown code. */
  seatHolder(code: string, date: string): string | null;
}
