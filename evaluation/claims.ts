import { readFileSync } from 'node:fs';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Claim } from '../src/reading/contract.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';
import { parseTsv } from './tsv.js';

/** One invented claim, and what the program made of it. */
interface Checked {
  readonly id: string;
  readonly half: string;
  readonly kind: string;
  readonly isTrue: boolean;
  readonly text: string;
  readonly wrong: string;
  readonly verdict: Claim['verdict'] | 'none';
  readonly claims: readonly Claim[];
}

export const claims: Task = {
  name: 'claims',
  takes: 'evaluation/claims/claims.tsv, or other claims in that form',
  run: (path, { engine, errors }) => {
    const columns = ['id', 'half', 'kind', 'published', 'text', 'truth', 'wrong'] as const;
    const all = parseTsv(readFileSync(path, 'utf8'), path, columns).map(({ cell }) =>
      check(
        {
          id: cell('id'),
          half: cell('half'),
          kind: cell('kind'),
          isTrue: cell('truth') === 'true',
          text: cell('text'),
          wrong: cell('wrong'),
        },
        cell('published'),
        engine(),
      ),
    );
    const development = all.filter(({ half }) => half === 'dev');
    if (errors) for (const one of development.filter((one) => !isRight(one))) tell(one);
    const kinds = [...new Set(all.map(({ kind }) => kind))];
    return {
      claims: all.length,
      ...score(all),
      development: score(development),
      test: score(all.filter(({ half }) => half === 'test')),
      byKind: Object.fromEntries(kinds.map((kind) => [kind, score(all.filter((one) => one.kind === kind))])),
    };
  },
};

/** What is said of a text with one thing at stake: contradicted where anything is, else supported where anything is. */
function check(row: Omit<Checked, 'verdict' | 'claims'>, published: string, engine: Engine): Checked {
  const { claims } = readReport(reportFromText(row.text, { published }), engine);
  const verdicts = new Set(claims.map(({ verdict }) => verdict));
  const verdict = (['contradicted', 'supported', 'unverifiable'] as const).find((one) => verdicts.has(one));
  return { ...row, verdict: verdict ?? 'none', claims };
}

function isRight({ isTrue, verdict }: Checked): boolean {
  return verdict === (isTrue ? 'supported' : 'contradicted');
}

function score(all: readonly Checked[]): Scores {
  const count = (test: (one: Checked) => boolean): number => all.filter(test).length;
  return {
    rows: all.length,
    right: percent(count(isRight), all.length),
    falseSupported: count(({ isTrue, verdict }) => !isTrue && verdict === 'supported'),
    trueContradicted: count(({ isTrue, verdict }) => isTrue && verdict === 'contradicted'),
    bare: count(({ claims }) =>
      claims.some(({ verdict, evidence }) => verdict !== 'unverifiable' && evidence.length === 0),
    ),
  };
}

function tell({ id, kind, isTrue, verdict, text, wrong, claims }: Checked): void {
  console.error([id, kind, isTrue, verdict, text, wrong].join('\t'));
  for (const one of claims) console.error(`\t\t${one.kind} ${one.verdict}: ${one.because}`);
}
