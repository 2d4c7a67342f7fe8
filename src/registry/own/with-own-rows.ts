import { foldName } from '../gazetteer/fold.js';
import { list, type ReadRows, type Row, readTable } from '../table.js';
import { conditionsOf } from './check-own-knowledge.js';
import { type OwnKnowledge, type OwnRow, ownRows } from './own-knowledge.js';
import { ACTOR_KINDS } from './own-tables.js';

/**
 * Our tables with the user's rows before ours, and without those of ours in whose place the user's stand: an actor that
 * bears the user's name, a role or context of the same word, a frame that asks for the same.
 *
 * **Shape** `own` has been checked. An actor that takes the place of one of ours keeps the names by which we knew it.
 */
export function withOwnRows(own: OwnKnowledge): ReadRows {
  const actors = takeOver(own);
  return <Column extends string>(file: string, columns: readonly Column[]): readonly Row<Column>[] => {
    const ours = readTable(file, columns) as readonly Row<string>[];
    const name = file.slice(file.lastIndexOf('/') + 1);
    const [mine, kept] = ACTOR_FILES.includes(name)
      ? [actors.rowsOf(name), ours.filter((row) => !actors.replaces(row))]
      : name === 'called.csv'
        ? [
            actors.called,
            ours.filter(({ cells }) => !actors.called.some((row) => row.cells.name === cells.name)),
          ]
        : joined(own, name, ours);
    return [...mine.map((row) => withColumns(row, columns)), ...kept] as readonly Row<Column>[];
  };
}

const ACTOR_FILES: readonly string[] = Object.values(ACTOR_KINDS).filter((file) => file !== null);
/** What one row of the user's says of a word, none of ours says beside it. */
const KEYS: Readonly<Record<string, (cells: OwnRow['cells']) => string>> = {
  'roles.csv': ({ lemma = '' }) => lemma,
  'contexts.csv': ({ lemma = '' }) => lemma,
  'verbs.csv': conditionsOf,
  'nouns.csv': conditionsOf,
};

function joined(
  own: OwnKnowledge,
  name: string,
  ours: readonly Row<string>[],
): [Row<string>[], readonly Row<string>[]] {
  const file = own.files.find((one) => one.name === name);
  if (file === undefined) return [[], ours];
  const mine = file.rows.map((row) => ownRow(file.path, row));
  const key = KEYS[name];
  if (key === undefined) return [mine, ours];
  const taken = new Set(file.rows.map(({ cells }) => key(cells)));
  return [mine, ours.filter(({ cells }) => !taken.has(key(cells)))];
}

function ownRow(path: string, { line, cells }: OwnRow): Row<string> {
  return { file: path, line, cells, isOwn: true };
}

/** The user's rows have other columns than ours, some of which no row of theirs fills. */
function withColumns(row: Row<string>, columns: readonly string[]): Row<string> {
  return { ...row, cells: Object.fromEntries(columns.map((column) => [column, row.cells[column] ?? ''])) };
}

interface TakenOver {
  rowsOf(file: string): Row<string>[];
  replaces(ours: Row<string>): boolean;
  readonly called: Row<string>[];
}

/** The user's actors with the names of those of ours whose place they take. */
function takeOver(own: OwnKnowledge): TakenOver {
  const path = own.files.find(({ name }) => name === 'actors.csv')?.path ?? '';
  const rows = ownRows(own, 'actors.csv').filter(({ cells }) => cells.kind !== 'person');
  const byName = new Map(rows.map((row) => [foldName(row.cells.name!), row]));
  const successor = (cells: OwnRow['cells']): OwnRow | undefined =>
    [cells.name!, ...list(cells.aliases!)]
      .map((name) => byName.get(foldName(name)))
      .find((row) => row !== undefined);
  const inherited = new Map<OwnRow, string[]>();
  if (rows.length > 0) {
    for (const file of ACTOR_FILES) {
      for (const { cells } of readTable(file, columnsOf(file))) {
        const row = successor(cells);
        if (row !== undefined)
          inherited.set(row, [...(inherited.get(row) ?? []), cells.name!, ...list(cells.aliases!)]);
      }
    }
  }
  const named = (row: OwnRow): Row<string> => {
    const { name = '', aliases = '' } = row.cells;
    const names = [...new Set([...list(aliases), ...(inherited.get(row) ?? [])])].filter(
      (one) => one !== name,
    );
    return ownRow(path, { ...row, cells: { ...row.cells, aliases: names.join('|') } });
  };
  return {
    rowsOf: (file) => rows.filter(({ cells }) => ACTOR_KINDS[cells.kind!] === file).map(named),
    replaces: ({ cells }) => successor(cells) !== undefined,
    called: rows
      .filter(({ cells }) => cells.called !== '')
      .map((row) => ownRow(path, { ...row, cells: { name: row.cells.name!, nouns: row.cells.called! } })),
  };
}

function columnsOf(file: string): readonly string[] {
  return ['name', 'aliases', 'country', file === 'blocs.csv' ? 'members' : 'sectors', 'id'];
}
