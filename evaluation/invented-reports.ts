import { readFileSync } from 'node:fs';
import { RapporteurError } from '../src/errors.js';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Reading } from '../src/reading/contract.js';

/** A dispute that a report tells: a word of what it is about, and its parties, as country codes or parts of names. */
export interface ExpectedDispute {
  readonly about: string;
  readonly accuses: readonly string[];
  readonly denies?: readonly string[];
  /** The body that will decide or find out. */
  readonly decides?: string;
}

/** A report of our own invention, with the disputes that it tells and the pairs of words that cannot both be true. */
export interface InventedReport {
  readonly id: number;
  readonly published: string;
  readonly text: string;
  readonly disputes: readonly ExpectedDispute[];
  readonly contradictions: readonly (readonly [string, string])[];
}

export interface ReadInvention {
  readonly report: InventedReport;
  readonly reading: Reading;
  /** Reports of even numbers may be looked at, those of odd numbers are kept for testing. */
  readonly half: 'development' | 'test';
}

/** **Errors** `evaluation.gold` where a line is no JSON. */
export function readInventedReports(path: string, engine: Engine): ReadInvention[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const report = parse(line, `${path}, line ${index + 1}`);
    const { text, published, id } = report;
    const reading = readReport(reportFromText(text, { published }), engine);
    return [{ report, reading, half: id % 2 === 0 ? ('development' as const) : ('test' as const) }];
  });
}

function parse(line: string, place: string): InventedReport {
  try {
    return JSON.parse(line) as InventedReport;
  } catch (cause) {
    throw new RapporteurError('evaluation.gold', `${place} is not JSON. One report is one object a line.`, {
      cause,
    });
  }
}
