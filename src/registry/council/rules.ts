import type { Ballot, CouncilOutcome } from './council.js';

/**
 * How the Security Council decides.
 *
 * **Source** Charter of the United Nations, article 27: decisions on procedure need nine votes; all others nine votes
 * with those of the permanent members among them. Seven of eleven until the amendment took effect for the Council of
 * 1966. Since 1946 an abstention of a permanent member, and since 1950 its absence, has not counted as a veto.
 */
export interface VoteOfCouncil {
  /** `YYYY-MM-DD`; null for today's rules. */
  readonly date: string | null;
  readonly for: number;
  /** Permanent members that voted against. */
  readonly permanentAgainst: readonly string[];
  /** A matter of procedure, on which no No is a veto. */
  readonly procedural?: boolean;
}

/** **Source** General Assembly resolution 1991 A (XVIII); the Council of fifteen sat from 1 January 1966. */
const ENLARGED = '1966-01-01';

/** The Council's size on a day, and how many votes a draft needs. */
export function sizeOn(date: string | null): { readonly members: number; readonly needed: number } {
  return (date ?? '9999') < ENLARGED ? { members: 11, needed: 7 } : { members: 15, needed: 9 };
}

/** What comes of a vote. A No of a permanent member is a veto only where the draft would have had the votes. */
export function outcomeOf({
  date,
  for: inFavour,
  permanentAgainst,
  procedural = false,
}: VoteOfCouncil): CouncilOutcome {
  if (inFavour < sizeOn(date).needed) return 'failed';
  return permanentAgainst.length > 0 && !procedural ? 'vetoed' : 'adopted';
}

/** What comes of a roll call, and its numbers. */
export function countBallots(
  ballots: Readonly<Record<string, Ballot>>,
  permanent: readonly string[],
  date: string,
  procedural = false,
): {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly outcome: CouncilOutcome;
} {
  const cast = Object.entries(ballots);
  const count = (ballot: Ballot): number => cast.filter(([, one]) => one === ballot).length;
  const permanentAgainst = permanent.filter((code) => ballots[code] === 'against');
  const inFavour = count('for');
  return {
    for: inFavour,
    against: count('against'),
    abstain: count('abstain'),
    outcome: outcomeOf({ date, for: inFavour, permanentAgainst, procedural }),
  };
}

/** A vote as somebody reports it; null for what is not told. */
export interface ReportedVote {
  readonly date: string | null;
  readonly outcome: CouncilOutcome | 'unknown';
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
  /** Permanent members that are said to have voted against, by veto or otherwise. */
  readonly permanentAgainst: readonly string[];
  /** Who is said to have cast a veto and holds no permanent seat. */
  readonly vetoersWithoutSeat: readonly string[];
  readonly procedural?: boolean;
}

/** A rule that a reported vote breaks. */
export interface BrokenRule {
  readonly rule: 'size' | 'majority' | 'concurrence' | 'seat' | 'veto';
  /** What the Charter says, as a sentence; names of states are left to the caller. */
  readonly says: string;
}

/** Everything in a reported vote that the Charter does not allow; empty where it may have been so. */
export function brokenRules(vote: ReportedVote): BrokenRule[] {
  const { members, needed } = sizeOn(vote.date);
  const counted = (vote.for ?? 0) + (vote.against ?? 0) + (vote.abstain ?? 0);
  const year = vote.date?.slice(0, 4);
  const when = year === undefined ? 'has' : `of ${year} had`;
  const broken: BrokenRule[] = [];
  if (counted > members)
    broken.push({ rule: 'size', says: `The Council ${when} ${members} members; ${counted} votes are told.` });
  if (vote.outcome === 'adopted' && vote.for !== null && vote.for < needed)
    broken.push({ rule: 'majority', says: `A draft needs ${needed} votes; ${vote.for} are told.` });
  if (vote.outcome === 'adopted' && vote.permanentAgainst.length > 0 && vote.procedural !== true)
    broken.push({
      rule: 'concurrence',
      says: 'A draft that a permanent member votes against is not adopted, unless it is on procedure.',
    });
  if (vote.vetoersWithoutSeat.length > 0)
    broken.push({ rule: 'seat', says: "Only a permanent member's vote against a draft is a veto." });
  if (vote.outcome === 'vetoed' && vote.for !== null && vote.for < needed)
    broken.push({
      rule: 'veto',
      says: `A draft with ${vote.for} votes fails for want of the ${needed} that it needs; no veto decides.`,
    });
  return broken;
}

/**
 * What two votes make of a double veto: whether a matter is one of procedure is itself decided by a vote in which
 * permanent members may cast a veto, so that they then may veto the matter too.
 *
 * **Source** statement of the four sponsoring governments, San Francisco, 7 June 1945.
 */
export function doubleVeto(
  preliminary: VoteOfCouncil,
  main: VoteOfCouncil,
): { readonly procedural: boolean; readonly outcome: CouncilOutcome } {
  const procedural = outcomeOf({ ...preliminary, procedural: false }) === 'adopted';
  return { procedural, outcome: outcomeOf({ ...main, procedural }) };
}
