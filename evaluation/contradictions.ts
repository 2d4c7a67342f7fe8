import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packagePath } from '../src/package-root.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Note, Reading } from '../src/reading/contract.js';
import { type ReadInvention, readInventedReports } from './invented-reports.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';
import { parseTsv } from './tsv.js';
import { reportsOf } from './wild/sample.js';

const VERDICTS = packagePath('evaluation', 'disputes', 'checked-notes.tsv');

export const contradictions: Task = {
  name: 'contradictions',
  takes: 'evaluation/disputes/reports.jsonl, or a JSONL corpus whose notes somebody has checked',
  run: (path, { engine, errors }) =>
    basename(path) === 'reports.jsonl' ? planted(path, engine(), errors) : inCorpus(path, engine(), errors),
};

function planted(path: string, engine: Engine, errors: boolean): Scores {
  const all = readInventedReports(path, engine);
  if (errors) for (const one of all.filter(({ half }) => half === 'development')) tellErrors(one);
  return {
    reports: all.length,
    ...score(all),
    development: score(all.filter(({ half }) => half === 'development')),
    test: score(all.filter(({ half }) => half === 'test')),
  };
}

/** A planted contradiction is found by a note with spans in the sentences of both its halves. */
function score(all: readonly ReadInvention[]): Scores {
  const wanted = all.flatMap((one) => one.report.contradictions.map((pair) => ({ one, pair })));
  const found = wanted.filter(({ one, pair }) => notesOf(one.reading).some((note) => tells(one, note, pair)));
  const notes = all.flatMap((one) => notesOf(one.reading).map((note) => ({ one, note })));
  const wrong = notes.filter(
    ({ one, note }) => !one.report.contradictions.some((pair) => tells(one, note, pair)),
  );
  return {
    planted: wanted.length,
    found: found.length,
    share: percent(found.length, wanted.length),
    false: wrong.length,
  };
}

function notesOf(reading: Reading): Note[] {
  return reading.notes.filter(({ kind }) => kind === 'contradiction');
}

function tells({ report }: ReadInvention, note: Note, pair: readonly [string, string]): boolean {
  return pair.every((words) => {
    const at = report.text.indexOf(words);
    const [from, to] = sentenceAround(report.text, at);
    return note.spans.some(({ start, end }) => start < to && from < end);
  });
}

function sentenceAround(text: string, at: number): [number, number] {
  const end = text.indexOf('. ', at);
  return [text.lastIndexOf('. ', at) + 1, end < 0 ? text.length : end + 1];
}

/** All notes of a corpus, and how those that somebody has read were judged: `right` or `false`. */
async function inCorpus(path: string, engine: Engine, errors: boolean): Promise<Scores> {
  const verdicts = new Map(
    parseTsv(readFileSync(VERDICTS, 'utf8'), VERDICTS, ['corpus', 'line', 'start', 'end', 'verdict'])
      .filter(({ cell }) => cell('corpus') === basename(path))
      .map(({ cell }) => [`${cell('line')}:${cell('start')}:${cell('end')}`, cell('verdict')]),
  );
  const counts = { reports: 0, notes: 0, right: 0, false: 0, unread: 0 };
  for await (const { corpus, line, report } of reportsOf([path])) {
    counts.reports += 1;
    for (const { spans, text } of notesOf(readReport(report, engine))) {
      counts.notes += 1;
      const [first, last] = [spans[0]!, spans.at(-1)!];
      const verdict = verdicts.get(`${line}:${first.start}:${last.start}`);
      if (verdict === 'right') counts.right += 1;
      else if (verdict === 'false') counts.false += 1;
      else counts.unread += 1;
      if (errors) console.error([corpus, line, first.start, last.start, verdict ?? '', text].join('\t'));
    }
  }
  return counts;
}

function tellErrors(one: ReadInvention): void {
  const notes = notesOf(one.reading);
  for (const pair of one.report.contradictions)
    if (!notes.some((note) => tells(one, note, pair)))
      console.error(`${one.report.id}\tmissed\t${pair.join(' / ')}`);
  for (const note of notes)
    if (!one.report.contradictions.some((pair) => tells(one, note, pair)))
      console.error(`${one.report.id}\tfalse\t${note.text}`);
}
