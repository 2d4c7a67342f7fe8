import type { TimeExpression } from '../src/document/document.js';
import { reportId } from '../src/document/identity.js';
import { overlaps } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { analyseReport } from '../src/pipeline.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';
import { type GoldTime, readTimedTexts, type TimedText } from './time-gold.js';

/**
 * Expressions of time, TempEval-3's way: spans relaxed (one character in common) and strict, values among the
 * overlapping. The creation time is given, so it is neither gold nor an answer; values that name no date
 * (`PAST_REF`, `X`) count for spans only.
 */
export const time: Task = {
  name: 'time',
  takes: 'a MEANTIME folder or TimeML files',
  run: (path, options) => {
    const total = { gold: 0, found: 0, spans: 0, strict: 0, valued: 0, valuedFound: 0, values: 0 };
    const texts = readTimedTexts(path);
    if (texts.length === 0) throw new RapporteurError('evaluation.gold', `No timed text under ${path}.`);
    for (const text of texts) {
      const report = {
        id: reportId(text.text, null),
        title: null,
        text: text.text,
        published: text.published,
        publishedNotBefore: null,
        publishedBasis: text.published === null ? null : ('given' as const),
        publisher: null,
        url: null,
        language: 'en',
      };
      const doc = analyseReport(report, options.engine());
      const found = doc.times.filter((one) => overlaps(one, text.scored) && !isCreationLine(text, one));
      const gold = text.times.filter((one) => !isCreationLine(text, one));
      score(text, gold, found, total, options.errors);
    }
    return {
      documents: texts.length,
      gold: total.gold,
      found: total.found,
      spanF1: f1(total.spans, total.found, total.gold),
      strictF1: f1(total.strict, total.found, total.gold),
      valueF1: f1(total.values, total.valuedFound, total.valued),
      valueAccuracy: percent(total.values, total.spans - (total.found - total.valuedFound), 2),
    } satisfies Scores;
  },
};

interface Tally {
  gold: number;
  found: number;
  spans: number;
  strict: number;
  valued: number;
  valuedFound: number;
  values: number;
}

function score(
  text: TimedText,
  gold: readonly GoldTime[],
  found: readonly TimeExpression[],
  total: Tally,
  showErrors: boolean,
): void {
  const taken = new Set<GoldTime>();
  const complain = (kind: string, what: string) => {
    if (showErrors) console.error(`${kind}\t${text.published}\t${what}\t${text.name.split('/').at(-1)}`);
  };
  total.gold += gold.length;
  total.found += found.length;
  total.valued += gold.filter((one) => !isVague(one.value)).length;
  total.valuedFound += found.length;
  for (const one of found) {
    const match =
      gold.find((other) => !taken.has(other) && other.start === one.start && other.end === one.end) ??
      gold.find((other) => !taken.has(other) && overlaps(one, other));
    if (match === undefined) {
      complain('spurious', `${around(text, one)}\t${one.timex}`);
      continue;
    }
    taken.add(match);
    total.spans++;
    if (match.start === one.start && match.end === one.end) total.strict++;
    if (isVague(match.value)) total.valuedFound--;
    else if (match.value === one.timex) total.values++;
    else complain('value', `${around(text, one)}\t${one.timex} for ${match.value}`);
  }
  for (const one of gold) if (!taken.has(one)) complain('missed', `${around(text, one)}\t${one.value}`);
}

/** The line that gives the date of publication itself, which the reader is told already. */
function isCreationLine(text: TimedText, one: { start: number; end: number }): boolean {
  const from = text.text.lastIndexOf('\n', one.start) + 1;
  const end = text.text.indexOf('\n', one.end);
  return text.text.slice(from, end < 0 ? undefined : end).trim().length <= one.end - one.start;
}

function isVague(value: string): boolean {
  return /_REF|X/.test(value);
}

function around(text: TimedText, { start, end }: { start: number; end: number }): string {
  const before = text.text.slice(Math.max(0, start - 40), start);
  const after = text.text.slice(end, end + 30);
  return `${before}[[${text.text.slice(start, end)}]]${after}`.replace(/\s+/g, ' ');
}

function f1(right: number, found: number, gold: number): number {
  return percent(2 * right, found + gold, 2);
}
