import type { Sentence } from '../../document/document.js';
import type { AssemblyAgreement } from '../../registry/assembly/assembly.js';
import { countriesNamed } from '../votes/setting.js';
import { numberOf } from '../votes/tally.js';
import { nameAll } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimYear } from './time-of-claim.js';

const YEAR = /\b(19[4-9]\d|20[0-2]\d)\b/gu;

/** How two states stand with each other: how often they vote alike in the General Assembly, and by which treaties. */
export function checkDyads(material: Material): FoundClaim[] {
  const { doc, registry } = material;
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    const alike = ALIKE.test(text) && /\bAssembly\b/u.test(doc.report.text);
    const allied = ALLIED.test(text);
    if (!alike && !allied) return [];
    const pair = pairOf(countriesNamed(doc, registry, sentence.from, sentence.to));
    if (pair === undefined || !areJoined(material, pair, text)) return [];
    const found = alike
      ? checkAgreement(material, sentence, text, pair)
      : checkAlliance(material, sentence, text, pair);
    return found === undefined ? [] : [found];
  });
}

/** The two states that a sentence is about; undefined where it names fewer or more. */
function pairOf(countries: readonly string[]): readonly [string, string] | undefined {
  return countries.length === 2 ? [countries[0]!, countries[1]!] : undefined;
}

/** "India and the United States", "India with China": two that are told of together, and not two in one sentence. */
function areJoined({ registry }: Material, pair: readonly [string, string], text: string): boolean {
  const names = pair.map((code) => {
    const country = registry.countries.get(code);
    const all =
      country === undefined
        ? []
        : [country.name, ...country.aliases, ...country.demonyms, ...country.capitals];
    return all.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  });
  const between =
    "(?:s|['’]s)?(?:\\s+or\\s+(?:the\\s+)?\\p{Lu}[^,.;]{0,30})?,?\\s+(?:and|with|to)\\s+(?:the\\s+)?";
  const [one, other] = names;
  return [`(?:${one})${between}(?:${other})`, `(?:${other})${between}(?:${one})`].some((pattern) =>
    new RegExp(`\\b${pattern}`, 'u').test(text),
  );
}

const ALIKE =
  /\b(?:match(?:ed|es)|vot(?:e[sd]?|ing)\s+(?:alike|together|the\s+same\s+way|in\s+(?:the\s+)?same|as\s+one|differently|apart)|agree[ds]?|agreement|coincid\w+|sided\s+with|same\s+side|diverge[ds]?|disagree[ds]?|at\s+odds)\b/iu;

const SHARE =
  /\b(?:(fewer\s+than|less\s+than|more\s+than|at\s+least|over|under|nearly|almost|about|around|only|just|some)\s+)?(?:(\d{1,3}(?:\.\d+)?)\s*(?:per\s*cent|percent|%)|(one|two|three|four|five|six|seven|eight|nine)\s+in\s+(?:every\s+)?(ten|five|four|three|two)|(a\s+third|a\s+quarter|a\s+fifth|a\s+tenth|half|two\s+thirds|three\s+quarters))\b/iu;
const PARTS: Readonly<Record<string, number>> = {
  'a third': 1 / 3,
  'a quarter': 1 / 4,
  'a fifth': 1 / 5,
  'a tenth': 1 / 10,
  half: 1 / 2,
  'two thirds': 2 / 3,
  'three quarters': 3 / 4,
};
const LOW =
  /\b(?:least|lowest|less\s+(?:often|than\s+ever)|all-time\s+low|record\s+low|never\s+(?:\p{L}+\s+){0,3}(?:less|fewer|lower)|nadir|low\s+point|rarer|more\s+rarely)\b/iu;
const HIGH =
  /\b(?:most|highest|more\s+often|all-time\s+high|record\s+high|peak(?:ed)?|never\s+(?:\p{L}+\s+){0,3}(?:more|higher)|oftener)\b/iu;

function checkAgreement(
  { doc, registry, votes }: Material,
  sentence: Sentence,
  text: string,
  pair: readonly [string, string],
): FoundClaim | undefined {
  const sessions = registry.assembly.agreement(...pair);
  if (sessions.length === 0) return undefined;
  const years = [...text.matchAll(YEAR)].map(([year]) => Number(year));
  const claim = { kind: 'superlative' as const, start: sentence.start, end: sentence.end };
  const names = nameAll(registry, pair);
  const low = LOW.test(text);
  if (low || HIGH.test(text)) {
    // "Between 1960 and 2019 no year … less often than in 1988": the year that is told apart comes last.
    const [from, to] = spanIn(text) ?? [sessions[0]!.year, claimYear(doc, votes, registry.council)];
    const year = years.findLast((one) => !isBound(text, one)) ?? claimYear(doc, votes, registry.council);
    const within = sessions.filter((one) => one.year >= from && one.year <= to);
    const extreme = within.reduce<AssemblyAgreement | undefined>(
      (best, one) =>
        best === undefined || (low ? one.share < best.share : one.share > best.share) ? one : best,
      undefined,
    );
    const told = sessions.find((one) => one.year === year);
    if (extreme === undefined || told === undefined) return undefined;
    const because = `${names} agreed ${low ? 'least' : 'most'} in the Assembly of ${extreme.year} (${percentOf(extreme)}), of ${within.length} sessions from ${within[0]!.year} to ${within.at(-1)!.year}; in ${year} it was ${percentOf(told)}.`;
    const right = told.share === extreme.share;
    return {
      ...claim,
      verdict: right ? 'supported' : 'contradicted',
      because,
      evidence: evidence(pair, [extreme, told]),
    };
  }
  const share = shareIn(text);
  const year = years[0];
  const told = year === undefined ? undefined : sessions.find((one) => one.year === year);
  if (share === null || told === undefined) return undefined;
  const because = `${names} cast the same ballot in ${percentOf(told)} of ${told.both} roll calls of the session that began in ${year}.`;
  const differ = /\b(?:differently|apart|disagree\w*|diverge\w*|at\s+odds)\b/iu.test(text);
  const actual = differ ? 1 - told.share : told.share;
  return {
    ...claim,
    kind: 'assembly',
    verdict: fits(actual, share) ? 'supported' : 'contradicted',
    because,
    evidence: evidence(pair, [told]),
  };
}

interface Share {
  readonly value: number;
  readonly bound: string;
  /** What was rounded away. **Units** shares. */
  readonly rounding: number;
}

function shareIn(text: string): Share | null {
  const match = SHARE.exec(text);
  if (match === null) return null;
  const bound = (match[1] ?? '').toLowerCase().replaceAll(/\s+/g, ' ');
  if (match[2] !== undefined)
    return { value: Number(match[2]) / 100, bound, rounding: match[2].includes('.') ? 0.002 : 0.011 };
  if (match[3] !== undefined) {
    const whole = numberOf(match[4]!) ?? 10;
    return { value: (numberOf(match[3]) ?? 0) / whole, bound, rounding: 0.5 / whole };
  }
  return { value: PARTS[match[5]!.toLowerCase().replaceAll(/\s+/g, ' ')] ?? 0, bound, rounding: 0.04 };
}

function fits(actual: number, { value, bound, rounding }: Share): boolean {
  if (/^(?:fewer than|less than|under)$/.test(bound)) return actual < value;
  if (/^(?:more than|over)$/.test(bound)) return actual > value;
  if (bound === 'at least') return actual >= value;
  if (/^(?:nearly|almost)$/.test(bound)) return actual < value + 0.005 && actual > value - 0.06;
  return (
    Math.abs(actual - value) <= (/^(?:about|around|some)$/.test(bound) ? Math.max(0.03, rounding) : rounding)
  );
}

/** "Between 1960 and 2019", "from 1960 to 2019", "since 1960". */
function spanIn(text: string): readonly [number, number] | undefined {
  const [, from, to] =
    /\b(?:[Bb]etween|[Ff]rom)\s+(\d{4})\s+(?:and|to|until|through)\s+(\d{4})\b/u.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return [Number(from), Number(to)];
  const since = /\bsince\s+(\d{4})\b/u.exec(text)?.[1];
  return since === undefined ? undefined : [Number(since), 9999];
}

function isBound(text: string, year: number): boolean {
  return spanIn(text)?.includes(year) ?? false;
}

function percentOf({ share }: AssemblyAgreement): string {
  return `${Math.round(1000 * share) / 10} %`;
}

function evidence(
  pair: readonly [string, string],
  sessions: readonly AssemblyAgreement[],
): FoundClaim['evidence'] {
  return [...new Set(sessions)].map(({ session, year, both, same, share }) => ({
    source: 'assembly/roll-calls.csv',
    entry: `session ${session}`,
    fields: {
      one: pair[0],
      other: pair[1],
      session,
      year,
      both,
      same,
      share: Math.round(share * 1000) / 1000,
    },
  }));
}

const ALLIED =
  /\b(?:(?:military|formal|treaty|defen[cs]e)\s+(?:allies|ally|alliance)|(?:defen[cs]e|alliance|nonaggression|non-aggression|friendship|mutual\s+assistance)\s+(?:treaty|pact)|treaty\s+of\s+(?:alliance|friendship|mutual)|allied\s+(?:with|to)|were\s+allies|are\s+allies|in\s+alliance\s+with)\b/iu;
const NEGATED =
  /\b(?:not|never|no|without|nor|neither)\b[^.;]{0,40}\b(?:all(?:y|ies|ied|iance)|treaty|pact)\b/iu;

function checkAlliance(
  { doc, registry, votes }: Material,
  sentence: Sentence,
  text: string,
  pair: readonly [string, string],
): FoundClaim | undefined {
  const { alliances } = registry;
  const year =
    [...text.matchAll(YEAR)].map(([one]) => Number(one))[0] ?? claimYear(doc, votes, registry.council);
  if (year < alliances.covers.from || year > alliances.covers.to) return undefined;
  const spells = alliances.between(...pair);
  const then = spells.filter(({ from, to }) => from <= year && year <= to);
  const wanted = /\bdefen[cs]e\b|\bmilitary\s+all/iu.test(text)
    ? 'defence'
    : /\bnon-?aggression\b/iu.test(text)
      ? 'nonaggression'
      : null;
  const bound = then.filter(({ pledges }) => wanted === null || pledges.includes(wanted));
  const denied = NEGATED.test(text);
  const names = nameAll(registry, pair);
  const kind = wanted === null ? 'a treaty of alliance' : `a pledge of ${wanted}`;
  const others =
    then.length > 0 && bound.length === 0
      ? `, but by ${then.flatMap(({ pledges }) => pledges).join(', ')}`
      : '';
  const because =
    bound.length > 0
      ? `ATOP has ${names} bound by ${kind} in ${year}.`
      : `ATOP has ${names} not bound by ${kind} in ${year}${others}.`;
  const near = bound.length > 0 ? bound : spells;
  return {
    kind: 'alliance',
    start: sentence.start,
    end: sentence.end,
    verdict: bound.length > 0 !== denied ? 'supported' : 'contradicted',
    because,
    evidence:
      near.length > 0
        ? near.map(({ source, one, other, from, to, pledges }) => ({
            source: source.split(': ')[0]!,
            entry: source.split(': ')[1]!,
            fields: { one, other, from, to, pledges: pledges.join(' ') },
          }))
        : [
            {
              source: 'alliances.csv',
              entry: pair.join(' '),
              fields: { one: pair[0], other: pair[1], rows: 0 },
            },
          ],
  };
}
