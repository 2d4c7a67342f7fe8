import type { Range } from '../../src/document/span.js';
import { RapporteurError } from '../../src/errors.js';
import { numberIn, parseTsv, type TsvRow } from '../tsv.js';

/** What a pronoun stands for: one with a name, several, somebody whom only a noun tells, nobody whom the report tells. */
export const KINDS = ['name', 'several', 'description', 'none'] as const;
export const HALVES = ['dev', 'test'] as const;

/** A pronoun that speaks, and where those whom it stands for are told. **Units** UTF-16 units of the report's text. */
export interface LabelledSource extends Range {
  /** Errors are read in `dev` only. */
  readonly half: (typeof HALVES)[number];
  /** Folder of the gold, and the report's name in it. */
  readonly part: string;
  readonly report: string;
  readonly kind: (typeof KINDS)[number];
  /** One, or several of which any will do; empty where the kind is `none`. */
  readonly antecedents: readonly Range[];
}

const COLUMNS = ['half', 'part', 'report', 'start', 'end', 'kind', 'antecedents'] as const;
type Row = TsvRow<(typeof COLUMNS)[number]>;

/** **Shape** TSV with a header that names every column. **Errors** `evaluation.gold`. */
export function parseLabelledSources(text: string, path: string): LabelledSource[] {
  return parseTsv(text, path, COLUMNS).map((row) => {
    const kind = oneOf(row, 'kind', KINDS);
    const antecedents = rangesIn(row);
    if ((kind === 'none') !== (antecedents.length === 0)) {
      throw new RapporteurError(
        'evaluation.gold',
        `${row.place}: kind is "${kind}" and antecedents "${row.cell('antecedents')}". Leave them empty for "none", and for it alone.`,
      );
    }
    return {
      half: oneOf(row, 'half', HALVES),
      part: row.cell('part'),
      report: row.cell('report'),
      start: numberIn(row, 'start'),
      end: numberIn(row, 'end'),
      kind,
      antecedents,
    };
  });
}

function oneOf<T extends string>({ place, cell }: Row, name: 'half' | 'kind', allowed: readonly T[]): T {
  const found = allowed.find((one) => one === cell(name));
  if (found !== undefined) return found;
  throw new RapporteurError(
    'evaluation.gold',
    `${place}: ${name} is "${cell(name)}". Use one of ${allowed.join(', ')}.`,
  );
}

function rangesIn({ place, cell }: Row): Range[] {
  const ranges = cell('antecedents').split(' ').filter(Boolean);
  return ranges.map((range) => {
    const match = /^(\d+)-(\d+)$/.exec(range);
    if (match !== null) return { start: Number(match[1]), end: Number(match[2]) };
    throw new RapporteurError(
      'evaluation.gold',
      `${place}: antecedents has "${range}". Write start-end, more than one with a space between.`,
    );
  });
}
