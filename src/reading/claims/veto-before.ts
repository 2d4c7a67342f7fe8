import type { Sentence } from '../../document/document.js';
import type { CouncilVote } from '../../registry/registry.js';
import { daysBetween } from '../when.js';
import { inWords, nameAll, voteEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay, timesIn } from './time-of-claim.js';
import type { VetoReading } from './veto-count.js';
import type { Before } from './veto-words.js';
import { type Counted, vetoesOf } from './vetoers.js';

/**
 * "Its first veto since 2006", "it last used its veto in 1989", "for the first time in ten years", "for the first time
 * ever": what the record has before the veto that the report is about.
 */
export function checkBefore(
  material: Material,
  sentence: Sentence,
  counted: Counted,
  before: Before,
  readings: readonly VetoReading[],
): FoundClaim[] {
  const day = claimDay(material.doc, material.votes);
  const { covers } = material.registry.council;
  if (day === null || day > covers.to || counted.anyone) return [];
  const name = nameAll(material.registry, counted.countries);
  const tellsOfNow = /\bfirst\b/iu.test(material.doc.report.text.slice(sentence.start, sentence.end));
  const text = material.doc.report.text.slice(sentence.start, sentence.end);
  const meant =
    before.last || !TOPICAL.test(text)
      ? [readings.find(({ about }) => about === '') ?? allOf(material, counted)]
      : readings;
  const checked = meant.flatMap((reading) => {
    const rows = reading.rows.filter(({ date }) => date <= day);
    return [checkReading(material, sentence, rows, before, day, tellsOfNow, name, reading.about)].filter(
      (one) => one !== undefined,
    );
  });
  const shown = checked.find(({ right }) => right) ?? checked[0];
  if (shown === undefined) return [];
  return [
    {
      kind: 'veto-count',
      start: sentence.start,
      end: sentence.end,
      verdict: shown.right ? 'supported' : 'contradicted',
      because: shown.because,
      evidence: shown.rows.map(voteEvidence),
    },
  ];
}

function allOf({ registry }: Material, counted: Counted): VetoReading {
  return { rows: vetoesOf(registry.council.votes, counted), about: '' };
}

/** "Its first veto on Syria since", and not "vetoed a draft on Syria, its first veto since". */
const TOPICAL =
  /\bfirst\b[^.;,]{0,30}\b(?:on|against|concerning|over|about)\s+(?:\p{Ll}+\s+){0,3}\p{Lu}[^.;]{0,60}\bsince\b|\bfirst\s+time\b[^.;]{0,60}\b(?:on|over|concerning|about)\s+\p{Lu}/u;

interface CheckedReading {
  readonly right: boolean;
  readonly because: string;
  readonly rows: readonly CouncilVote[];
}

/** **Units** days: what was cast so short before the report is what it is about. */
const NEWS = 10;

function checkReading(
  material: Material,
  sentence: Sentence,
  rows: readonly CouncilVote[],
  before: Before,
  day: string,
  tellsOfNow: boolean,
  name: string,
  about: string,
): CheckedReading | undefined {
  if (before.never) return checkEver(material, sentence, rows, day, name, about);
  const news = rows.filter(({ date }) => daysBetween(date, day) <= NEWS);
  // Without a veto of these days, "first" is of one that the report looks back on, which is not known.
  if (tellsOfNow && news.length === 0) return undefined;
  const isOfNews = news.length > 0;
  const earlier = isOfNews ? rows.filter(({ date }) => date < news[0]!.date) : rows;
  const last = earlier.at(-1);
  if (before.noneSince !== undefined) {
    if (!isOfNews) return undefined;
    const since = earlier.filter(({ date }) => date >= before.noneSince!);
    const words =
      since.length === 0 ? 'no veto' : `${since.length === 1 ? 'one veto' : `${since.length} vetoes`}`;
    const because = `${name} cast ${words}${about} between ${inWords(before.noneSince)} and ${inWords(news[0]!.date)}.`;
    return {
      right: since.length === 0,
      because,
      rows: [...(last === undefined ? [] : [last]), ...since.slice(0, -1), ...news],
    };
  }
  const until = isOfNews ? ` before ${inWords(news[0]!.date)}` : ` up to ${inWords(day)}`;
  if (last === undefined) {
    return isOfNews
      ? { right: false, because: `${name} had cast no veto${about}${until}.`, rows: news }
      : undefined;
  }
  const because = `${name} last cast a veto${about}${until} on ${inWords(last.date)}.`;
  const shown = isOfNews ? [last, ...news] : [last];
  if (before.years !== null) {
    const since = daysBetween(last.date, news[0]?.date ?? day) / 365.25;
    return { right: fitsYears(since, before.years), because, rows: shown };
  }
  return { right: last.date >= before.from && last.date <= before.to, because, rows: shown };
}

function fitsYears(since: number, { count, bound }: NonNullable<Before['years']>): boolean {
  switch (bound) {
    case 'more than':
      return since >= count && since < count + Math.max(2, count / 2);
    case 'at least':
      return since >= count;
    case 'nearly':
      return since < count && since >= count * 0.8;
    case 'fewer than':
      return since < count;
    case 'exactly':
      return Math.abs(since - count) < 1;
  }
}

/** The first veto ever: that of the report's days, or of the day that the sentence names or points back to. */
function checkEver(
  material: Material,
  sentence: Sentence,
  rows: readonly CouncilVote[],
  day: string,
  name: string,
  about: string,
): CheckedReading | undefined {
  const first = rows[0];
  if (first === undefined) return undefined;
  const because = `${name} cast its first veto${about} on ${inWords(first.date)}.`;
  const told = timesIn(material.doc, sentence).flatMap(({ value }) => {
    const [start, end] = [value.start ?? value.end, value.end ?? value.start];
    const isDated = /^(?:day|month|year)$/.test(value.precision);
    return start === null || end === null || !isDated ? [] : [{ start, end }];
  });
  const near =
    daysBetween(first.date, day) <= NEWS ||
    told.some(({ start, end }) => start <= first.date && first.date <= end);
  // Without a day nobody says when it was.
  if (!near && told.length === 0) return undefined;
  return { right: near, because, rows: [first] };
}
