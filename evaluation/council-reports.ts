import { readFileSync } from 'node:fs';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Reading } from '../src/reading/contract.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/** An invented report on real votes of the Council, with what a reader of the records knows of it. */
interface CouncilReport {
  readonly id: string;
  readonly half: 'dev' | 'test';
  readonly style: string;
  readonly published: string | null;
  readonly title: string;
  readonly text: string;
  /** The main vote first. */
  readonly votes: readonly { readonly symbol: string; readonly date: string }[];
  readonly errors: readonly { readonly quote: string; readonly what: string; readonly truth: string }[];
}

interface Scored {
  readonly report: CouncilReport;
  readonly linked: boolean;
  /** Votes linked to an entry that the report does not tell. */
  readonly strange: readonly string[];
  readonly missed: readonly string[];
  readonly falseFlags: readonly string[];
}

export const councilReports: Task = {
  name: 'council-reports',
  takes: 'evaluation/council/reports.jsonl, or other reports in that form',
  run: (path, { engine, errors }) => {
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const all = lines.map((line) => score(JSON.parse(line) as CouncilReport, engine()));
    if (errors) for (const one of all.filter(({ report }) => report.half === 'dev')) tell(one);
    return {
      reports: all.length,
      ...sum(all),
      development: sum(all.filter(({ report }) => report.half === 'dev')),
      test: sum(all.filter(({ report }) => report.half === 'test')),
    };
  },
};

function score(report: CouncilReport, engine: Engine): Scored {
  const { title, text, published } = report;
  const reading = readReport(
    reportFromText(`${title}\n\n${text}`, published === null ? {} : { published }),
    engine,
  );
  const links = reading.votes.flatMap(({ record }) => record?.symbol ?? []);
  const told = new Set(report.votes.map(({ symbol }) => symbol));
  const flags = flagsOf(reading);
  const places = report.errors.map(({ quote }) => sentenceOf(reading.report.text, quote));
  return {
    report,
    linked: links.includes(report.votes[0]!.symbol),
    strange: links.filter((symbol) => !told.has(symbol)),
    missed: report.errors.flatMap(({ quote }, index) =>
      flags.some((flag) => flag.spans.some((span) => overlaps(span, places[index]!))) ? [] : [quote],
    ),
    falseFlags: flags.flatMap(({ spans, text }) =>
      spans.some((span) => places.some((place) => overlaps(span, place))) ? [] : [text],
    ),
  };
}

interface Flag {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly text: string;
}

/** Everything by which the program says that the record speaks against the report. */
function flagsOf(reading: Reading): Flag[] {
  return [
    ...reading.claims
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ span, because, text }) => ({ spans: [span], text: `${text} – ${because}` })),
    // That a report has no date is no fault that the record finds.
    ...reading.notes.filter(
      ({ kind, text }) => kind === 'contradiction' || (kind === 'dating' && /\brecord\b/.test(text)),
    ),
  ];
}

/** The sentence, roughly, that holds a quote: from one full stop or line break to the next. */
function sentenceOf(text: string, quote: string): { start: number; end: number } {
  const at = text.indexOf(quote);
  const before = text.slice(0, at).search(/(?:[.!?]["”]?\s|\n)[^.!?\n]*$/u);
  const after = text.slice(at + quote.length).search(/[.!?]["”]?(?:\s|$)|\n|$/u);
  return { start: before < 0 ? 0 : before + 1, end: at + quote.length + after };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function sum(all: readonly Scored[]): Scores {
  const planted = all.reduce((count, { report }) => count + report.errors.length, 0);
  const missed = all.reduce((count, one) => count + one.missed.length, 0);
  const linked = all.filter((one) => one.linked).length;
  return {
    linked: percent(linked, all.length),
    strange: all.reduce((count, one) => count + one.strange.length, 0),
    planted,
    flagged: percent(planted - missed, planted),
    falseFlags: all.reduce((count, one) => count + one.falseFlags.length, 0),
  };
}

function tell({ report, linked, strange, missed, falseFlags }: Scored): void {
  const line = (what: string, text: string): void =>
    console.error(`${report.id}\t${report.style}\t${what}\t${text}`);
  if (!linked) line('not linked', report.votes[0]!.symbol);
  for (const symbol of strange) line('strange', symbol);
  for (const quote of missed) line('missed', quote);
  for (const text of falseFlags) line('false', text);
}
