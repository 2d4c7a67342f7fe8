import type { Council, CouncilVote, VoteQuery } from '../registry.js';

/** Votes that meet a query, in order of date. */
export function findCouncilVotes(council: Council, query: VoteQuery): readonly CouncilVote[] {
  return council.votes.filter((vote) => meets(vote, query));
}

/** Votes that a country vetoed, alone or with others, and that meet a query, in order of date. */
export function vetoesBy(council: Council, country: string, query: VoteQuery = {}): readonly CouncilVote[] {
  return council.votes.filter((vote) => vote.vetoedBy.includes(country) && meets(vote, query));
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
  return query.members === undefined || castAs(vote, query.members);
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/** A vote without a known roll call may have been so: it is kept only where its vetoes already say it. */
function castAs(vote: CouncilVote, members: NonNullable<VoteQuery['members']>): boolean {
  return Object.entries(members).every(
    ([code, ballot]) =>
      vote.ballots?.[code] === ballot ||
      (vote.ballots === null && ballot === 'against' && vote.vetoedBy.includes(code)),
  );
}
