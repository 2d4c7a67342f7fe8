import { basename } from 'node:path';
import type { Report } from '../../src/document/report.js';
import { intake } from '../../src/intake/index.js';
import { type Engine, readReport } from '../../src/pipeline.js';
import type { Actor, Event } from '../../src/reading/contract.js';
import { seeded, shuffled } from '../../training/random.js';
import type { JudgedRow } from './judged-rows.js';

/** An event with the report that tells it. */
export interface Drawn {
  readonly row: JudgedRow;
  readonly report: Report;
}

/** A number of events drawn by chance from all that the reports of some files tell; each is as likely as any other. */
export async function drawEvents(
  paths: readonly string[],
  engine: Engine,
  { seed, count, without }: Draw,
): Promise<Drawn[]> {
  const all: Drawn[] = [];
  for await (const { corpus, line, report } of reportsOf(paths)) {
    if (without.has(`${corpus}:${line}`)) continue;
    for (const event of readReport(report, engine).events) {
      all.push({ row: rowOf(event, report, corpus, line), report });
    }
  }
  return shuffled(all, seeded(seed)).slice(0, count);
}

/** **Shape** `without` holds reports, as `corpus:line`, that nothing is drawn from. */
export interface Draw {
  readonly seed: number;
  readonly count: number;
  readonly without: ReadonlySet<string>;
}

export interface Found {
  readonly corpus: string;
  readonly line: number;
  readonly report: Report;
}

/** The reports of JSONL files, each with its file and line. */
export async function* reportsOf(paths: readonly string[]): AsyncGenerator<Found> {
  for await (const item of intake(paths)) {
    if ('failure' in item) continue;
    const [, file = item.origin, line = '1'] = /^(.*):(\d+)$/.exec(item.origin) ?? [];
    yield { corpus: basename(file), line: Number(line), report: item.report };
  }
}

function rowOf(event: Event, report: Report, corpus: string, line: number): JudgedRow {
  return {
    corpus,
    line,
    url: report.url ?? '',
    start: event.cue.start,
    end: event.cue.end,
    type: event.type,
    mode: event.mode ?? '',
    actors: briefly(event.actors),
    recipients: briefly(event.recipients),
    auxiliary: event.auxiliary.join(' '),
    standing: event.standing,
    confidence: event.confidence,
    by: event.by,
    a: '',
    b: '',
  };
}

/** Parties as a list of drawn events shows them. */
export function briefly(all: readonly Actor[]): string {
  return all.map(brief).join('; ');
}

function brief({ name, country, sectors }: Actor): string {
  return `${name} (${[country ?? '-', ...sectors].join(' ')})`.replace(/\s+/g, ' ');
}
