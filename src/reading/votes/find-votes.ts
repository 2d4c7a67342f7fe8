import type { Document } from '../../document/document.js';
import { recordId } from '../../document/identity.js';
import { cut } from '../../document/span.js';
import type { Council, CouncilVote, Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { MemberVote, Vote, When } from '../contract.js';
import { daysBetween } from '../when.js';
import { type Body, SECURITY_COUNCIL } from './bodies.js';
import { councilIn } from './is-of-council.js';
import { linkRecord } from './link-record.js';
import { symbolsIn } from './matter.js';
import { type MergedVote, mergeVotes } from './merge.js';
import { stemsOf } from './record-words.js';
import { settingOf, sponsorsIn } from './setting.js';
import { tellVotes } from './tell-votes.js';
import type { Outcome, ToldVote } from './told.js';

/** A vote, and the clauses that tell it. */
export interface FoundVote {
  readonly vote: Vote;
  readonly told: readonly ToldVote[];
}

/**
 * Finds how councils and parliaments voted, and links a vote of the Security Council to its record.
 *
 * Votes that are planned, feared or asked for are left out. What the record adds to the text (ballots, numbers, the
 * day) is marked: `inferred`, or basis `record`.
 */
export function findVotes(doc: Document, cast: Cast, registry: Registry): FoundVote[] {
  const votes = mergeVotes(doc, tellVotes(doc, cast, registry)).map((merged) => ({
    vote: toVote(doc, merged, registry),
    told: merged.told,
  }));
  // Where little says that the Council is meant, only what the record bears out, and of those days, is a vote of its.
  return councilIn(doc) === 'yes'
    ? votes
    : votes.filter(({ vote }) => vote.body !== SECURITY_COUNCIL.name || isBorneOut(doc, vote));
}

/** **Units** days: of what was held longer ago a report says when. */
const LATELY = 45;

function isBorneOut({ report }: Document, { record, draft, when }: Vote): boolean {
  if (record === null) return false;
  if (draft !== null || when.text !== null) return true;
  const published = report.published ?? report.publishedNotBefore;
  return published !== null && Math.abs(daysBetween(record.date, published)) <= LATELY;
}

function toVote(doc: Document, { body, told }: MergedVote, registry: Registry): Vote {
  const main = mainTelling(doc, told);
  const sentence = doc.sentences[main.sentence]!;
  const span = cut(doc.report.text, sentence.start, sentence.end);
  const vetoers = [
    ...new Set(told.flatMap(({ ballots }) => ballots.flatMap((one) => (one.veto ? [one.country] : [])))),
  ];
  const when = whenOf(told);
  const outcome = outcomeOf(told) === 'unknown' && fellShort(body, told, when) ? 'failed' : outcomeOf(told);
  const vote = {
    id: recordId(doc.report.id, 'vote', span, `${body.name}|${outcome}`),
    body: body.name,
    matter: told.find(({ matter }) => matter !== null)?.matter ?? '',
    draft: told.find(({ draft }) => draft !== null)?.draft ?? null,
    outcome,
    for: firstOf(told, (one) => one.tally.for),
    against: firstOf(told, (one) => one.tally.against),
    abstain: firstOf(told, (one) => one.tally.abstain),
    members: membersOf(doc, told),
    vetoedBy: [],
    when,
    span,
  };
  if (body.kind !== 'council')
    return { ...vote, outcome: outcome === 'vetoed' ? 'failed' : outcome, record: null, candidates: [] };
  const { council } = registry;
  const clauses = told.map((one) => textOf(doc, one)).join(' ');
  const hints = {
    topics: topicsOf(told),
    setting: settingOf(doc, registry),
    sponsors: sponsorsOf(doc, registry, told),
    vetoers: vetoers.filter((country) => isPermanent(council, country, when)),
    words: stemsOf(`${doc.report.text.slice(0, OPENING)} ${clauses}`),
    symbol: vote.draft,
    symbols: symbolsIn(doc.report.text),
    days: daysIn(doc),
    published: doc.report.published ?? doc.report.publishedNotBefore,
  };
  const { row, candidates } = linkRecord(vote, hints, council);
  const complete = row === null ? vote : addRecord(vote, row);
  return {
    ...complete,
    vetoedBy: vetoedBy(complete, hints.vetoers, row, council),
    record: row === null ? null : recordOf(row),
    candidates: candidates.map(recordOf),
  };
}

/** The sentence that tells most: body, outcome and numbers; a headline only where nothing else does. */
function mainTelling(doc: Document, told: readonly ToldVote[]): ToldVote {
  const weight = (one: ToldVote): number =>
    (one.outcome === 'unknown' ? 0 : 4) +
    (one.body === null ? 0 : 2) +
    (one.tally.ranges.length > 0 ? 1 : 0) -
    (doc.sentences[one.sentence]!.kind === 'headline' ? 8 : 0);
  return told.reduce((best, one) => (weight(one) > weight(best) ? one : best));
}

function textOf(doc: Document, { sentence }: ToldVote): string {
  const { start, end } = doc.sentences[sentence]!;
  return doc.report.text.slice(start, end);
}

/** Whose draft it was: told in the clauses about the vote, else in the sentence before them ("Then came a Russian draft."). */
function sponsorsOf(doc: Document, registry: Registry, told: readonly ToldVote[]): string[] {
  const own = told.flatMap((one) => sponsorsIn(doc, registry, doc.sentences[one.sentence]!));
  const before = doc.sentences[told[0]!.sentence - 1];
  const found = own.length > 0 || before === undefined ? own : sponsorsIn(doc, registry, before);
  return [...new Set(found)];
}

/** **Units** characters, in which a report says what it is about. */
const OPENING = 700;

/** Whole days that a report names by their date. */
function daysIn(doc: Document): string[] {
  return [
    ...new Set(
      doc.times.flatMap(({ value: { start, precision, basis } }) =>
        start !== null && precision === 'day' && basis === 'stated' ? [start] : [],
      ),
    ),
  ];
}

function outcomeOf(told: readonly ToldVote[]): Outcome {
  const known = new Set(told.map(({ outcome }) => outcome));
  for (const outcome of ['vetoed', 'failed', 'adopted'] as const) if (known.has(outcome)) return outcome;
  return 'unknown';
}

/** A draft before the Security Council needs nine votes, seven until 1965 (Charter of the United Nations, article 27). */
function fellShort(body: Body, told: readonly ToldVote[], when: When): boolean {
  const votes = firstOf(told, (one) => one.tally.for);
  const needed = (when.start ?? '9999') < '1966' ? 7 : 9;
  return body.kind === 'council' && votes !== null && votes < needed;
}

function firstOf<T>(told: readonly ToldVote[], of: (one: ToldVote) => T | null): T | null {
  for (const one of told) {
    const value = of(one);
    if (value !== null) return value;
  }
  return null;
}

function membersOf(doc: Document, told: readonly ToldVote[]): MemberVote[] {
  const members = new Map<string, MemberVote>();
  for (const { country, vote, start, end } of told.flatMap(({ ballots }) => ballots)) {
    if (members.has(country)) continue;
    members.set(country, { country, vote, span: cut(doc.report.text, start, end), inferred: false });
  }
  return [...members.values()];
}

function topicsOf(told: readonly ToldVote[]): string[] {
  const voters = new Set(told.flatMap(({ ballots }) => ballots.map(({ country }) => country)));
  return [...new Set(told.flatMap(({ topics }) => topics))].filter((country) => !voters.has(country));
}

/** When it was held: the most exact words that any sentence has for it, else what the report's date allows. */
function whenOf(told: readonly ToldVote[]): When {
  const stated = told.map(({ when }) => when).filter(({ text, start }) => text !== null && start !== null);
  const days = stated.filter(({ precision }) => precision === 'day');
  return days[0] ?? stated[0] ?? told[0]!.when;
}

function isPermanent(council: Council, country: string, when: When): boolean {
  const year = Number((when.start ?? council.covers.to).slice(0, 4));
  const permanent = council.permanent(year);
  const latest = permanent.length > 0 ? permanent : council.permanent(Number(council.covers.to.slice(0, 4)));
  return latest.includes(country);
}

/** Only a permanent member's No is a veto, and only where the draft fell by it. */
function vetoedBy(
  vote: Omit<Vote, 'record' | 'candidates'>,
  told: readonly string[],
  row: CouncilVote | null,
  council: Council,
): string[] {
  if (vote.outcome !== 'vetoed') return [];
  if (row !== null && row.vetoedBy.length > 0) return [...row.vetoedBy].sort();
  const against = vote.members.flatMap(({ country, vote: ballot }) =>
    ballot === 'against' ? [country] : [],
  );
  const permanent = against.filter((country) => isPermanent(council, country, vote.when));
  return [...new Set([...told, ...permanent])].sort();
}

function addRecord<T extends Omit<Vote, 'record' | 'candidates'>>(vote: T, row: CouncilVote): T {
  const told = new Set(vote.members.map(({ country }) => country));
  const inferred = Object.entries(row.ballots ?? {})
    .filter(([country]) => !told.has(country))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, ballot]): MemberVote => ({ country, vote: ballot, span: null, inferred: true }));
  return {
    ...vote,
    outcome: vote.outcome === 'unknown' || vote.outcome === 'failed' ? row.outcome : vote.outcome,
    for: vote.for ?? row.for,
    against: vote.against ?? row.against,
    abstain: vote.abstain ?? row.abstain,
    members: [...vote.members, ...inferred],
    when: { start: row.date, end: row.date, precision: 'day', text: vote.when.text, basis: 'record' },
  };
}

function recordOf(row: CouncilVote): NonNullable<Vote['record']> {
  return { symbol: row.symbol, meeting: row.meeting, date: row.date };
}
