import { RapporteurError } from '../src/errors.js';

/** One line of a TSV file. */
export interface TsvRow<Column extends string> {
  /** File and line, for messages. */
  readonly place: string;
  /** The cell of a column, without the white space around it; empty where the file or the line lacks it. */
  cell(name: Column): string;
}

/**
 * The lines of a TSV file whose first line names its columns, in any order; blank lines are left out.
 *
 * **Errors** `evaluation.gold` where one of the columns needed is missing.
 */
export function parseTsv<Column extends string, More extends string = never>(
  text: string,
  path: string,
  columns: readonly Column[],
  optional: readonly More[] = [],
): TsvRow<Column | More>[] {
  const [header = '', ...lines] = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const names = header.split('\t');
  const missing = columns.find((name) => !names.includes(name));
  if (missing !== undefined) {
    const more = optional.length === 0 ? '' : `, and if need be ${optional.join(', ')}`;
    throw new RapporteurError(
      'evaluation.gold',
      `${path} has no column "${missing}". Its first line must name ${columns.join(', ')}${more}.`,
    );
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    return [
      {
        place: `${path}, line ${index + 2}`,
        cell: (name) => cells[names.indexOf(name)]?.trim() ?? '',
      },
    ];
  });
}

/** A cell as a number. **Errors** `evaluation.gold`. */
export function numberIn<Column extends string>({ place, cell }: TsvRow<Column>, name: Column): number {
  const value = Number(cell(name));
  if (cell(name) !== '' && Number.isFinite(value)) return value;
  throw new RapporteurError('evaluation.gold', `${place}: ${name} is "${cell(name)}". Give a number.`);
}
