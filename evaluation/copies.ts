import { CopyBook, type CopyNews } from '../src/relations/copies/copy-book.js';
import { seeded, shuffled } from '../training/random.js';
import { loadMaterial } from './copies/material.js';
import { KINDS, type Kind, type Planted, plant } from './copies/plant.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

const SEED = 20_261_123;
const COPIES = 10_000;
const DISTRACTORS = 2_000;

/** Copies planted among reports, told by what they were made from. */
export const copies: Task = {
  name: 'copies',
  takes: 'the folder that holds corpora/ and lexicons/',
  run: (path, { errors }) => run(path, errors),
};

function run(path: string, errors: boolean): Scores {
  const next = seeded(SEED);
  const planted = plant(loadMaterial(path), { copies: COPIES, distractors: DISTRACTORS }, next);
  const book = new CopyBook();
  const news = new Map<string, CopyNews>();
  for (const { report } of shuffled(planted, next)) {
    const arrival = { id: report.id, day: report.published, sketch: book.sketch(report) };
    for (const one of book.add([arrival])) news.set(one.report, one);
  }
  return score(planted, news, errors);
}

interface Tally {
  rows: number;
  found: number;
}

function score(planted: readonly Planted[], news: ReadonlyMap<string, CopyNews>, errors: boolean): Scores {
  const made = new Map(
    planted.map((one) => [one.report.id, new Set(one.from.length > 0 ? one.from : [one.report.id])]),
  );
  const recall = new Map<Kind, Tally>(KINDS.map((kind) => [kind, { rows: 0, found: 0 }]));
  // Of two reports of one day either may be taken for the original.
  const isToldAs = (original: string, copy: string) =>
    news
      .get(original)
      ?.copies.some((one) => made.get(one.original)!.has(original) || one.original === copy) ?? false;
  const originals = new Set(planted.filter(({ kind }) => kind === 'original').map(({ report }) => report.id));
  let amongOriginals = 0;
  let told = 0;
  let right = 0;
  let distractorsTold = 0;
  for (const { report, kind, from } of planted) {
    const copies = news.get(report.id)?.copies ?? [];
    const sources = new Set(copies.flatMap(({ original }) => [...(made.get(original) ?? [])]));
    for (const { original } of copies) {
      // Reports of the corpus that repeat each other were planted by nobody.
      if (kind === 'original' && originals.has(original)) {
        amongOriginals++;
        continue;
      }
      told++;
      // A copy of a copy repeats the same original; two originals have nothing in common.
      const isRight = [...made.get(original)!].some((one) => made.get(report.id)!.has(one));
      if (isRight) right++;
      else if (errors)
        console.error(
          `false\t${kind}\t${report.text.slice(0, 200)}\t${planted.find((one) => one.report.id === original)?.report.text.slice(0, 200)}`,
        );
    }
    if (kind === 'distractor' && copies.length > 0) distractorsTold++;
    if (kind === 'original' || kind === 'distractor') continue;
    const tally = recall.get(kind)!;
    tally.rows++;
    if (from.every((one) => sources.has(one)) || (from.length === 1 && isToldAs(from[0]!, report.id)))
      tally.found++;
    else if (errors)
      console.error(`missed\t${kind}\t${sources.size} of ${from.length}\t${report.text.slice(0, 200)}`);
  }
  return {
    reports: planted.length,
    originals: originals.size,
    copies: COPIES,
    recall: Object.fromEntries([...recall].map(([kind, { rows, found }]) => [kind, percent(found, rows, 2)])),
    precision: percent(right, told, 2),
    told,
    amongOriginals,
    distractors: planted.filter(({ kind }) => kind === 'distractor').length,
    distractorsTold,
  };
}
