import type { Document } from '../../document/document.js';
import type { Listing, Registry } from '../../registry/registry.js';

/** **Units** sentences, the headline among them: where a report says what it is about. */
const OPENING = 4;

/** Countries that a report names first of all, those that it names oftenest in front. */
export function settingOf(doc: Document, registry: Registry): string[] {
  const end = doc.sentences[Math.min(OPENING, doc.sentences.length) - 1]?.to ?? 0;
  const counts = new Map<string, number>();
  for (const sentence of doc.sentences) {
    for (const country of countriesNamed(doc, registry, sentence.from, sentence.to)) {
      if (sentence.from < end || counts.has(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([country]) => country);
}

/** Countries that a stretch of tokens names, each by its longest name: "South Sudan" is not Sudan. */
export function countriesNamed(doc: Document, registry: Registry, from: number, to: number): string[] {
  const found = new Set<string>();
  for (let token = from; token < to; token++) {
    const match = registry.gazetteer.match(wordsFrom(doc, token), 0);
    if (match === undefined) continue;
    for (const country of countriesOfListings(match.listings, registry)) found.add(country);
    token += Math.max(0, match.length - 1);
  }
  return [...found];
}

/** **Units** words: "Democratic Republic of the Congo". */
const LONGEST = 5;

/** The countries that a country's name, people or capital beginning at a token stands for. */
export function namedAt(doc: Document, registry: Registry, token: number): string[] {
  return countriesOfListings(registry.gazetteer.match(wordsFrom(doc, token), 0)?.listings ?? [], registry);
}

function wordsFrom(doc: Document, token: number): string[] {
  const words: string[] = [];
  for (let at = token; at < Math.min(doc.tokens.length, token + LONGEST); at++)
    words.push(doc.tokens[at]!.text);
  return words;
}

/** A capital is meant before a town of the same name elsewhere. */
function countriesOfListings(listings: readonly Listing[], registry: Registry): string[] {
  const named = (kinds: RegExp): string[] =>
    listings.flatMap(({ kind, country }) =>
      country !== null && kinds.test(kind) && registry.countries.has(country) ? [country] : [],
    );
  const states = named(/^(?:country|demonym|capital)$/);
  return states.length > 0 ? states : named(/^place$/);
}

const DRAFT = /^(?:draft|resolution|text|proposal|measure)s?$/i;
const MADE =
  /\b(?:written|drafted|submitted|sponsored|tabled|put|introduced|proposed|presented|prepared|drawn|brought|circulated|offered)\b/i;
/** **Units** words: "a draft resolution put forward on Monday by France". */
const REACH = 7;

/** Countries that a sentence says laid a draft before the Council: "a United States draft", "a text tabled by Chad". */
export function sponsorsIn(
  doc: Document,
  registry: Registry,
  sentence: { from: number; to: number },
): string[] {
  const found = new Set<string>();
  for (let token = sentence.from; token < sentence.to; token++) {
    if (!DRAFT.test(doc.tokens[token]!.text)) continue;
    for (let at = Math.max(sentence.from, token - 3); at < token; at++) {
      const between = doc.tokens.slice(at + 1, token).map(({ text }) => text);
      if (
        between.every((word) =>
          /^(?:\p{L}*[sS]tates|[A-Z]\p{L}+|-|sponsored|drafted|backed|draft|['’]s?)$/u.test(word),
        )
      )
        for (const country of namedAt(doc, registry, at)) found.add(country);
    }
    let by = -1;
    for (let at = token + 1; at < Math.min(sentence.to, token + 1 + REACH + (by < 0 ? 0 : REACH)); at++) {
      const word = doc.tokens[at]!.text.toLowerCase();
      if (/^[.;:]$/.test(word) || /^(?:on|against|about)$/.test(word)) break;
      const isMade =
        word === 'by' &&
        MADE.test(
          doc.tokens
            .slice(token + 1, at)
            .map(({ text }) => text)
            .join(' '),
        );
      if (isMade || (/^(?:by|from)$/.test(word) && at === token + 1)) by = at;
      if (by >= 0 && at > by) for (const country of namedAt(doc, registry, at)) found.add(country);
    }
  }
  return [...found];
}
