import type { Condition, Part } from './codebook.js';
import { makeWordSet, type WordSet } from './word-set.js';

const PARTS: ReadonlySet<string> = new Set(['obj', 'subj', 'xcomp', 'ccomp', 'mod', 'light']);
const TESTS: ReadonlySet<string> = new Set(['actor', 'conflict', 'cooperation']);
const MODALS: ReadonlySet<string> = new Set(['must', 'will']);

/** What a cell `when` may hold, for messages. */
export const CONDITION_FORM =
  'conditions parted by blanks: obj, -obj, obj=words|[class], obj:actor, subj:LAB, xcomp:conflict, ccomp~must, @on|at=words, @down=-';

/**
 * Reads a cell `when`: conditions parted by blanks, `_` for a blank within a phrase, `[name]` for a class of words.
 * Undefined where it has another form or names a class that there is none of.
 */
export function readConditions(
  cell: string,
  classes: ReadonlyMap<string, readonly string[]>,
): readonly Condition[] | undefined {
  if (cell === '') return [];
  const conditions = cell.split(' ').map((text) => readCondition(text, classes));
  return conditions.every((one) => one !== undefined) ? conditions : undefined;
}

function readCondition(
  text: string,
  classes: ReadonlyMap<string, readonly string[]>,
): Condition | undefined {
  const match = /^(-?)(@?)([a-z'_|-]+?)(?:([=:~])(.+))?$/.exec(text);
  if (match === null) return undefined;
  const [, minus, at, name, operator, value] = match as unknown as [string, string, string, string, string?, string?];
  const part: Part | undefined = at === '@' ? 'prep' : PARTS.has(name) ? (name as Part) : undefined;
  if (part === undefined) return undefined;
  const base = {
    part,
    prepositions: part === 'prep' ? name.split('|').map((word) => word.replaceAll('_', ' ')) : [],
    among: undefined,
    sector: undefined,
  };
  if (minus === '-') return operator === undefined ? { ...base, test: 'absent' } : undefined;
  if (operator === undefined) return { ...base, test: 'present' };
  if (operator === '~') return MODALS.has(value!) ? { ...base, test: value as 'must' | 'will' } : undefined;
  if (operator === ':') {
    if (TESTS.has(value!)) return { ...base, test: value as 'actor' | 'conflict' | 'cooperation' };
    return /^[A-Z]{3}$/.test(value!) ? { ...base, test: 'sector', sector: value } : undefined;
  }
  if (value === '-') return { ...base, test: 'alone' };
  const among = readWords(value!, classes);
  return among === undefined ? undefined : { ...base, test: 'words', among };
}

function readWords(cell: string, classes: ReadonlyMap<string, readonly string[]>): WordSet | undefined {
  const words: string[] = [];
  for (const entry of cell.split('|')) {
    if (!entry.startsWith('[')) words.push(entry.replaceAll('_', ' '));
    else {
      const members = classes.get(entry.slice(1, -1));
      if (members === undefined) return undefined;
      words.push(...members);
    }
  }
  return makeWordSet(words);
}

/** How much a condition narrows the meaning of a word down. */
const WEIGHTS: Readonly<Record<Condition['test'], number>> = {
  absent: 0.5,
  present: 1,
  alone: 2,
  actor: 1.5,
  sector: 3,
  words: 3,
  must: 3,
  will: 3,
  conflict: 2.5,
  cooperation: 2.5,
};

/** How specific a frame with these conditions is. */
export function specificityOf(conditions: readonly Condition[]): number {
  return conditions.reduce(
    (sum, { part, test }) => sum + WEIGHTS[test] + (part === 'prep' && test === 'present' ? 0.7 : 0),
    0,
  );
}
