import type { Document, Sentence } from '../../document/document.js';
import { vetoesBy } from '../../registry/council/queries.js';
import type { CouncilVote, Registry } from '../../registry/registry.js';
import { type Cast, mentionCovering } from '../cast.js';
import { doersOf, votersAt } from '../votes/voters.js';
import { inWords, nameAll, voteEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay } from './time-of-claim.js';
import { type Count, countIn, type Period, periodIn } from './veto-words.js';

/** "The eighth time that Russia has used its veto on Syria since 2011": counted over the rows of the record. */
export function checkVetoCounts(material: Material): FoundClaim[] {
  const { doc, council } = material;
  if (!council) return [];
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!/\bveto/iu.test(text)) return [];
    const count = countIn(text);
    return count === null ? [] : checkOne(material, sentence, text, count);
  });
}

function checkOne(material: Material, sentence: Sentence, text: string, count: Count): FoundClaim[] {
  const { doc, cast, registry, votes } = material;
  const country = vetoer(doc, cast, registry, sentence);
  if (country === undefined) return [];
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
  const period = periodIn(text, day);
  const rows = vetoesBy(registry.council, country, { to: day });
  const readings = readingsOf(
    material,
    sentence,
    country,
    EARLIER.test(text) ? beforeNews(rows, votes) : rows,
  );
  const name = nameAll(registry, [country]);
  if (count.first) return checkFirst(claim, name, readings, period);
  const bounded = readings.map((reading) => ({ ...reading, rows: within(reading.rows, period) }));
  const counted = period.year === null ? [...bounded, ...bounded.flatMap(ofOneConflict)] : bounded;
  const right = counted.find(({ rows }) => fits(rows, count));
  const shown = right ?? counted[0]!;
  const because = `${name} cast ${shown.rows.length === 1 ? 'one veto' : `${shown.rows.length} vetoes`}${shown.about}${period.words} up to ${inWords(day)}.`;
  const evidence = shown.rows.map(voteEvidence);
  if (right !== undefined) return [{ ...claim, verdict: 'supported', because, evidence }];
  if (evidence.length === 0 || !period.certain) {
    return [
      {
        ...claim,
        verdict: 'unverifiable',
        because: `${because} From when the text counts is not clear.`,
        evidence,
      },
    ];
  }
  return [{ ...claim, verdict: 'contradicted', because, evidence }];
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

interface VetoReading {
  readonly rows: readonly CouncilVote[];
  /** "on Syria", empty where all drafts count. */
  readonly about: string;
}

/**
 * What a count may be of: the topic that its sentence names; where it names none, every draft, or those on what the
 * report's vote is about.
 */
function readingsOf(
  { doc, cast, registry, votes }: Material,
  sentence: Sentence,
  country: string,
  rows: readonly CouncilVote[],
): VetoReading[] {
  const on = (topics: readonly string[]): VetoReading => ({
    rows: rows.filter((row) => row.about.some((topic) => topics.includes(topic))),
    about: ` on ${nameAll(registry, topics)}`,
  });
  const named = countriesIn(doc, cast, registry, sentence).filter((one) => one !== country);
  const known = named.filter((topic) => rows.some((row) => row.about.includes(topic)));
  if (known.length > 0) return [on(known), ...(known.length > 1 ? known.map((topic) => on([topic])) : [])];
  const linked = votes.flatMap(({ vote }) =>
    rows.filter((row) => row.date === vote.record?.date && row.symbol === vote.record.symbol),
  );
  const topics = [...new Set(linked.flatMap(({ about }) => about))];
  return [{ rows, about: '' }, ...topics.map((topic) => on([topic]))];
}

function within(rows: readonly CouncilVote[], period: Period): CouncilVote[] {
  return rows.filter((row) => row.date >= period.from && row.date <= period.to);
}

/** **Units** years: vetoes so far apart are not of one conflict, though they name one country. */
const GAP = 10;

/** "The twelfth veto on Syria", said of a war, leaves out one of 1946. */
function ofOneConflict({ rows, about }: VetoReading): VetoReading[] {
  const year = (row: CouncilVote): number => Number(row.date.slice(0, 4));
  const start = rows.findLastIndex((row, index) => index > 0 && year(row) - year(rows[index - 1]!) >= GAP);
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
    case 'nearly':
      return rows.length < count.number && rows.length >= count.number * 0.85;
  }
}

/** "The first since 2006": the veto before this one was cast in that year, or none was since it began. */
function checkFirst(
  claim: Pick<FoundClaim, 'kind' | 'start' | 'end'>,
  name: string,
  readings: readonly VetoReading[],
  period: Period,
): FoundClaim[] {
  if (period.year === null) return [];
  const { year } = period;
  const checked = readings.map(({ rows, about }) => {
    const since = rows.filter((row) => row.date >= period.from);
    const before = rows.at(-2);
    return {
      about,
      rows,
      before,
      right: since.length === 1 || before?.date.startsWith(String(year)) === true,
    };
  });
  const shown = checked.find(({ right }) => right) ?? checked[0]!;
  const last = shown.rows.at(-1);
  if (last === undefined) return [];
  const because =
    shown.before === undefined
      ? `${name} had cast no veto${shown.about} before ${inWords(last.date)}.`
      : `Before ${inWords(last.date)}, ${name} last cast a veto${shown.about} on ${inWords(shown.before.date)}.`;
  const evidence = shown.rows.slice(-2).map(voteEvidence);
  return [{ ...claim, verdict: shown.right ? 'supported' : 'contradicted', because, evidence }];
}

/** Whose vetoes are counted: who does the vetoing in the sentence, or whose "veto" it is. */
function vetoer(doc: Document, cast: Cast, registry: Registry, sentence: Sentence): string | undefined {
  for (let token = sentence.from; token < sentence.to; token++) {
    if (!/^veto/i.test(doc.tokens[token]!.text)) continue;
    for (let at = token, steps = 0; at >= 0 && steps < 4; at = doc.tree.heads[at]!, steps++) {
      const doers = doc.upos[at] === 'VERB' || doc.upos[at] === 'AUX' ? doersOf(doc, at) : ownersOf(doc, at);
      for (const doer of doers) {
        const voter = votersAt(doc, cast, registry, doer)[0];
        if (voter !== undefined) return voter.country;
      }
    }
  }
  return undefined;
}

function ownersOf(doc: Document, noun: number): number[] {
  return (doc.tree.children[noun] ?? []).filter((child) =>
    /^(?:nmod:poss|amod|compound)$/.test(doc.tree.relations[child]!),
  );
}

function countriesIn(doc: Document, cast: Cast, registry: Registry, sentence: Sentence): string[] {
  const found = new Set<string>();
  for (let token = sentence.from; token < sentence.to; token++) {
    const mention = cast.at(token) ?? mentionCovering(cast, token);
    for (const { country } of mention?.actors ?? []) if (country !== null) found.add(country);
    for (const listing of registry.gazetteer.find(doc.tokens[token]!.text)) {
      if (listing.country !== null && /^(?:country|demonym|capital)$/.test(listing.kind))
        found.add(listing.country);
    }
  }
  return [...found].filter((country) => registry.countries.has(country));
}
