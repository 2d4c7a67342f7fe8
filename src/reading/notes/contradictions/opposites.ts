import { parseTable, readTable } from '../../../registry/table.js';

/** The verbs that cannot be true of the same thing together with a verb, by lemma, both ways. */
export type Opposites = ReadonlyMap<string, ReadonlySet<string>>;

const FILE = 'codebook/opposites.csv';
const COLUMNS = ['verbs', 'opposites'] as const;

let shipped: Opposites | undefined;

/** The pairs that ship with the package, read once. **Errors** `data.malformed`. */
export function opposites(): Opposites {
  shipped ??= toOpposites(readTable(FILE, COLUMNS));
  return shipped;
}

/** **Errors** `data.malformed` where a line has too many or too few cells. */
export function parseOpposites(csv: string, file: string): Opposites {
  return toOpposites(parseTable(csv, file, COLUMNS));
}

function toOpposites(rows: ReturnType<typeof readTable<(typeof COLUMNS)[number]>>): Opposites {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string) => found.set(one, new Set([...(found.get(one) ?? []), other]));
  for (const { cells } of rows) {
    for (const one of cells.verbs.split('|')) {
      for (const other of cells.opposites.split('|')) {
        add(one, other);
        add(other, one);
      }
    }
  }
  return found;
}
