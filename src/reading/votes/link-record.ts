import { hasSymbol } from '../../registry/council/ask-council.js';
import { ballotOf } from '../../registry/council/queries.js';
import type { Council, CouncilVote } from '../../registry/registry.js';
import type { Vote } from '../contract.js';
import { daysBetween } from '../when.js';
import { frequenciesOf, wordsOf } from './record-words.js';

/** What linking needs to know of a vote besides what the contract holds. */
export interface Hints {
  /** Countries that the clauses about the vote name and that did not vote in them. */
  readonly topics: readonly string[];
  /** Countries that the report names first of all, for a vote whose own clauses name none. */
  readonly setting: readonly string[];
  /** Told to have laid the draft before the Council. */
  readonly sponsors: readonly string[];
  /** Told as a veto by these, permanent or not. */
  readonly vetoers: readonly string[];
  /** The text of the clauses about the vote, for the words of its matter. */
  readonly words: ReadonlySet<string>;
  /** A resolution's number or a draft's symbol that the clauses give. */
  readonly symbol: string | null;
  /** Symbols and days that the report gives anywhere. */
  readonly symbols: readonly string[];
  readonly days: readonly string[];
  readonly published: string | null;
}

/** The entry of the record that a vote is; else those that it may be, the likeliest first. */
export interface Link {
  readonly row: CouncilVote | null;
  readonly candidates: readonly CouncilVote[];
}

/**
 * The entry of the record that a vote in a text is, weighed by all that the text tells of it: day, symbol, outcome,
 * numbers, ballots, vetoes, what it was about.
 *
 * Each thing told is evidence for the rows that agree with it, the more the fewer rows do, and against the others, but
 * not beyond doubt: a report that has one number wrong is still of its vote. The best row is taken where it is far
 * likelier than all others together, and than a vote that the record lacks.
 */
export function linkRecord(vote: Omit<Vote, 'record' | 'candidates'>, hints: Hints, council: Council): Link {
  const weigh = weigher(vote, hints, council);
  const scored = council.votes
    .map((row) => ({ row, ...weigh(row) }))
    .filter(({ score, told }) => told > 0 && score > 0)
    .sort((a, b) => b.score - a.score);
  const none = Math.exp(absent(vote, hints, council));
  const odds = scored.map(({ row, score }) => ({ row, odds: Math.exp(score) }));
  const sum = none + odds.reduce((total, one) => total + one.odds, 0);
  const best = odds[0];
  const isClear =
    best !== undefined && best.odds / sum >= SURE && !isOvertaken(best.row, vote, hints, scored);
  if (isClear) return { row: best.row, candidates: [] };
  const candidates = odds.filter((one) => one.odds / sum >= POSSIBLE).slice(0, MOST);
  return { row: null, candidates: candidates.map(({ row }) => row) };
}

/** **Units** days. */
const FRESH = 2;

/**
 * News without a day is of the latest vote on its matter: an older one that seems likelier may be what the report only
 * looks back on ("four days after the invasion").
 */
function isOvertaken(
  row: CouncilVote,
  { when }: Omit<Vote, 'record' | 'candidates'>,
  { published, symbol, days }: Hints,
  scored: readonly { readonly row: CouncilVote }[],
): boolean {
  if (published === null || when.text !== null || symbol !== null || days.includes(row.date)) return false;
  if (daysBetween(row.date, published) <= FRESH || daysBetween(row.date, published) > RECENT) return false;
  return scored.some(
    ({ row: other }) =>
      other.date > row.date &&
      other.date <= published &&
      other.about.some((country) => row.about.includes(country)),
  );
}

/** **Units** days. */
const RECENT = 45;

/** **Units** shares of likelihood. */
const SURE = 0.8;
const POSSIBLE = 0.05;
const MOST = 5;

/** How often a report is right in what it tells of a vote. */
const RIGHT = 0.92;

/** Log of how much likelier something told is of a row that agrees than of any row; `share` of the rows agree. */
function agrees(share: number, right = RIGHT): number {
  return Math.log(right / Math.max(share, 0.0005));
}

function disagrees(share: number, right = RIGHT): number {
  return Math.log((1 - right) / Math.max(1 - share, 0.0005));
}

interface Weighed {
  readonly score: number;
  /** Things other than the day that agree: a day alone is no evidence of which vote it was. */
  readonly told: number;
}

type Evidence = (row: CouncilVote) => { readonly weight: number; readonly tells: boolean };

function weigher(
  vote: Omit<Vote, 'record' | 'candidates'>,
  hints: Hints,
  council: Council,
): (row: CouncilVote) => Weighed {
  const { votes } = council;
  const share = (test: (row: CouncilVote) => boolean): number =>
    Math.max(0.5, votes.filter(test).length) / votes.length;
  const evidence: Evidence[] = [];
  /** What a row can agree with, disagree with, or leave open (null). */
  const add = (test: (row: CouncilVote) => boolean | null, { right = RIGHT, tells = true } = {}): void => {
    const common = share((row) => test(row) === true);
    const [yes, no] = [agrees(common, right), disagrees(common, right)];
    evidence.push((row) => {
      const fits = test(row);
      return { weight: fits === null ? 0 : fits ? yes : no, tells: tells && fits === true && yes > TELLING };
    });
  };

  if (hints.symbol !== null) add((row) => hasSymbol(row, hints.symbol!), { right: 0.97 });
  else if (hints.symbols.length > 0)
    add((row) => hints.symbols.some((symbol) => hasSymbol(row, symbol)), { right: 0.35 });
  const { outcome } = vote;
  if (outcome !== 'unknown') add((row) => nearlySame(row, outcome));
  evidence.push(together(tallyTests(vote), share), together(vetoTests(hints.vetoers), share));
  for (const { country, vote: ballot } of vote.members) {
    if (ballot === 'against' && hints.vetoers.includes(country)) continue;
    add((row) => {
      const cast = ballotOf(row, country);
      return cast === null ? (council.isMember(country, row.date) === false ? false : null) : cast === ballot;
    });
  }
  evidence.push(topicEvidence(hints, share));
  for (const test of sponsorTests(hints.sponsors)) add(test, { right: 0.8, tells: false });
  evidence.push(wordEvidence(hints.words, council));
  const day = dayEvidence(vote, hints, council);
  return (row) => {
    let score = day(row);
    let told = 0;
    for (const one of evidence) {
      const { weight, tells } = one(row);
      score += weight;
      if (tells) told += 1;
    }
    return { score, told };
  };
}

type Test = (row: CouncilVote) => boolean | null;

function tallyTests(vote: Omit<Vote, 'record' | 'candidates'>): Test[] {
  return (['for', 'against', 'abstain'] as const).flatMap((side) => {
    const told = vote[side];
    return told === null ? [] : [(row: CouncilVote) => (row[side] === null ? null : row[side] === told)];
  });
}

function vetoTests(vetoers: readonly string[]): Test[] {
  if (vetoers.length === 0) return [];
  return [
    ...vetoers.map((country) => (row: CouncilVote) => row.vetoedBy.includes(country)),
    (row: CouncilVote) => row.vetoedBy.length === vetoers.length,
  ];
}

/** Things that go wrong together: a tally with one number wrong mostly has another one wrong, too. */
function together(tests: readonly Test[], share: (test: (row: CouncilVote) => boolean) => number): Evidence {
  const weights = tests.map((test) => {
    const common = share((row) => test(row) === true);
    return { test, yes: agrees(common), no: disagrees(common) };
  });
  return (row) => {
    let weight = 0;
    let wrong = 0;
    let tells = false;
    for (const { test, yes, no } of weights) {
      const fits = test(row);
      if (fits === null) continue;
      if (fits) weight += yes;
      else weight += wrong++ === 0 ? no : Math.max(no, AGAIN);
      if (fits && yes > TELLING) tells = true;
    }
    return { weight, tells };
  };
}

/** **Units** logs. */
const AGAIN = Math.log(0.6);

/** **Units** logs: what so many rows agree with tells nothing of which one it is. */
const TELLING = 0.7;

/** Of a draft that "failed" a veto may have been the reason: that speaks neither way. */
function nearlySame(row: CouncilVote, outcome: Vote['outcome']): boolean | null {
  if (outcome === 'failed' && row.outcome === 'vetoed') return null;
  return row.outcome === outcome;
}

/** One of the countries that are named is what the vote was about; if none is, that speaks against a row. */
function topicEvidence(
  { topics, setting }: Hints,
  share: (test: (row: CouncilVote) => boolean) => number,
): Evidence {
  const weights = new Map<string, number>();
  for (const country of [...topics, ...setting]) {
    if (weights.has(country)) continue;
    const common = share((row) => isAbout(row, country));
    weights.set(country, agrees(common, topics.includes(country) ? 0.7 : 0.4));
  }
  const missed = Math.log(topics.length > 0 ? 0.3 : 0.55);
  return (row) => {
    const best = [...weights]
      .flatMap(([country, weight]) => (isAbout(row, country) ? [weight] : []))
      .sort((a, b) => b - a);
    if (best.length === 0)
      return { weight: row.about.length > 0 && weights.size > 0 ? missed : 0, tells: false };
    // A second country that is named too adds little.
    const weight = best.reduce((sum, one, index) => sum + Math.max(0, one) / 2 ** index, 0);
    return { weight: Math.min(weight, MOST_OF_TOPIC), tells: weight > TELLING };
  };
}

/** Reports go on to call a state by the name of the one that it was part of, and one Korea's matter is the other's. */
const FORMER: Readonly<Record<string, string>> = {
  YUG: 'SRB',
  CSK: 'CZE',
  PRK: 'KOR',
  KOR: 'PRK',
  XKX: 'SRB',
};

function isAbout(row: CouncilVote, country: string): boolean {
  return row.about.includes(country) || row.about.includes(FORMER[country] ?? country);
}

/** "A United States draft": whoever laid it before the Council. Of rows without sponsors nothing is known. */
function sponsorTests(told: readonly string[]): Test[] {
  return told.map((country) => (row) => {
    // Where dozens stand behind a draft, it is nobody's.
    if (row.sponsors.length === 0 || row.sponsors.length > MOST_SPONSORS) return null;
    return row.sponsors.includes(country);
  });
}

const MOST_SPONSORS = 6;

/** **Units** logs. Words say less than countries: drafts and reports seldom choose the same. */
const MOST_OF_TOPIC = 6;
const MOST_OF_WORDS = 5;

function wordEvidence(words: ReadonlySet<string>, council: Council): Evidence {
  const frequencies = frequenciesOf(council);
  return (row) => {
    let weight = 0;
    for (const word of wordsOf(row)) {
      if (words.has(word)) weight += Math.max(0, Math.log(0.4 / (frequencies.get(word) ?? 1))) / 2;
    }
    return { weight: Math.min(weight, MOST_OF_WORDS), tells: weight > 2 };
  };
}

/** **Units** days that the record spans. */
const SPAN = 29_220;

/**
 * The day, as the text has it or as the date of publication lets expect it. A report may have a day wrong and the month
 * right; what is published is mostly of the days before.
 */
function dayEvidence(
  { when }: Omit<Vote, 'record' | 'candidates'>,
  { published, days }: Hints,
  council: Council,
): (row: CouncilVote) => number {
  const from = council.covers.from;
  const likely = (share: number, days: number): number => Math.log((share * SPAN) / days);
  if (when.text !== null && when.start !== null) {
    const [start, end] = [when.start, when.end ?? when.start];
    const days = daysBetween(start, end) + 3;
    // "On Wednesday" is of the days before publication; a date in full may have a wrong month or year.
    const elsewhere = when.basis === 'stated' ? Math.log(0.01) : IMPOSSIBLE;
    return ({ date }) => {
      const off = date < start ? daysBetween(date, start) : date > end ? daysBetween(end, date) : 0;
      if (off <= 1) return likely(0.93, days) - off;
      if (off <= 20) return when.basis === 'stated' ? likely(0.04, 40) : likely(0.01, 40);
      if (off <= 366) return date.slice(5) === start.slice(5) ? likely(0.01, 2) : elsewhere;
      return Math.min(elsewhere, Math.log(0.0005));
    };
  }
  // A vote without a day of its own may be of any day that the report names.
  const named = new Set(days);
  const ofNamed = Math.exp(likely(OF_NAMED_DAY, Math.max(1, named.size)));
  const withNamed = (date: string, other: number): number =>
    named.size === 0
      ? other
      : Math.log((1 - OF_NAMED_DAY) * Math.exp(other) + (named.has(date) ? ofNamed : 0));
  if (published === null || published < from) return ({ date }) => withNamed(date, 0);
  return ({ date }) =>
    withNamed(date, recency(date, published, likely, when.start === null ? LOOKING_BACK : UNSAID));
}

/** **Units** logs. A day of last week cannot be of another month. */
const IMPOSSIBLE = -30;
const OF_NAMED_DAY = 0.35;
/** Shares of votes of long ago: told in the pluperfect, and told as news is told, without a word of when. */
const LOOKING_BACK = 0.18;
const UNSAID = 0.02;

/** What is published is mostly of the days before; a look back may be at any time. */
function recency(
  date: string,
  published: string,
  likely: (share: number, days: number) => number,
  old: number,
): number {
  if (date > published) return daysBetween(published, date) <= 1 ? likely(0.02, 1) : Math.log(0.001);
  const age = daysBetween(date, published);
  if (age <= 3) return likely(0.6, 4);
  if (age <= 10) return likely(0.15, 7);
  if (age <= 45) return likely(0.07, 35);
  return Math.log(old);
}

/** Log odds of a vote that the record does not have, against any one of its rows by itself. */
function absent(vote: Omit<Vote, 'record' | 'candidates'>, hints: Hints, council: Council): number {
  const day = vote.when.text !== null ? vote.when.start : hints.published;
  const late = day !== null && day > council.coversUnanimous;
  const contested = vote.outcome === 'vetoed' || (vote.against ?? 0) > 0 || (vote.abstain ?? 0) > 0;
  // Unanimous votes of late are not there at all; of others few are missing.
  const share = late && !contested ? 0.6 : contested ? 0.03 : 0.1;
  return Math.log((council.votes.length * share) / (1 - share));
}
