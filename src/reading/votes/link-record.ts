import type { Document } from '../../document/document.js';
import type { Council, CouncilVote } from '../../registry/registry.js';
import type { Vote } from '../contract.js';

/** What linking needs to know of a vote besides what the contract holds. */
export interface Hints {
  /** Countries that the vote is about, as far as the report says. */
  readonly topics: readonly string[];
  /** Told as a veto by these, permanent or not. */
  readonly vetoers: readonly string[];
}

/** **Units** days before publication in which an undated vote of a dated report may lie. */
const RECENT = 10;

/**
 * The one vote of the record that a vote in a text can be; undefined where none or more than one fits.
 *
 * By symbol; else by day, with outcome, numbers, names and topic to choose between the votes of that day; else, in a
 * report without a date, by numbers or vetoers together with the topic. A veto, and a vote on a stated day, are found
 * even where the report has a number wrong, so that it can be set right.
 */
export function linkRecord(
  doc: Document,
  vote: Omit<Vote, 'record'>,
  hints: Hints,
  council: Council,
): CouncilVote | undefined {
  const bySymbol = vote.draft === null ? [] : council.votes.filter((row) => hasSymbol(row, vote.draft!));
  const window = dayWindow(doc, vote);
  if (bySymbol.length > 0) {
    const near = bySymbol.filter((row) => window === null || isWithin(row.date, window));
    if (near.length === 1) return near[0];
  }
  if (window !== null) {
    const rows = council.votes.filter((row) => isWithin(row.date, window));
    return (
      onlyBest(
        rows.filter((row) => agrees(row, vote, hints)),
        vote,
        hints,
      ) ??
      (window.stated || (vote.outcome === 'vetoed' && hints.vetoers.length > 0)
        ? onlyBest(
            rows.filter((row) => nearlyAgrees(row, vote, hints)),
            vote,
            hints,
          )
        : undefined)
    );
  }
  const told = vote.for !== null || vote.against !== null || hints.vetoers.length > 0;
  if (!told || hints.topics.length === 0) return undefined;
  const rows = council.votes.filter(
    (row) => confirms(row, vote, hints) && row.about.some((country) => hints.topics.includes(country)),
  );
  return rows.length === 1 ? rows[0] : undefined;
}

interface Window {
  readonly from: string;
  readonly to: string;
  readonly stated: boolean;
}

/** The days on which a vote may have been held; null where nothing bounds them. A day is given for time zones. */
function dayWindow(doc: Document, vote: Omit<Vote, 'record'>): Window | null {
  const { start, end, precision, text } = vote.when;
  if (text !== null && start !== null && precision !== 'year' && precision !== 'unknown') {
    return { from: addDays(start, -1), to: addDays(end ?? start, 1), stated: precision === 'day' };
  }
  const { published } = doc.report;
  if (text === null && published !== null)
    return { from: addDays(published, -RECENT), to: addDays(published, 1), stated: false };
  return text !== null && start !== null ? { from: start, to: end ?? start, stated: false } : null;
}

/** Nothing that the report tells speaks against the record. */
function agrees(row: CouncilVote, vote: Omit<Vote, 'record'>, { vetoers }: Hints): boolean {
  return (
    nearlySameOutcome(row, vote) &&
    same(row.for, vote.for) &&
    same(row.against, vote.against) &&
    same(row.abstain, vote.abstain) &&
    vetoers.every((country) => row.vetoedBy.includes(country)) &&
    vote.members.every(({ country, vote }) => row.ballots === null || row.ballots[country] === vote)
  );
}

/** Everything that the report tells stands in the record; what the record leaves open confirms nothing. */
function confirms(row: CouncilVote, vote: Omit<Vote, 'record'>, hints: Hints): boolean {
  return (
    agrees(row, vote, hints) &&
    (['for', 'against', 'abstain'] as const).every((side) => vote[side] === null || row[side] !== null) &&
    (vote.members.length === 0 || row.ballots !== null || row.vetoedBy.length === vote.members.length)
  );
}

/** Outcome or vetoers agree, and most of the rest. */
function nearlyAgrees(row: CouncilVote, vote: Omit<Vote, 'record'>, hints: Hints): boolean {
  const aboutIt = row.about.some((country) => hints.topics.includes(country));
  const vetoed = hints.vetoers.some((country) => row.vetoedBy.includes(country));
  return nearlySameOutcome(row, vote) && (vetoed || (aboutIt && hints.vetoers.length === 0));
}

function nearlySameOutcome(row: CouncilVote, vote: Omit<Vote, 'record'>): boolean {
  if (vote.outcome === 'unknown') return true;
  return vote.outcome === row.outcome || (vote.outcome === 'failed' && row.outcome === 'vetoed');
}

/** The best of several, where one is clearly best: by topic, numbers, and how near its day is. */
function onlyBest(
  rows: readonly CouncilVote[],
  vote: Omit<Vote, 'record'>,
  hints: Hints,
): CouncilVote | undefined {
  const day = vote.when.text === null ? null : vote.when.start;
  const scored = rows
    .filter((row) => hasEvidence(row, vote, hints))
    .map((row) => ({ row, score: scoreOf(row, vote, hints, day) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined || first.score <= 0) return undefined;
  return second !== undefined && second.score >= first.score ? undefined : first.row;
}

/**
 * Whether anything but the day speaks for a row. The record lacks many adopted resolutions, so that another one
 * adopted on the same day proves nothing, nor does it that both were unanimous.
 */
function hasEvidence(row: CouncilVote, vote: Omit<Vote, 'record'>, hints: Hints): boolean {
  if (row.about.some((country) => hints.topics.includes(country))) return true;
  if (hints.vetoers.some((country) => row.vetoedBy.includes(country))) return true;
  if (vote.members.some(({ country, vote: ballot }) => ballot !== 'for' && row.ballots?.[country] === ballot))
    return true;
  const counted = vote.for !== null && vote.for === row.for && row.for < 15;
  return counted || (vote.outcome === 'failed' && row.outcome !== 'adopted');
}

function scoreOf(row: CouncilVote, vote: Omit<Vote, 'record'>, hints: Hints, day: string | null): number {
  const shared = row.about.filter((country) => hints.topics.includes(country)).length;
  let score = shared > 0 ? 4 + shared / Math.max(row.about.length, hints.topics.length) : 0;
  if (row.about.length > 0 && shared === 0 && hints.topics.length > 0) score -= 3;
  if (vote.outcome === row.outcome && row.outcome !== 'adopted') score += 3;
  if (hints.vetoers.length > 0 && hints.vetoers.length === row.vetoedBy.length) score += 2;
  for (const side of ['for', 'against', 'abstain'] as const) {
    if (vote[side] !== null && vote[side] === row[side]) score += 1;
  }
  score += vote.members.filter(({ country, vote }) => row.ballots?.[country] === vote).length;
  if (day !== null && day === row.date) score += 1;
  return score;
}

function hasSymbol(row: CouncilVote, symbol: string): boolean {
  const bare = symbol.replace(/\s?\(\d{4}\)$/, '');
  if (bare === row.draft || bare === row.symbol) return true;
  const number = /^[Rr]esolution\s+(?:No\.?\s*)?(\d+)$/.exec(bare)?.[1] ?? /^S\/RES\/(\d+)$/.exec(bare)?.[1];
  return number !== undefined && /^S\/RES\/(\d+)/.exec(row.symbol)?.[1] === number;
}

function same(a: number | null, b: number | null): boolean {
  return a === null || b === null || a === b;
}

function isWithin(day: string, { from, to }: Window): boolean {
  return from <= day && day <= to;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
