import { readFileSync } from 'node:fs';
import { RapporteurError } from '../../src/errors.js';
import { numberIn, parseTsv } from '../tsv.js';

/**
 * An event drawn from a corpus, with what two readers think of it.
 *
 * **Shape** `corpus` and `line` lead to the report, `start` and `end` to the words that tell the event in the report's
 * text as intake makes it; the text itself is not kept. `a` and `b` are the readers' verdicts, empty where one has not
 * read it yet: `right`, or what is wrong, joined by `+`.
 */
export interface JudgedRow {
  readonly corpus: string;
  readonly line: number;
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly mode: string;
  readonly actors: string;
  readonly recipients: string;
  readonly auxiliary: string;
  readonly standing: string;
  readonly confidence: number;
  readonly by: string;
  readonly a: string;
  readonly b: string;
}

/** What can be wrong with an event; `none` says that the words tell no event of public affairs at all. */
export const FAULTS = ['none', 'type', 'actor', 'recipient', 'status', 'doubled'] as const;
export type Fault = (typeof FAULTS)[number];

const COLUMNS = [
  'corpus',
  'line',
  'url',
  'start',
  'end',
  'type',
  'mode',
  'actors',
  'recipients',
  'auxiliary',
  'standing',
  'confidence',
  'by',
  'a',
  'b',
] as const satisfies readonly (keyof JudgedRow)[];

/** **Errors** `evaluation.gold` names the line and what is wrong with it. */
export function readJudgedRows(path: string): JudgedRow[] {
  return parseJudgedRows(readFileSync(path, 'utf8'), path);
}

/** **Shape** TSV with a header that names every column. **Errors** `evaluation.gold`. */
export function parseJudgedRows(text: string, path: string): JudgedRow[] {
  return parseTsv(text, path, COLUMNS).map((row) => {
    const { place, cell } = row;
    for (const reader of ['a', 'b'] as const) faultsOf(cell(reader), place);
    return {
      corpus: cell('corpus'),
      line: numberIn(row, 'line'),
      url: cell('url'),
      start: numberIn(row, 'start'),
      end: numberIn(row, 'end'),
      type: cell('type'),
      mode: cell('mode'),
      actors: cell('actors'),
      recipients: cell('recipients'),
      auxiliary: cell('auxiliary'),
      standing: cell('standing'),
      confidence: numberIn(row, 'confidence'),
      by: cell('by'),
      a: cell('a'),
      b: cell('b'),
    };
  });
}

/** The faults that a verdict names; none where it says `right` or nothing. **Errors** `evaluation.gold`. */
export function faultsOf(verdict: string, place: string): readonly Fault[] {
  if (verdict === '' || verdict === 'right') return [];
  return verdict.split('+').map((word) => {
    const fault = FAULTS.find((one) => one === word);
    if (fault !== undefined) return fault;
    throw new RapporteurError(
      'evaluation.gold',
      `${place}: the verdict "${verdict}" has "${word}". Write right, or one or more of ${FAULTS.join(', ')}, joined by +.`,
    );
  });
}

/** The rows as a file holds them. */
export function formatJudgedRows(rows: readonly JudgedRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((name) => String(row[name])).join('\t'));
  return `${[COLUMNS.join('\t'), ...lines].join('\n')}\n`;
}
