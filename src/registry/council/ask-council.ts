import type { Country } from '../registry.js';
import type { Ballot, Council, CouncilOutcome, CouncilVote } from './council.js';
import { ballotOf, type CouncilAgreement, councilAgreement, findCouncilVotes } from './queries.js';
import { votesOnTopic } from './topic.js';

/** A question about the Council's votes, as people put it. Countries are codes; days are included at both ends. */
export interface CouncilQuestion {
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: CouncilOutcome;
  /** Cast a veto, alone or with others. */
  readonly veto?: string;
  /** A country by any of its names, or words of the agenda, the crisis or the matter. */
  readonly about?: string;
  /** Took part, and how where a ballot is named. */
  readonly member?: { readonly country: string; readonly ballot: Ballot | null };
  readonly sponsor?: string;
  /** Of a resolution or a draft: "S/RES/2118", "2118", "S/2017/315". */
  readonly symbol?: string;
}

/** A vote that was counted, and why its topic fits where a topic was asked for. */
export interface CountedVote {
  readonly vote: CouncilVote;
  readonly why: string | null;
}

/** What a question brings: the rows, and what was counted in words. */
export interface CouncilAnswer {
  readonly rows: readonly CountedVote[];
  /** "vetoes cast by RUS, about Syria, from 2011-01-01 to 2017-04-12". */
  readonly counted: string;
  /** Votes that may belong here and whose record does not say: no roll call is known. */
  readonly open: number;
}

/** Votes of the Council that answer a question, in order of date, with what was counted said in words. */
export function askCouncil(
  council: Council,
  countries: ReadonlyMap<string, Country>,
  question: CouncilQuestion,
): CouncilAnswer {
  const { from, to, outcome, veto, about, member, sponsor, symbol } = question;
  const inTime = findCouncilVotes(council, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outcome === undefined ? {} : { outcome }),
  });
  const narrowed = inTime.filter(
    (vote) =>
      (veto === undefined || vote.vetoedBy.includes(veto)) &&
      (sponsor === undefined || vote.sponsors.includes(sponsor)) &&
      (symbol === undefined || hasSymbol(vote, symbol)),
  );
  const onTopic: readonly CountedVote[] =
    about === undefined
      ? narrowed.map((vote) => ({ vote, why: null }))
      : votesOnTopic(narrowed, about, countries);
  if (member === undefined) return { rows: onTopic, counted: inWords(question), open: 0 };
  const sat = onTopic.filter(({ vote }) => council.isMember(member.country, vote.date) === true);
  const open = sat.filter(({ vote }) => ballotOf(vote, member.country) === null).length;
  const rows =
    member.ballot === null ? sat : sat.filter(({ vote }) => ballotOf(vote, member.country) === member.ballot);
  return { rows, counted: inWords(question), open: member.ballot === null ? 0 : open };
}

/** How two members voted over the votes that answer a question. */
export function askAgreement(
  council: Council,
  countries: ReadonlyMap<string, Country>,
  pair: readonly [string, string],
  question: CouncilQuestion,
): CouncilAgreement & { readonly counted: string } {
  const { rows, counted } = askCouncil(council, countries, question);
  const votes = rows.map(({ vote }) => vote);
  return { ...councilAgreement({ ...council, votes }, pair), counted };
}

/** Whether a resolution or draft goes by a symbol: "S/RES/2118", "2118", "Resolution 2118", "S/2017/315". */
export function hasSymbol(vote: CouncilVote, symbol: string): boolean {
  const bare = symbol
    .trim()
    .replace(/\s?\(\d{4}\)$/, '')
    .replace(/^resolution\s+(?:no\.?\s*)?/i, '');
  if (/^\d+$/.test(bare)) return vote.symbol === `S/RES/${bare}`;
  const wanted = bare.toUpperCase();
  return vote.symbol.toUpperCase() === wanted || vote.draft?.toUpperCase() === wanted;
}

function inWords({ from, to, outcome, veto, about, member, sponsor, symbol }: CouncilQuestion): string {
  const ballots = {
    for: 'voted for by',
    against: 'voted against by',
    abstain: 'abstained on by',
    absent: 'not voted on by',
  };
  const time =
    from !== undefined && to !== undefined
      ? `from ${from} to ${to}`
      : from !== undefined
        ? `since ${from}`
        : to !== undefined
          ? `up to ${to}`
          : null;
  return [
    veto === undefined ? 'votes' : `vetoes cast by ${veto}`,
    outcome === undefined ? null : `with drafts ${outcome}`,
    about === undefined ? null : `about ${about}`,
    member === undefined
      ? null
      : member.ballot === null
        ? `with ${member.country} on the Council`
        : `${ballots[member.ballot]} ${member.country}`,
    sponsor === undefined ? null : `sponsored by ${sponsor}`,
    symbol === undefined ? null : `on ${symbol}`,
    time,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
