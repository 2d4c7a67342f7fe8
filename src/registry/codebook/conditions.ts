import type { Row } from '../table.js';
import { wrong } from './cells.js';
import type { ClauseCondition, ObliqueCondition, Words } from './codebook.js';
import type { Spell } from './spellings.js';

const CLAUSES = ['to', 'that', 'ing'] as const;

/** How much a frame asks: "from:[treaty]" is narrower than any "from". */
export function narrowness(conditions: readonly string[]): number {
  return conditions.reduce((sum, cell) => sum + (cell === '' ? 0 : cell.includes(':') ? 2 : 1), 0);
}

/** "from:[treaty]" asks for a word of a class after "from"; "with" alone for anything after "with". */
export function obliqueOf(row: Row<'oblique'>, resolve: Resolve): ObliqueCondition | null {
  const cell = row.cells.oblique;
  if (cell === '') return null;
  const colon = cell.indexOf(':');
  if (colon < 0) return { preposition: cell, words: null };
  return {
    preposition: cell.slice(0, colon),
    words: resolve(row, 'oblique', cell.slice(colon + 1)),
  };
}

/** "to:[meeting]" asks for an infinitive of one of these verbs; "to" alone for any. */
export function clauseOf(row: Row<'clause'>, cell: string, resolve: Resolve): ClauseCondition | null {
  if (cell === '') return null;
  const [kind, words] = cell.split(':') as [string, string?];
  const known = CLAUSES.find((one) => one === kind);
  if (known === undefined) throw wrong(row, 'clause', kind, CLAUSES);
  return { kind: known, words: words === undefined ? null : resolve(row, 'clause', words) };
}

/** The words that a cell of a row names. **Errors** `data.malformed` for a class that there is not. */
export type Resolve = (row: Row<string>, column: string, cell: string) => Words;

/** The words that a cell names. Most cells stand in many rows: their sets are made once and shared. */
export function resolverOf(classes: ReadonlyMap<string, Words>, spell: Spell): Resolve {
  const made = new Map<string, Words>();
  return (row, column, cell) => {
    const words = made.get(cell) ?? wordsOf(row, column, cell, classes, spell);
    made.set(cell, words);
    return words;
  };
}

/** "ambassador|[envoy]": lemmas and classes, any of them. */
function wordsOf(
  row: Row<string>,
  column: string,
  cell: string,
  classes: ReadonlyMap<string, Words>,
  spell: Spell,
): Words {
  // A class by itself is shared, not copied: most of the time goes there.
  const alone = cell.startsWith('[') && cell.indexOf(']') === cell.length - 1;
  const shared = alone ? classes.get(cell.slice(1, -1)) : undefined;
  if (shared !== undefined) return shared;
  const words = new Set<string>();
  for (const part of cell.split('|')) {
    if (!part.startsWith('[')) {
      for (const word of spell(part)) words.add(word);
      continue;
    }
    const members = classes.get(part.slice(1, -1));
    if (members === undefined)
      throw wrong(
        row,
        column,
        part,
        [...classes.keys()].map((name) => `[${name}]`),
      );
    for (const word of members) words.add(word);
  }
  return words;
}
