import type { Sentence } from '../../document/document.js';
import { countryNamed } from '../../registry/council/topic.js';
import type { LeaderTerm } from '../../registry/leaders/leaders.js';
import { holds, mayHold } from '../../registry/leaders/leaders.js';
import type { Evidence } from '../contract.js';
import { daysBetween } from '../when.js';
import { inWords, nameAll } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { ANY_OFFICE, OFFICE_PATTERNS, type OfficeWords, yearsAnywhere, yearsIn } from './office-words.js';
import { claimDay, timesIn } from './time-of-claim.js';

/** "President Chirac" on that date, "former", "acting": who led which state, against lists that say so to the day. */
export function checkOffices(material: Material): FoundClaim[] {
  const { doc } = material;
  // What is said of one person over and over is claimed once.
  const seen = new Set<string>();
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!ANY_OFFICE.test(text)) return [];
    return OFFICE_PATTERNS.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const claim = checkOne(material, sentence, text, match, pattern);
        if (claim === undefined || seen.has(claim.because)) return [];
        seen.add(claim.because);
        return [claim];
      }),
    );
  });
}

function checkOne(
  material: Material,
  sentence: Sentence,
  text: string,
  match: RegExpMatchArray,
  pattern: RegExp,
): FoundClaim | undefined {
  const groups = (match.groups ?? {}) as OfficeWords;
  const { name = '' } = groups;
  const { office = 'leader' } = groups;
  const isPlain = pattern === OFFICE_PATTERNS[0];
  const country = stateOf(material, groups.state2 ?? groups.state, sentence, match, name, isPlain);
  if (country === undefined) return undefined;
  const { leaders } = material.registry;
  const terms = leaders.termsOf(country, name);
  if (terms.length === 0) return elsewhere(material, match, name, country, groups, sentence);
  const said = (groups.when ?? groups.when2 ?? groups.when3)?.toLowerCase();
  const told = said !== undefined && /^(?:at|of)\b/.test(said) ? 'then' : said;
  const near = yearsIn(text, match);
  // "Then" is of whatever year the sentence tells of, and never of today.
  const years = told === 'then' && near.length === 0 ? yearsAnywhere(text) : near;
  if (told === 'then' && years.length === 0 && daysIn(material, sentence).length === 0) return undefined;
  const found =
    told === 'former' || told === 'ex' || told === 'late'
      ? former(material, terms)
      : held(material, country, terms, years.length > 0 ? [] : daysIn(material, sentence), years);
  if (found === undefined) return undefined;
  if (found.verdict === 'contradicted' && !mayContradict(material, country, office, found, told, isPlain))
    return undefined;
  // What every report says in passing is no claim; what the list speaks against is.
  if (found.verdict === 'supported' && isOtherwise(material, name, country, office, found.day))
    return undefined;
  const start = sentence.start + match.index!;
  return {
    kind: 'office',
    start,
    end: start + match[0].length,
    verdict: found.verdict,
    because: found.because,
    evidence: found.terms.map(termEvidence),
  };
}

/**
 * A list of who rules in effect speaks against a title only where the title is that of whoever rules there; and reports go
 * on to call people by the office that they once held.
 */
function mayContradict(
  { registry }: Material,
  country: string,
  office: string,
  { terms, day }: Finding,
  told: string | undefined,
  isPlain: boolean,
): boolean {
  const leading = registry.tenures.byOffice(country, 'leader', null)[0]?.office;
  const wanted = office.toLowerCase().replaceAll(/\s+/g, '-');
  if (/^(?:prime-minister|premier|chancellor)$/.test(wanted) && leading === 'president') return false;
  if (wanted === 'president' && leading !== undefined && leading !== 'president') return false;
  // Only presidents keep their title.
  if (!isPlain || told !== undefined || day === null || wanted !== 'president') return true;
  const ended = terms
    .filter((term) => !term.isOpen && term.end < day)
    .map(({ end }) => end)
    .sort()
    .at(-1);
  return ended === undefined || daysBetween(ended, day) < HONOUR;
}

/** **Units** days after which an office that was held is a courtesy. */
const HONOUR = 1500;

/** "Gabriel Boric, president of Colombia": a leader, but of another state. */
function elsewhere(
  material: Material,
  match: RegExpMatchArray,
  name: string,
  country: string,
  groups: OfficeWords,
  sentence: Sentence,
): FoundClaim | undefined {
  const { registry, doc, votes } = material;
  const day = claimDay(doc, votes);
  const isStated = (groups.state2 ?? groups.state) !== undefined && name.includes(' ');
  if (!isStated || day === null || groups.when !== undefined || daysIn(material, sentence).length > 0)
    return undefined;
  // Somebody may lead two lands, and a namesake may lead this one without a list that says so.
  const others = [...registry.countries.keys()].flatMap((code) =>
    registry.leaders.termsOf(code, name).filter((term) => term.name.includes(' ') && holds(term, day)),
  );
  const here = registry.leaders.on(country, day);
  if (others.length !== 1 || here.length === 0) return undefined;
  const start = sentence.start + match.index!;
  return {
    kind: 'office',
    start,
    end: start + match[0].length,
    verdict: 'contradicted',
    because: `${listed(material, others)}; of ${nameAll(registry, [country])} it has ${here.map((term) => term.name).join(', ')}.`,
    evidence: [...others, ...here].map(termEvidence),
  };
}

interface Finding {
  readonly verdict: FoundClaim['verdict'];
  readonly because: string;
  readonly terms: readonly LeaderTerm[];
  readonly day: string | null;
}

/** Whoever is called former has held it, and does not hold it now. */
function former(material: Material, terms: readonly LeaderTerm[]): Finding | undefined {
  const day = claimDay(material.doc, material.votes);
  if (day === null) return undefined;
  const now = terms.filter((term) => holds(term, day));
  const over = terms.filter((term) => !term.isOpen && term.end < day);
  const because = `${listed(material, terms)}; the report is of ${inWords(day)}.`;
  if (now.length > 0 && over.length === 0) return { verdict: 'contradicted', because, terms, day };
  return over.length > 0 && now.length === 0
    ? { verdict: 'supported', because, terms: over, day }
    : undefined;
}

/** Whether somebody led a state on the days or in the years told, else on the day of the report. */
function held(
  material: Material,
  country: string,
  terms: readonly LeaderTerm[],
  days: readonly string[],
  years: readonly number[],
): Finding | undefined {
  const { leaders } = material.registry;
  const today = claimDay(material.doc, material.votes);
  const told = years.length > 0 ? [] : days.length > 0 ? days : today === null ? [] : [today];
  const [fits, misses] =
    years.length > 0
      ? [years.filter((year) => terms.some((term) => overlaps(term, year))), years]
      : [told.filter((day) => terms.some((term) => holds(term, day))), told];
  if (misses.length === 0) return undefined;
  const day = years.length > 0 ? `${years[0]}-07-01` : told[0]!;
  if (fits.length === misses.length) {
    const then = terms.filter((term) => (years.length > 0 ? overlaps(term, years[0]!) : holds(term, day)));
    return { verdict: 'supported', because: `${listed(material, then)}.`, terms: then, day };
  }
  if (fits.length > 0) return undefined;
  // Somebody else must be listed then, by a source that would have listed this one.
  const others = leaders
    .on(country, day)
    .filter((term) => !terms.includes(term) && isSameOffice(term, terms));
  if (others.length === 0 || terms.some((term) => mayHold(term, day))) return undefined;
  return {
    verdict: 'contradicted',
    because: `${listed(material, terms)}; on ${inWords(day)} it was ${others.map(({ name }) => name).join(', ')}.`,
    terms: [...terms, ...others],
    day,
  };
}

function overlaps({ start, end, isOpen }: LeaderTerm, year: number): boolean {
  return Number(start.slice(0, 4)) <= year && (isOpen || year <= Number(end.slice(0, 4)));
}

/** A list of who rules in effect has one a state; a head of government says nothing of the head of state. */
function isSameOffice(other: LeaderTerm, terms: readonly LeaderTerm[]): boolean {
  return terms.some(({ office }) => office === other.office);
}

/** "Archigos has Chirac as leader of France from 17 May 1995 to 16 May 2007", each source by itself. */
function listed({ registry }: Material, terms: readonly LeaderTerm[]): string {
  const bySource = new Map<string, LeaderTerm[]>();
  for (const term of terms) {
    const key = `${term.origin} ${term.office} ${term.country}`;
    bySource.set(key, [...(bySource.get(key) ?? []), term]);
  }
  return [...bySource.values()]
    .map((some) => {
      const { name, office, country, origin } = some[0]!;
      const times = some.map(({ start, end, isOpen }) => {
        const until = isOpen ? `at least ${dayOrYear(end)}` : dayOrYear(end);
        return `from ${dayOrYear(start)} to ${until}`;
      });
      const list = origin === 'archigos' ? 'Archigos' : 'Wikidata';
      return `${list} has ${name} as ${office} of ${nameAll(registry, [country])} ${times.join(', ')}`;
    })
    .join('; ');
}

function dayOrYear(time: string): string {
  return time.length === 4 ? time : inWords(time);
}

function termEvidence({ source, name, country, office, start, end, isOpen, origin }: LeaderTerm): Evidence {
  const [file, entry] = source.split(': ');
  return {
    source: file!,
    entry: entry!,
    fields: { name, country, office, start, end: isOpen ? `${end} or later` : end, origin },
  };
}

/** Another office of the person's at that time, by what editors know: then the list of rulers cannot settle it. */
function isOtherwise(
  { registry }: Material,
  name: string,
  country: string,
  office: string,
  day: string | null,
): boolean {
  if (day === null) return false;
  const wanted = office.toLowerCase().replaceAll(/\s+/g, '-');
  if (!/^(?:president|prime-minister|premier|chancellor)$/.test(wanted)) return false;
  const known = registry.tenures
    .byName(name, day, country)
    .filter(({ start, end }) => start !== null && start <= day && (end === null || day <= end));
  const same = wanted === 'premier' ? 'prime-minister' : wanted;
  return known.length > 0 && !known.some((tenure) => tenure.office === same);
}

/** The state that the words name, else that of whoever the name is known to be. */
function stateOf(
  { cast, doc, registry }: Material,
  words: string | undefined,
  sentence: Sentence,
  match: RegExpMatchArray,
  name: string,
  isPlain: boolean,
): string | undefined {
  if (words !== undefined) {
    const bare = words.replace(/['’]s$/, '').replace(/^the\s+/i, '');
    for (let parts = bare.split(/\s+/); parts.length > 0; parts = parts.slice(0, -1)) {
      const named = countryNamed(parts.join(' '), registry.countries);
      if (named !== undefined) return named;
    }
    // Of a plain title it may be any word in front of it.
    if (!isPlain) return undefined;
  }
  const at = sentence.start + match.index! + match[0].indexOf(name);
  for (let token = sentence.from; token < sentence.to; token++) {
    const { start, end } = doc.tokens[token]!;
    if (end <= at || start >= at + name.length) continue;
    const country = cast.at(token)?.actors[0]?.country;
    if (country != null && registry.countries.has(country)) return country;
  }
  return undefined;
}

function daysIn({ doc }: Material, sentence: Sentence): string[] {
  return timesIn(doc, sentence).flatMap(({ value }) =>
    value.precision === 'day' && value.basis === 'stated' && value.start !== null ? [value.start] : [],
  );
}
