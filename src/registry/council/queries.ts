import type { Ballot, Council, CouncilVote, VoteQuery } from './council.js';

/** Votes that meet a query, in order of date. */
export function findCouncilVotes(council: Council, query: VoteQuery): readonly CouncilVote[] {
  return council.votes.filter((vote) => meets(vote, query));
}

/** Votes that a country vetoed, alone or with others, and that meet a query, in order of date. */
export function vetoesBy(council: Council, country: string, query: VoteQuery = {}): readonly CouncilVote[] {
  return council.votes.filter((vote) => vote.vetoedBy.includes(country) && meets(vote, query));
}

/** What a member did, as far as a roll call or a veto tells; null where nothing does. */
export function ballotOf(vote: CouncilVote, country: string): Ballot | null {
  return vote.ballots?.[country] ?? (vote.vetoedBy.includes(country) ? 'against' : null);
}

/**
 * What a member may have done in a vote whose roll call is not known, as far as the numbers tell: where the noes are no
 * more than the vetoes, nobody else voted against; where nobody abstained, nobody did.
 */
export function possibleBallots(vote: CouncilVote, country: string): ReadonlySet<Ballot> {
  const known = ballotOf(vote, country);
  if (known !== null) return new Set([known]);
  const possible = new Set<Ballot>(['for', 'against', 'abstain', 'absent']);
  if (vote.against !== null && vote.against <= vote.vetoedBy.length) possible.delete('against');
  if (vote.abstain === 0) possible.delete('abstain');
  if (vote.for === 0) possible.delete('for');
  return possible;
}

function meets(vote: CouncilVote, query: VoteQuery): boolean {
  if (query.from !== undefined && vote.date < query.from) return false;
  if (query.to !== undefined && vote.date > query.to) return false;
  if (query.outcome !== undefined && vote.outcome !== query.outcome) return false;
  if (query.for !== undefined && vote.for !== query.for) return false;
  if (query.against !== undefined && vote.against !== query.against) return false;
  if (query.abstain !== undefined && vote.abstain !== query.abstain) return false;
  if (query.symbol !== undefined && vote.symbol !== query.symbol && vote.draft !== query.symbol) return false;
  if (query.about !== undefined && !query.about.some((code) => vote.about.includes(code))) return false;
  if (query.vetoedBy !== undefined && !sameCodes(vote.vetoedBy, query.vetoedBy)) return false;
  return (
    query.members === undefined ||
    Object.entries(query.members).every(([code, ballot]) => ballotOf(vote, code) === ballot)
  );
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/**
 * How often two members cast the same ballot. **Units** votes; `open` are those in which both sat on the Council and
 * the ballot of one or the other is not known, so that they are counted nowhere else.
 */
export interface CouncilAgreement {
  readonly same: readonly CouncilVote[];
  readonly different: readonly CouncilVote[];
  readonly open: readonly CouncilVote[];
}

/** Agreement of two members over votes that meet a query. Absence is no ballot, so that such votes are left out. */
export function councilAgreement(
  council: Council,
  [a, b]: readonly [string, string],
  query: VoteQuery = {},
): CouncilAgreement {
  const same: CouncilVote[] = [];
  const different: CouncilVote[] = [];
  const open: CouncilVote[] = [];
  for (const vote of findCouncilVotes(council, query)) {
    const members = council.members(Number(vote.date.slice(0, 4)));
    if (!members.includes(a) || !members.includes(b)) continue;
    const [one, other] = [ballotOf(vote, a), ballotOf(vote, b)];
    if (one === 'absent' || other === 'absent') continue;
    if (one === null || other === null) open.push(vote);
    else if (one === other) same.push(vote);
    else different.push(vote);
  }
  return { same, different, open };
}
