import type { Sentence } from '../../document/document.js';
import type { Council, CouncilVote } from '../../registry/registry.js';
import { frequenciesOf, stemsOf, wordsOf } from '../votes/record-words.js';
import { namedAt } from '../votes/setting.js';
import { daysBetween } from '../when.js';
import { inWords, nameAll, voteEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { timesIn } from './time-of-claim.js';

const NUMBERED =
  /\b(?:(?:Security\s+Council|UN|UNSC|Council|council)\s+)?[Rr]esolution\s+(?:No\.?\s*|number\s+)?(\d{1,4})\b(?!\s*\/\s*\d)(?:\s*\((\d{4})\))?|\bS\/RES\/(\d{1,4})\b(?:\s*\((\d{4})\))?|\bUNSCR\s+(\d{1,4})\b/gu;

/** "Resolution 2118 of 27 September 2013, on Syria": number, day or year, and what it is on. */
export function checkResolutions(material: Material): FoundClaim[] {
  const { doc, council } = material;
  if (!council) return [];
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    const named = [...text.matchAll(NUMBERED)];
    return named.flatMap((match, index) => {
      const end = named[index + 1]?.index ?? text.length;
      return checkOne(material, sentence, match, index === 0 ? 0 : match.index, end, text);
    });
  });
}

function checkOne(
  material: Material,
  sentence: Sentence,
  match: RegExpMatchArray,
  from: number,
  to: number,
  text: string,
): FoundClaim[] {
  const { registry } = material;
  const number = Number(match[1] ?? match[3] ?? match[5]);
  const row = registry.council.votes.find(({ symbol }) => symbol === `S/RES/${number}`);
  const claim = { kind: 'resolution' as const, start: sentence.start, end: sentence.end };
  // Its own number is no year.
  const clause = `${text.slice(from, match.index)}${' '.repeat(match[0].length)}${text.slice(match.index! + match[0].length, to)}`;
  const years = yearsTold(clause, match[2] ?? match[4]);
  if (row === undefined) return checkMissing(material, claim, number, years);
  const evidence = [voteEvidence(row)];
  const wrong: string[] = [];
  const right: string[] = [];
  const day = dayTold(material, sentence, clause, from);
  if (day !== undefined) {
    const off = Math.abs(daysBetween(day, row.date));
    (off <= ZONES ? right : wrong).push(`was adopted on ${inWords(row.date)}`);
  } else if (years.length > 0) {
    const agrees = years.some((year) => row.date.startsWith(String(year)));
    (agrees ? right : wrong).push(`was adopted on ${inWords(row.date)}`);
  }
  const topic = topicTold(material, sentence, match, clause, from, row);
  if (topic !== undefined) (topic ? right : wrong).push(`is on ${matterOf(row, material)}`);
  if (wrong.length > 0)
    return [
      { ...claim, verdict: 'contradicted', because: `${row.symbol} ${wrong.join(' and ')}.`, evidence },
    ];
  return right.length === 0
    ? []
    : [{ ...claim, verdict: 'supported', because: `${row.symbol} ${right.join(' and ')}.`, evidence }];
}

/** Resolutions are numbered through: one that the record lacks was adopted between its neighbours. */
function checkMissing(
  { registry }: Material,
  claim: Pick<FoundClaim, 'kind' | 'start' | 'end'>,
  number: number,
  years: readonly number[],
): FoundClaim[] {
  const numbered = registry.council.votes.flatMap((row) => {
    const own = /^S\/RES\/(\d+)$/.exec(row.symbol)?.[1];
    return own === undefined ? [] : [{ row, number: Number(own) }];
  });
  const before = nearest(
    numbered.filter((one) => one.number < number),
    number,
  );
  const after = nearest(
    numbered.filter((one) => one.number > number),
    number,
  );
  if (before === undefined || after === undefined || years.length === 0) return [];
  const evidence = [before.row, after.row].map(voteEvidence);
  const because = `The record lacks S/RES/${number}; ${before.row.symbol} was adopted on ${inWords(before.row.date)}, ${after.row.symbol} on ${inWords(after.row.date)}.`;
  const [first, last] = [Number(before.row.date.slice(0, 4)), Number(after.row.date.slice(0, 4))];
  const possible = years.some((year) => year >= first && year <= last);
  if (!possible) return [{ ...claim, verdict: 'contradicted', because, evidence }];
  return [{ ...claim, verdict: first === last ? 'supported' : 'unverifiable', because, evidence }];
}

function nearest<T extends { readonly number: number }>(all: readonly T[], number: number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) =>
      best === undefined || Math.abs(one.number - number) < Math.abs(best.number - number) ? one : best,
    undefined,
  );
}

/** **Units** days. */
const ZONES = 1;

/** The day in full on which a clause says that it was adopted. */
function dayTold({ doc }: Material, sentence: Sentence, clause: string, from: number): string | undefined {
  const start = sentence.start + from;
  const time = timesIn(doc, sentence).find(
    (one) =>
      one.value.precision === 'day' &&
      one.value.basis === 'stated' &&
      one.start >= start &&
      one.end <= start + clause.length &&
      ADOPTED_ON.test(clause.slice(0, one.start - start)),
  );
  return time?.value.start ?? undefined;
}

const ADOPTED_ON =
  /^\W*$|\b(?:adopted|passed|approved|voted|of|dated|agreed|carried)\b(?:\s+\p{L}+){0,5}\s*,?\s*(?:on\s+)?(?:\p{L}+day,?\s+)?$/u;

/** The year in brackets, and those that the clause says it was adopted in. */
function yearsTold(clause: string, bracketed: string | undefined): number[] {
  if (bracketed !== undefined) return [Number(bracketed)];
  const adopted =
    /\b(?:adopt\w*|pass(?:ed|es)?|approv\w*|agreed|voted|of)\b[^.;]{0,60}?\b(19[4-9]\d|20[0-4]\d)\b/u.exec(
      clause,
    )?.[1] ??
    /\b[Ii]n\s+(?:\p{L}+\s+)?(19[4-9]\d|20[0-4]\d)\b[^.;]{0,80}\b(?:adopt\w*|pass(?:ed|es)|approv\w*)\b/u.exec(
      clause,
    )?.[1];
  return adopted === undefined ? [] : [Number(adopted)];
}

const BOUND =
  /\b(?:for|in|on|against|between|to)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|all)\s+)?$/iu;
/** What a resolution is said to be on. **Units** characters behind its number. */
const REACH = 160;
const ON =
  /\b(?:on|about|concerning|regarding|over|against|relating\s+to|dealing\s+with|dealt\s+with|addressed|addressing|in|to|into|for|of|within|between|admitt\w+|condemn\w+|demand\w+|call\w*|impos\w+|authori[sz]\w+|establish\w+|extend\w+)\s+(?:the\s+)?(?:\p{Ll}+\s+){0,6}?$/u;

/** Whether the countries that a resolution is said to be on are those of the record; undefined where none is said. */
function topicTold(
  { doc, registry }: Material,
  sentence: Sentence,
  match: RegExpMatchArray,
  clause: string,
  from: number,
  row: CouncilVote,
): boolean | undefined {
  if (row.about.length === 0) return undefined;
  const start = sentence.start + match.index!;
  const named = new Set<string>();
  for (let token = sentence.from; token < sentence.to; token++) {
    const at = doc.tokens[token]!.start;
    if (at > start + REACH || at >= sentence.start + from + clause.length) continue;
    // Before its number only what a preposition ties to it: "the brigade for Congo created under resolution 2098".
    const before = doc.report.text.slice(at < start ? sentence.start : start + match[0].length, at);
    if (at < start && !BOUND.test(before)) continue;
    const after = doc.report.text.slice(at, at + 40);
    if (!ON.test(before) && !/^\p{Lu}\p{L}+['’]s?\b/u.test(after)) continue;
    for (const country of namedAt(doc, registry, token)) named.add(country);
  }
  if (named.size === 0) return sharesWords(row, clause, registry.council) ? true : undefined;
  return row.about.some((country) => named.has(country)) || mentions(row, named, registry.countries);
}

/** Words of a row's matter that few rows have, in what is told of it: "Resolution 1325, on women and peace". */
function sharesWords(row: CouncilVote, clause: string, council: Council): boolean {
  const told = stemsOf(clause);
  const frequencies = frequenciesOf(council);
  return [...wordsOf(row)].some((word) => told.has(word) && (frequencies.get(word) ?? 1) < RARE);
}

/** Share of the record's rows. */
const RARE = 0.05;

/** A row's own words may name a country that its codes leave out. */
function mentions(
  row: CouncilVote,
  named: ReadonlySet<string>,
  countries: ReadonlyMap<string, { readonly name: string; readonly demonyms: readonly string[] }>,
): boolean {
  const text = `${row.matter ?? ''} ${row.topic}`;
  return [...named].some((code) => {
    const country = countries.get(code);
    return country !== undefined && [country.name, ...country.demonyms].some((name) => text.includes(name));
  });
}

function matterOf(row: CouncilVote, { registry }: Material): string {
  return row.matter ?? (row.topic === '' ? nameAll(registry, row.about) : row.topic);
}
