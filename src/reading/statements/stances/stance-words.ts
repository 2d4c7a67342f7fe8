import { oneOf } from '../../../registry/codebook/cells.js';
import { parseTable, readTable } from '../../../registry/table.js';
import { STANCE_ACTS, type StanceAct } from '../../contract.js';

/** What a word says of whom or what it is said of, by its lemma in lower case. */
export type StanceWords = ReadonlyMap<string, StanceAct>;

const FILE = 'codebook/stance-words.csv';
const COLUMNS = ['lemma', 'act'] as const;

let shipped: StanceWords | undefined;

/** The words that ship with the package, read once. **Errors** `data.malformed`. */
export function stanceWords(): StanceWords {
  shipped ??= toWords(readTable(FILE, COLUMNS));
  return shipped;
}

/** **Errors** `data.malformed` names file, line, value and what is allowed. */
export function parseStanceWords(csv: string, file: string): StanceWords {
  return toWords(parseTable(csv, file, COLUMNS));
}

function toWords(rows: ReturnType<typeof readTable<(typeof COLUMNS)[number]>>): StanceWords {
  return new Map(rows.map((row) => [row.cells.lemma.toLowerCase(), oneOf(row, 'act', STANCE_ACTS)]));
}
