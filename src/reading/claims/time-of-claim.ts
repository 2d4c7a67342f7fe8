import type { Document, Sentence, TimeExpression } from '../../document/document.js';
import type { Council } from '../../registry/registry.js';
import type { Material } from './found-claim.js';

/** The day up to which a report can know of votes: that of publication, else that of the latest vote that it tells. */
export function claimDay(doc: Document, votes: Material['votes']): string | null {
  const { published, publishedNotBefore } = doc.report;
  const days = votes.flatMap(({ vote }) => vote.record?.date ?? []).sort();
  return published ?? days.at(-1) ?? publishedNotBefore;
}

/** The year that a claim in the present tense is about; the last one of the record where nothing dates the report. */
export function claimYear(doc: Document, votes: Material['votes'], council: Council): number {
  return Number((claimDay(doc, votes) ?? council.covers.to).slice(0, 4));
}

/** **Units** years. What a sentence says of a year, in so many digits or by pointing back. */
const YEAR = /\b(19[4-9]\d|20[0-4]\d)\b/gu;
const POINTING =
  /\b(?:that\s+year|at\s+the\s+time|at\s+that\s+time|then(?=[-\s](?:an?\s|the\s|members?\b|elected|non|sitting|on\b))|in\s+those\s+days|the\s+same\s+year)\b|,\s+then\s/iu;

/**
 * The years that a sentence speaks of: those that it names; where it points back ("that year"), the last one that was
 * named or that a vote told before was of; else that of the report.
 */
export function yearsOf(material: Material, sentence: Sentence): number[] {
  const { doc, votes, registry } = material;
  const text = doc.report.text.slice(sentence.start, sentence.end);
  const spans = [...text.matchAll(/\b(19[4-9]\d|20[0-4]\d)\s?[-–—/]\s?(\d{2}|\d{4})\b/gu)].flatMap(
    ([, from, to]) => {
      const start = Number(from);
      const end = to!.length === 2 ? Number(`${from!.slice(0, 2)}${to}`) : Number(to);
      return end > start && end - start < 12 ? [start, end] : [];
    },
  );
  const named = [...text.matchAll(YEAR)].flatMap((match) =>
    isOfResolution(text, match.index) ? [] : [Number(match[1])],
  );
  if (spans.length > 0 || named.length > 0) return [...new Set([...named, ...spans])];
  const told = votes.filter(({ told }) => told.some((one) => one.sentence === sentence.index));
  const ofVote = told.flatMap(({ vote }) => vote.record?.date ?? []).map((date) => Number(date.slice(0, 4)));
  if (ofVote.length > 0) return [...new Set(ofVote)];
  const relative = timesIn(doc, sentence).flatMap(({ value }) =>
    value.start === null ? [] : [Number(value.start.slice(0, 4))],
  );
  if (!POINTING.test(text)) {
    return relative.length > 0 ? [...new Set(relative)] : [claimYear(doc, votes, registry.council)];
  }
  const before = doc.report.text.slice(0, sentence.start);
  const last = [...before.matchAll(YEAR)].at(-1);
  const linked = votes
    .filter(({ vote, told }) => vote.record !== null && told.some((one) => one.sentence <= sentence.index))
    .map(({ vote }) => Number(vote.record!.date.slice(0, 4)))
    .at(-1);
  if (last !== undefined) return [Number(last[1])];
  return [linked ?? claimYear(doc, votes, registry.council)];
}

/** "Resolution 1973 (2011)", "resolution 2023": no year that something was in. */
function isOfResolution(text: string, at: number): boolean {
  return /\b(?:[Rr]esolutions?\s+(?:No\.?\s*)?|S\/|A\/|RES\/)$/u.test(text.slice(Math.max(0, at - 16), at));
}

/** Expressions of a date within a sentence. */
export function timesIn(doc: Document, sentence: Sentence): readonly TimeExpression[] {
  return doc.times.filter(
    ({ from, to, type }) => type === 'date' && from >= sentence.from && to <= sentence.to,
  );
}
