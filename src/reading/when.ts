import type { Quote, Timed, TimeExpression } from '../document/document.js';
import { ancestors, baseRelation } from '../document/tree.js';
import { type Day, parseDay } from '../language/times/calendar.js';
import { predicateOf, type Tense, tenseOf } from '../language/times/tense.js';
import type { When } from './contract.js';

/**
 * When something told at a token happened.
 *
 * In this order: a time under the word itself ("the execution on Saturday"); one in its clause; one in the clause
 * that it shares its time with (the first of conjoined verbs, the main clause of "hours after protesters stormed");
 * in the past tense, the old date that the sentence before, in the same paragraph, told of. A time inside a quote
 * or another clause dates only what stands in there with it. Lengths and repetitions ("48 hours") date nothing.
 *
 * Where no words say it, `text` is null and the tense leaves a window around the date of publication, with
 * precision `unknown`: past and present tense the day of publication and the day before it, of which news mostly
 * tells; "had …" any day up to then; future any day from then on. An undated report leaves nulls.
 */
export function whenAt(doc: Timed, token: number): When {
  const predicate = predicateOf(doc, token);
  const time = timeFor(doc, token, predicate);
  const published = parseDay(doc.report.published) ?? parseDay(doc.report.publishedNotBefore);
  if (time !== undefined) return stated(doc, time, published);
  const tense = predicate < 0 ? 'unknown' : tenseOf(doc, predicate);
  return (
    (tense === 'past' || tense === 'pluperfect' ? inherited(doc, token, published) : undefined) ??
    assumed(doc, tense, published)
  );
}

const NEVER: When = { start: null, end: null, precision: 'unknown', text: null, basis: 'none' };

function stated(doc: Timed, time: TimeExpression, published: Day | undefined): When {
  const { start, end, precision, basis } = time.value;
  if (start !== null || end !== null) return { start, end, precision, text: time.text, basis };
  if (published === undefined || !time.timex.endsWith('_REF')) return { ...NEVER, text: time.text };
  const tense = time.timex === 'PAST_REF' ? 'pluperfect' : time.timex === 'FUTURE_REF' ? 'future' : 'present';
  return { ...assumed(doc, tense, published), text: time.text };
}

function assumed(doc: Timed, tense: Tense, published: Day | undefined): When {
  if (published === undefined) return NEVER;
  const day = published.toString();
  const basis =
    doc.report.published === null && doc.report.publishedBasis === 'record' ? 'record' : 'published';
  const window = { precision: 'unknown', text: null, basis } as const;
  if (tense === 'future') return { start: day, end: null, ...window };
  if (tense === 'pluperfect') return { start: null, end: day, ...window };
  return { start: published.subtract({ days: 1 }).toString(), end: day, ...window };
}

/** How many tokens off a time may stand; longer sentences are lists and tables. */
const REACH = 120;

/** The time that governs a token, undefined when the text gives none. */
function timeFor(doc: Timed, token: number, predicate: number): TimeExpression | undefined {
  const sentence = doc.sentences[doc.tokens[token]?.sentence ?? -1];
  if (sentence === undefined) return undefined;
  const all = timesWithin(doc, Math.max(sentence.from, token - REACH), Math.min(sentence.to, token + REACH));
  const times = all.filter((time) => isDating(time) && reaches(doc, time, token));
  if (times.length === 0) return undefined;
  const heads = times.map((time) => headOf(doc, time));
  const owners = heads.map((head) => predicateOf(doc, head));
  if (token !== predicate) {
    const own = nearest(times, token, (index) =>
      isUnder(doc, heads[index]!, token, owners[index]! === predicate),
    );
    if (own !== undefined) return own;
  }
  for (let clause = predicate, steps = 0; clause >= 0 && steps < 12; steps++) {
    const direct = nearest(
      times,
      token,
      (index) => owners[index] === clause && doc.tree.heads[heads[index]!] === clause,
    );
    const found = direct ?? nearest(times, token, (index) => owners[index] === clause);
    if (found !== undefined) return found;
    if (!sharesTime(doc, clause, all)) return undefined;
    clause = predicateOf(doc, doc.tree.heads[clause]!);
  }
  return undefined;
}

function isDating(time: TimeExpression): boolean {
  return time.type === 'date' || time.type === 'time';
}

/** The times among tokens `from`..`to`. */
function timesWithin(doc: Timed, from: number, to: number): TimeExpression[] {
  let low = 0;
  let high = doc.times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.times[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  const found: TimeExpression[] = [];
  for (let index = low; index < doc.times.length && doc.times[index]!.from < to; index++) {
    found.push(doc.times[index]!);
  }
  return found;
}

/** A time inside a quote tells of what stands inside it too. */
function reaches(doc: Timed, time: TimeExpression, token: number): boolean {
  return quotesAround(doc, time.from).every(({ from, to }) => from <= token && token < to);
}

/** More quotes than this are never nested, so no others can hold a token. */
const DEEPEST = 8;

function quotesAround(doc: Timed, token: number): Quote[] {
  let low = 0;
  let high = doc.quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.quotes[middle]!.from <= token) low = middle + 1;
    else high = middle;
  }
  return doc.quotes.slice(Math.max(0, low - DEEPEST), low).filter((quote) => token < quote.to);
}

/** The token of a time on which the rest of it hangs. */
function headOf(doc: Timed, time: TimeExpression): number {
  for (let token = time.from; token < time.to; token++) {
    const head = doc.tree.heads[token]!;
    if (head < time.from || head >= time.to) return token;
  }
  return time.from;
}

/** Whether a time hangs below a word and within the same clause. */
function isUnder(doc: Timed, head: number, token: number, sameClause: boolean): boolean {
  return sameClause && ancestors(doc, head).includes(token);
}

function nearest(
  times: readonly TimeExpression[],
  token: number,
  fits: (index: number) => boolean,
): TimeExpression | undefined {
  let best: TimeExpression | undefined;
  times.forEach((time, index) => {
    if (fits(index) && (best === undefined || Math.abs(time.from - token) < Math.abs(best.from - token)))
      best = time;
  });
  return best;
}

const SAME_DAY = new Set(['after', 'as', 'when', 'while', 'by', 'in', 'with']);

/** Whether a clause without a time of its own happens when the clause above it does. */
function sharesTime(doc: Timed, clause: number, times: readonly TimeExpression[]): boolean {
  const head = doc.tree.heads[clause] ?? -1;
  if (head < 0) return false;
  const relation = baseRelation(doc, clause);
  const children = doc.tree.children[clause] ?? [];
  if (relation === 'conj') {
    const tenses = [tenseOf(doc, clause), tenseOf(doc, predicateOf(doc, head))];
    return tenses[0] === tenses[1] || tenses.includes('unknown');
  }
  if (relation === 'xcomp') return tenseOf(doc, clause) !== 'future';
  if (relation === 'acl') return isHoursAfter(doc, head, times);
  if (relation !== 'advcl') return false;
  const mark = children.find((child) => baseRelation(doc, child) === 'mark');
  if (mark === undefined) return tenseOf(doc, clause) !== 'future';
  if (!SAME_DAY.has(doc.tokens[mark]!.text.toLowerCase())) return false;
  // "Two days after the attack began" is not the day on which the main clause happens.
  return !times.some((time) => time.to === mark && time.type === 'duration' && !time.timex.startsWith('PT'));
}

/** "hours after crowds rioted", which parsers like to read as crowds that were rioted. */
function isHoursAfter(doc: Timed, noun: number, times: readonly TimeExpression[]): boolean {
  const marker = (doc.tree.children[noun] ?? []).find((child) => baseRelation(doc, child) === 'case');
  if (marker === undefined || doc.tokens[marker]!.text.toLowerCase() !== 'after') return false;
  return times.some((time) => time.to === marker && time.type === 'duration' && time.timex.startsWith('PT'));
}

/** How old a date must be to go on dating the sentences that follow: the background of a report, not its news. */
const OLD_DAYS = 31;

function inherited(doc: Timed, token: number, published: Day | undefined): When | undefined {
  const sentence = doc.sentences[doc.tokens[token]?.sentence ?? -1];
  if (sentence === undefined || published === undefined) return undefined;
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - 3); index--) {
    const before = doc.sentences[index]!;
    if (before.paragraph !== sentence.paragraph) return undefined;
    const time = timesWithin(doc, before.from, before.to).filter(isDating).at(-1);
    if (time === undefined) continue;
    const end = parseDay(time.value.end);
    if (end === undefined || end.until(published, { largestUnit: 'day' }).days < OLD_DAYS) return undefined;
    return { ...stated(doc, time, published), text: null, basis: 'context' };
  }
  return undefined;
}

/** **Units** days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
