import type { Document, Sentence } from '../../document/document.js';
import type { CouncilVote, Registry } from '../../registry/registry.js';
import { type Cast, mentionCovering } from '../cast.js';
import { countriesNamed } from '../votes/setting.js';
import { inWords, nameAll, voteEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay, timesIn } from './time-of-claim.js';
import { checkBefore } from './veto-before.js';
import { beforeIn, type Count, countIn, type Period, periodIn } from './veto-words.js';
import { type Counted, countedIn, permanentIn, vetoesOf } from './vetoers.js';

const VETOING =
  /\bveto|\bstruck\s+down\b|\bright\s+to\s+block\b|\bblocked\s+(?:measures|resolutions|drafts|texts)|\bblocked\b[^.;]{0,40}\b(?:text|draft|resolution)|\b(?:its|lone|single)\s+no\b/iu;

/** "The eighth time that Russia has used its veto on Syria since 2011": counted over the rows of the record. */
export function checkVetoCounts(material: Material): FoundClaim[] {
  const { doc, maybe } = material;
  if (!maybe) return [];
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!VETOING.test(text)) return [];
    const counted = countedIn(material, sentence);
    if (counted === undefined) return [];
    const before = beforeIn(text, claimDay(doc, material.votes) ?? '9999');
    if (before !== null)
      return checkBefore(material, sentence, counted, before, readings(material, sentence, counted));
    const count = countIn(text);
    return count === null || count.first ? [] : checkOne(material, sentence, text, counted, count);
  });
}

function checkOne(
  material: Material,
  sentence: Sentence,
  text: string,
  counted: Counted,
  count: Count,
): FoundClaim[] {
  const { doc, registry, votes } = material;
  const claim = { kind: 'veto-count' as const, start: sentence.start, end: sentence.end };
  const day = claimDay(doc, votes);
  const { covers } = registry.council;
  if (day === null || day > covers.to) {
    const because =
      day === null
        ? 'Nothing says up to which day to count.'
        : `The record of vetoes ends on ${inWords(covers.to)}.`;
    return [{ ...claim, verdict: 'unverifiable', because, evidence: [] }];
  }
  const period = onDays(doc, sentence) ?? periodIn(text, day);
  const all = readings(material, sentence, counted).map((reading) => ({
    ...reading,
    rows: reading.rows.filter(({ date }) => date <= day),
  }));
  const shortened = EARLIER.test(text)
    ? all.map((one) => ({ ...one, rows: beforeNews(one.rows, votes) }))
    : all;
  const bounded = shortened.map((reading) => ({ ...reading, rows: within(reading.rows, period) }));
  const wide =
    period.year === null
      ? [
          ...bounded,
          ...bounded.flatMap((one) => [
            ...ofOneConflict(one, GAP),
            ...(period.certain ? [] : ofOneConflict(one, LULL)),
          ]),
        ]
      : bounded;
  const right = wide.find(({ rows }) => fits(rows, count));
  const shown = right ?? wide[0]!;
  const because = `${whoCast(registry, counted)} ${inNumbers(shown.rows)}${shown.about}${period.words}${period.to === day ? ` up to ${inWords(day)}` : ''}.`;
  const evidence = shown.rows.map(voteEvidence);
  // That there was none is shown by the vetoes around it.
  const shownBy =
    evidence.length > 0 ? evidence : around(all[0]!.rows, registry, counted, period).map(voteEvidence);
  if (right !== undefined) return [{ ...claim, verdict: 'supported', because, evidence: shownBy }];
  if (shownBy.length === 0 || !period.certain || !isBounded(text, period, shown)) {
    return [
      {
        ...claim,
        verdict: 'unverifiable',
        because: `${because} From when the text counts is not clear.`,
        evidence,
      },
    ];
  }
  return [{ ...claim, verdict: 'contradicted', because, evidence: shownBy }];
}

/** "On 31 October it vetoed three drafts", "had vetoed two four days earlier": counted on those days alone. */
function onDays(doc: Document, sentence: Sentence): Period | undefined {
  const text = doc.report.text.slice(sentence.start, sentence.end);
  const vague = VAGUE.exec(text);
  if (vague !== null) return { from: '0000-01-01', to: '9999-12-31', year: null, certain: false, words: '' };
  if (!/\bvetoed\b/iu.test(text) || /\bsince\b|\btimes?\b/iu.test(text)) return undefined;
  const days = timesIn(doc, sentence).flatMap(({ value }) =>
    value.precision === 'day' && value.start !== null ? [value.start] : [],
  );
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const words = ` on ${inWords(first)}`;
  return { from: first, to: last, year: Number(first.slice(0, 4)), certain: true, words };
}

const VAGUE = /\b(?:days?|weeks?|hours?|months?)\s+(?:earlier|before|later|ago|previously)\b/iu;

/** "Its second veto in the war" counts from no date, and only what it says could tell from when. */
function isBounded(text: string, period: Period, { about }: VetoReading): boolean {
  return period.year !== null || about !== '' || !/\bin\s+(?:the|this|that)\s+\p{Ll}+\b/u.test(text);
}

function whoCast(registry: Registry, { countries, anyone }: Counted): string {
  if (anyone) return 'Permanent members cast';
  return countries.length > 1
    ? `${nameAll(registry, countries)} together cast`
    : `${nameAll(registry, countries)} cast`;
}

function inNumbers(rows: readonly CouncilVote[]): string {
  return rows.length === 0 ? 'no veto' : rows.length === 1 ? 'one veto' : `${rows.length} vetoes`;
}

/** The last veto before a period and the first after it. */
function around(
  rows: readonly CouncilVote[],
  { council }: Registry,
  counted: Counted,
  period: Period,
): CouncilVote[] {
  const all = rows.length > 0 ? rows : vetoesOf(council.votes, counted);
  const before = all.findLast(({ date }) => date < period.from);
  const after = all.find(({ date }) => date > period.to);
  return [before, after].filter((row) => row !== undefined);
}

const EARLIER = /\b(?:earlier|previous(?:ly)?|already|prior|before)\b/iu;

/** Without the veto that the report is about: "it had vetoed three earlier drafts". */
function beforeNews(rows: readonly CouncilVote[], votes: Material['votes']): CouncilVote[] {
  const news = votes
    .flatMap(({ vote }) => vote.record?.date ?? [])
    .sort()
    .at(-1);
  return rows.filter((row) => row.date !== news);
}

/** Vetoes that may be meant, and what on. */
export interface VetoReading {
  readonly rows: readonly CouncilVote[];
  /** " on Syria", empty where all drafts count. */
  readonly about: string;
}

/**
 * What a count may be of: the topic that its sentence names; where it names none, every draft, or those on what the
 * report's vote is about.
 */
function readings(
  { doc, cast, registry, votes }: Material,
  sentence: Sentence,
  counted: Counted,
): VetoReading[] {
  const rows = vetoesOf(registry.council.votes, counted);
  const on = (topics: readonly string[]): VetoReading => ({
    rows: rows.filter((row) => row.about.some((topic) => topics.includes(topic))),
    about: ` on ${nameAll(registry, topics)}`,
  });
  const text = doc.report.text.slice(sentence.start, sentence.end);
  // Who may veto is named for voting, hardly ever as what a draft is on.
  const voters = new Set([...counted.countries, ...permanentIn({ registry })]);
  const named = EVERYTHING.test(text)
    ? []
    : countriesIn(doc, cast, registry, sentence).filter((one) => !voters.has(one));
  const known = named.filter((topic) => rows.some((row) => row.about.includes(topic)));
  if (known.length > 0) return [on(known), ...(known.length > 1 ? known.map((topic) => on([topic])) : [])];
  const linked = votes.flatMap(({ vote }) =>
    rows.filter((row) => row.date === vote.record?.date && row.symbol === vote.record.symbol),
  );
  const others = doc.sentences
    .filter(({ index }) => index < sentence.index && index >= sentence.index - 2)
    .flatMap((other) => countriesIn(doc, cast, registry, other))
    .filter((one) => !voters.has(one) && rows.some((row) => row.about.includes(one)));
  const topics = [...new Set([...linked.flatMap(({ about }) => about), ...others])];
  return [{ rows, about: '' }, ...topics.map((topic) => on([topic]))];
}

/** "On everything from Greece to Italy" sets no bounds. */
const EVERYTHING =
  /\bmost\s+of\s+(?:them|which)\b|\beverything\s+from\b|\bsubjects\s+(?:ranging|from)\b|\branging\s+from\b/iu;

function within(rows: readonly CouncilVote[], period: Period): CouncilVote[] {
  return rows.filter((row) => row.date >= period.from && row.date <= period.to);
}

/** **Units** years: vetoes so far apart are not of one conflict, though they name one country. */
const GAP = 10;
/** Vetoes "in the war" follow each other more closely. */
const LULL = 2;

/** "The twelfth veto on Syria", said of a war, leaves out one of 1946. */
function ofOneConflict({ rows, about }: VetoReading, gap: number): VetoReading[] {
  const year = (row: CouncilVote): number => Number(row.date.slice(0, 4));
  const start = rows.findLastIndex((row, index) => index > 0 && year(row) - year(rows[index - 1]!) >= gap);
  const first = rows[start];
  return start <= 0 || first === undefined || about === ''
    ? []
    : [{ rows: rows.slice(start), about: `${about} since ${year(first)}` }];
}

/** Drafts vetoed one after another on one day may have been counted as one occasion. */
function fits(rows: readonly CouncilVote[], count: Count): boolean {
  const occasions = new Set(rows.map(({ date }) => date)).size;
  switch (count.bound) {
    case 'exactly':
      return rows.length === count.number || occasions === count.number;
    case 'at least':
      return rows.length >= count.number;
    case 'more than':
      return rows.length > count.number;
    case 'fewer than':
      return rows.length < count.number;
    case 'nearly':
      return rows.length < count.number && rows.length >= count.number * 0.85;
  }
}

/** Countries that a sentence names, as actors or by any name of theirs. */
function countriesIn(doc: Document, cast: Cast, registry: Registry, sentence: Sentence): string[] {
  const found = new Set<string>();
  for (let token = sentence.from; token < sentence.to; token++) {
    const mention = cast.at(token) ?? mentionCovering(cast, token);
    for (const { country } of mention?.actors ?? []) if (country !== null) found.add(country);
  }
  for (const country of countriesNamed(doc, registry, sentence.from, sentence.to)) found.add(country);
  return [...found].filter((country) => registry.countries.has(country));
}
