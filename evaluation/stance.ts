import { packagePath } from '../src/package-root.js';
import { STANCE_ACTS, type StanceAct } from '../src/reading/contract.js';
import { type Labelled, labelledStatements } from './labelled-statements.js';
import { percent, round } from './percent.js';
import type { Scores, Task } from './task.js';

const LABELS = packagePath('evaluation', 'stance', '2026-11.tsv');

export const stance: Task = {
  name: 'stance',
  takes: 'the JSONL file that evaluation/stance labels',
  run: async (path, { engine, errors }) => {
    const all = await labelledStatements(LABELS, ['stance'], path, engine());
    // Both halves hold statements of the same reports: a few reports have most of them.
    const inHalf = (one: Row, half: Half) => (one.at.start % 2 === 0) === (half === 'development');
    const halves = (['development', 'test'] as const).map((half) => [
      half,
      score(all.filter((one) => inHalf(one, half))),
    ]);
    if (errors) for (const one of all.filter((row) => inHalf(row, 'development'))) tellError(one);
    const found = all.filter((one) => one.found !== undefined).length;
    return { rows: all.length, found, ...Object.fromEntries(halves) };
  },
};

type Row = Labelled<'stance'>;
type Half = 'development' | 'test';

/** Acts as labelled, and as the program has them; statements that it no longer finds do nothing. */
function actsOf({ row, found }: Row): { gold: Set<string>; told: Set<string> } {
  const label = row.cell('stance');
  return {
    gold: new Set(label === '-' ? [] : label.split('+')),
    told: new Set(found?.stance.map(({ act }) => act) ?? []),
  };
}

/** F1 of each act, their mean, and the share of statements with just the acts that they are labelled with. */
function score(rows: readonly Row[]): Scores {
  const pairs = rows.map(actsOf);
  const perAct = STANCE_ACTS.map((act) => [act, scoreAct(pairs, act)] as const);
  const scored = perAct.filter(([, { gold }]) => gold > 0);
  const same = pairs.filter(({ gold, told }) => [...gold].sort().join() === [...told].sort().join());
  return {
    rows: rows.length,
    macroF1: round(scored.reduce((sum, [, { f1 }]) => sum + f1, 0) / scored.length),
    allRight: percent(same.length, rows.length),
    perAct: Object.fromEntries(perAct),
  };
}

function scoreAct(pairs: readonly ReturnType<typeof actsOf>[], act: StanceAct) {
  const gold = pairs.filter((one) => one.gold.has(act)).length;
  const told = pairs.filter((one) => one.told.has(act)).length;
  const right = pairs.filter((one) => one.gold.has(act) && one.told.has(act)).length;
  return { gold, told, f1: percent(2 * right, gold + told) };
}

function tellError(one: Row): void {
  const { gold, told } = actsOf(one);
  if ([...gold].sort().join() === [...told].sort().join()) return;
  const { start, end } = one.at;
  const text = one.report.text.slice(Math.max(0, start - 120), end + 200).replace(/\s+/g, ' ');
  const list = (acts: ReadonlySet<string>) => [...acts].join('+') || '-';
  console.error(`${list(gold)}\t${one.found === undefined ? 'not found' : list(told)}\t${text}`);
}
