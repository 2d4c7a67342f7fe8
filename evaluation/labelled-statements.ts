import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Report } from '../src/document/report.js';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Reading, Statement } from '../src/reading/contract.js';
import { numberIn, parseTsv, type TsvRow } from './tsv.js';
import { reportsOf } from './wild/sample.js';

/** A statement that somebody has labelled, with the report that it stands in. */
export interface Labelled<Column extends string> {
  readonly row: TsvRow<Column | Place>;
  /** Where its cue stands, or its content where it has none. **Units** UTF-16 units of the report's text. */
  readonly at: Range;
  readonly report: Report;
  readonly reading: Reading;
  /** As it is read now; undefined where it no longer is. */
  readonly found: Statement | undefined;
  /** Reports on even lines may be looked at, those on odd ones are kept for testing. */
  readonly half: 'development' | 'test';
}

const PLACE = ['corpus', 'line', 'start', 'end'] as const;
type Place = (typeof PLACE)[number];

/**
 * Statements of a corpus as labelled in a TSV file, which names them by corpus, line and place and keeps no text.
 *
 * **Errors** `evaluation.gold` where the file lacks a column, or names none of the corpus's reports.
 */
export async function labelledStatements<Column extends string>(
  labels: string,
  columns: readonly Column[],
  corpus: string,
  engine: Engine,
): Promise<Labelled<Column>[]> {
  const rows = parseTsv(readFileSync(labels, 'utf8'), labels, [...PLACE, ...columns]).filter(
    (row) => row.cell('corpus') === basename(corpus),
  );
  const byLine = new Map<number, TsvRow<Column | Place>[]>();
  for (const row of rows) {
    const line = numberIn<Column | Place>(row, 'line');
    byLine.set(line, [...(byLine.get(line) ?? []), row]);
  }
  const found: Labelled<Column>[] = [];
  for await (const { line, report } of reportsOf([corpus])) {
    const wanted = byLine.get(line);
    if (wanted === undefined) continue;
    const reading = readReport(report, engine);
    for (const row of wanted) {
      const at = {
        start: numberIn<Column | Place>(row, 'start'),
        end: numberIn<Column | Place>(row, 'end'),
      };
      const statement = reading.statements.find(({ cue, content }) => {
        const own = cue ?? content[0];
        return own !== undefined && own.start < at.end && at.start < own.end;
      });
      const half = line % 2 === 0 ? 'development' : 'test';
      found.push({ row, at, report, reading, found: statement, half });
    }
  }
  if (found.length === 0) {
    throw new RapporteurError(
      'evaluation.gold',
      `${labels} labels no report of ${corpus}. Give the corpus that its column "corpus" names.`,
    );
  }
  return found;
}
