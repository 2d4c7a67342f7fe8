import { percent, round } from './percent.js';
import type { Scores, Task } from './task.js';
import { FAULTS, type Fault, faultsOf, type JudgedRow, readJudgedRows } from './wild/judged-rows.js';

export const wild: Task = {
  name: 'wild',
  takes: 'a TSV file of drawn events with the verdicts of two readers',
  run: (path) => scoreVerdicts(readJudgedRows(path)),
};

type Reader = 'a' | 'b';

/** Shares that each reader finds right, and how far the two agree. */
export function scoreVerdicts(rows: readonly JudgedRow[]): Scores {
  const both = rows.filter((row) => row.a !== '' && row.b !== '');
  return {
    rows: rows.length,
    a: sharesOf(rows, 'a'),
    b: sharesOf(rows, 'b'),
    agreement: agreementOf(both),
  };
}

function sharesOf(rows: readonly JudgedRow[], reader: Reader): Scores | null {
  const read = rows.filter((row) => row[reader] !== '');
  if (read.length === 0) return null;
  const faults = read.map((row) => faultsOf(row[reader], 'verdict'));
  const share = (holds: (found: readonly Fault[]) => boolean) =>
    percent(faults.filter(holds).length, read.length);
  return {
    read: read.length,
    right: share((found) => found.every((one) => one === 'status' || one === 'doubled')),
    rightWithStatus: share((found) => found.length === 0),
    faults: Object.fromEntries(
      FAULTS.map((fault) => [fault, faults.filter((found) => found.includes(fault)).length]),
    ),
  };
}

/** On whether an event is right in type, actor and recipient; kappa sets off what chance alone would agree on. */
function agreementOf(rows: readonly JudgedRow[]): Scores | null {
  if (rows.length === 0) return null;
  const isRight = (row: JudgedRow, reader: Reader) =>
    faultsOf(row[reader], 'verdict').every((one) => one === 'status' || one === 'doubled');
  const shareOf = (reader: Reader) => rows.filter((row) => isRight(row, reader)).length / rows.length;
  const same = rows.filter((row) => isRight(row, 'a') === isRight(row, 'b')).length / rows.length;
  const chance = shareOf('a') * shareOf('b') + (1 - shareOf('a')) * (1 - shareOf('b'));
  return {
    rows: rows.length,
    same: round(100 * same),
    kappa: chance === 1 ? 1 : round((same - chance) / (1 - chance), 2),
    rightForBoth: percent(rows.filter((row) => isRight(row, 'a') && isRight(row, 'b')).length, rows.length),
  };
}
