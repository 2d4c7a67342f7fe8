import { packagePath } from '../src/package-root.js';
import { MEDIA } from '../src/reading/contract.js';
import { type Labelled, labelledStatements } from './labelled-statements.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

const LABELS = packagePath('evaluation', 'circumstances', '2026-11.tsv');
const ASPECTS = ['addressee', 'medium', 'place'] as const;
type Aspect = (typeof ASPECTS)[number];

export const circumstances: Task = {
  name: 'circumstances',
  takes: 'the JSONL file that evaluation/circumstances labels',
  run: async (path, { engine, errors }) => {
    const all = await labelledStatements(LABELS, ASPECTS, path, engine());
    const halves = (['development', 'test'] as const).map((half) => {
      const rows = all.filter((one) => one.half === half && one.found !== undefined);
      return [half, Object.fromEntries(ASPECTS.map((aspect) => [aspect, score(rows, aspect)]))];
    });
    if (errors) for (const one of all.filter(({ half }) => half === 'development')) tellErrors(one);
    const found = all.filter((one) => one.found !== undefined).length;
    return { rows: all.length, found, ...Object.fromEntries(halves) };
  },
};

type Row = Labelled<Aspect>;

function score(rows: readonly Row[], aspect: Aspect): Scores {
  const gold = rows.filter(({ row }) => row.cell(aspect) !== '-');
  const told = rows.filter((one) => answerOf(one, aspect) !== null);
  const right = gold.filter((one) => isRight(one, aspect));
  return {
    gold: gold.length,
    told: told.length,
    precision: percent(right.length, told.length),
    recall: percent(right.length, gold.length),
  };
}

/** What the program says, as words and where they stand. */
function answerOf({ found }: Row, aspect: Aspect): { text: string; start: number; end: number } | null {
  if (found === undefined) return null;
  if (aspect === 'addressee') return found.addressee?.mention ?? null;
  if (aspect === 'place') return found.place?.span ?? null;
  return found.medium === null ? null : { ...found.medium.span, text: found.medium.kind };
}

/** A medium is right when its kind is; addressee and place when they share a character with those labelled. */
function isRight(one: Row, aspect: Aspect): boolean {
  const answer = answerOf(one, aspect);
  const label = one.row.cell(aspect);
  if (answer === null) return false;
  if (aspect === 'medium') return MEDIA.some((kind) => kind === label && kind === answer.text);
  const [start, end] = label.split('-').map(Number);
  return answer.start < end! && start! < answer.end;
}

function tellErrors(one: Row): void {
  if (one.found === undefined) return;
  for (const aspect of ASPECTS) {
    const label = one.row.cell(aspect);
    const answer = answerOf(one, aspect);
    if ((label === '-' && answer === null) || (label !== '-' && isRight(one, aspect))) continue;
    const { start, end } = one.at;
    const text = one.report.text.slice(Math.max(0, start - 150), end + 120).replace(/\s+/g, ' ');
    const wanted = label === '-' || aspect === 'medium' ? label : one.report.text.slice(...toRange(label));
    console.error(`${aspect}\t${wanted}\t${answer?.text ?? '-'}\t${text}`);
  }
}

function toRange(label: string): [number, number] {
  const [start, end] = label.split('-').map(Number);
  return [start!, end!];
}
