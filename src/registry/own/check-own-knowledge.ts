import { RapporteurError } from '../../errors.js';
import { foldName } from '../gazetteer/fold.js';
import { faultsOf, type OwnFacts } from './cell-checks.js';
import { type OwnFile, type OwnKnowledge, type OwnRow, ownRows } from './own-knowledge.js';

/** Who has written many rows wants to see all that is wrong with them, but not a thousand lines. */
const MOST_SHOWN = 20;

/**
 * Checks every cell of the user's files.
 *
 * **Errors** `knowledge.malformed`: a line for each fault, with file, line, value, what is allowed and how to mend it.
 */
export function checkOwnKnowledge(own: OwnKnowledge, facts: Omit<OwnFacts, 'classes'>): void {
  const classes = new Set([
    ...facts.codebook.classes.keys(),
    ...ownRows(own, 'classes.csv').map(({ cells }) => cells.class!),
  ]);
  const faults = own.files.flatMap((file) => [
    ...file.rows.flatMap((row) =>
      faultsOf(file.name, row.cells, { ...facts, classes }).map(
        ({ column, value, allowed }) =>
          `Unknown ${column} "${value}" in ${file.path}, line ${row.line}. Use ${allowed}.`,
      ),
    ),
    ...doubles(file),
  ]);
  if (faults.length === 0) return;
  const more = faults.length > MOST_SHOWN ? [`… and ${faults.length - MOST_SHOWN} more.`] : [];
  throw new RapporteurError('knowledge.malformed', [...faults.slice(0, MOST_SHOWN), ...more].join('\n'));
}

/** Two rows that say what one and the same thing is: nobody could tell which is meant. */
function doubles({ name, path, rows }: OwnFile): string[] {
  const first = new Map<string, OwnRow>();
  return rows.flatMap((row) => {
    const key = keyOf(name, row.cells);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, row);
      return [];
    }
    return `Line ${row.line} of ${path} is about the same as line ${other.line}: "${key.replaceAll('\n', ', ')}". Keep one of them.`;
  });
}

/** What a row is about. A person has a row for each term of office. */
function keyOf(file: string, cells: OwnRow['cells']): string {
  const { name = '', lemma = '', kind, start = '', office = '' } = cells;
  switch (file) {
    case 'actors.csv':
      return kind === 'person' ? [foldName(name), office, start].join('\n') : foldName(name);
    case 'places.csv':
      return [foldName(name), cells.country].join('\n');
    case 'roles.csv':
      return lemma;
    case 'verbs.csv':
    case 'nouns.csv':
      return conditionsOf(cells);
    case 'council-votes.csv':
    case 'assembly-votes.csv':
      return `${cells.date} ${cells.symbol}`;
    default:
      return Object.values(cells).join('\n');
  }
}

/** What a frame asks for: two frames that ask for the same cannot both be at work. */
export function conditionsOf(cells: OwnRow['cells']): string {
  const conditions = ['particle', 'object', 'oblique', 'clause', 'modifier'].filter(
    (column) => cells[column],
  );
  return [cells.lemma, ...conditions.map((column) => `${column} ${cells[column]}`)].join('\n');
}
