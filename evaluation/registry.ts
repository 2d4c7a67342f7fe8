import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packagePath } from '../src/package-root.js';
import { askCouncil } from '../src/registry/council/ask-council.js';
import type { Council, CouncilVote } from '../src/registry/council/council.js';
import { vetoesBy } from '../src/registry/council/queries.js';
import { countBallots, outcomeOf } from '../src/registry/council/rules.js';
import { loadRecord } from '../src/registry/official-record.js';
import { round } from './percent.js';
import type { Scores, Task } from './task.js';
import { numberIn, parseTsv } from './tsv.js';

const QUESTIONS = packagePath('evaluation', 'council', 'questions.tsv');
const [FIRST, LAST] = [1946, 2022];
/** Last day of the UN library's list. */
const LIST_ENDS = '2022-05-26';

/** The Council's record against the UN library's list of vetoes, the Charter, and questions answered by hand. */
export const registry: Task = {
  name: 'registry',
  takes: 'the folder of official records (../shared/record)',
  run: (path, { errors }) => {
    const started = performance.now();
    const record = loadRecord();
    const { council, countries } = record;
    const loaded = performance.now() - started;
    const listed = listOf(path);
    const cells: string[] = [];
    for (const country of council.permanent(LAST)) {
      for (let year = FIRST; year <= LAST; year++) {
        const [from, to] = [`${year}-01-01`, year === LAST ? LIST_ENDS : `${year}-12-31`];
        const ours = vetoesBy(council, country, { from, to }).length;
        const theirs = listed.filter((one) => one.year === year && one.vetoers.includes(country)).length;
        if (ours !== theirs) cells.push(`${country} ${year}: ${ours} on record, ${theirs} in the list`);
      }
    }
    const questions = parseTsv(readFileSync(QUESTIONS, 'utf8'), QUESTIONS, [
      'id',
      'veto',
      'about',
      'since',
      'until',
      'answer',
    ]);
    const wrong = questions.flatMap((row) => {
      const { cell } = row;
      const { rows } = askCouncil(council, countries, {
        from: cell('since'),
        to: cell('until'),
        outcome: 'vetoed',
        ...(cell('veto') === '' ? {} : { veto: cell('veto') }),
        ...(cell('about') === '' ? {} : { about: cell('about') }),
      });
      const answer = numberIn(row, 'answer');
      return rows.length === answer
        ? []
        : [
            `${cell('id')}: ${rows.length}, by hand ${answer}: ${rows.map(({ vote }) => vote.symbol).join(' ')}`,
          ];
    });
    const broken = exceptions(council);
    if (errors) for (const line of [...cells, ...wrong, ...broken.lines]) console.error(line);
    return {
      loadMs: round(loaded),
      vetoCells: (LAST - FIRST + 1) * council.permanent(LAST).length,
      vetoCellsWrong: cells.length,
      questions: questions.length,
      questionsWrong: wrong.length,
      rollCalls: broken.rollCalls,
      tallies: broken.tallies,
      exceptions: broken.lines,
    } satisfies Scores;
  },
};

interface Listed {
  readonly year: number;
  readonly vetoers: readonly string[];
}

const CODES: Readonly<Record<string, string>> = {
  China: 'CHN',
  France: 'FRA',
  Russia: 'RUS',
  'Russian Federation': 'RUS',
  UK: 'GBR',
  USA: 'USA',
  USSR: 'RUS',
};

/** The UN library's own list, read anew. Days are as people write them: the year is the last number. */
function listOf(folder: string): Listed[] {
  const text = readFileSync(join(folder, 'sc_veto_list_1946-2022.csv'), 'utf8');
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  return rows.map(({ date = '', vetoed_by: vetoers = '' }) => {
    const year = /(\d{2,4})\s*$/.exec(date)?.[1] ?? '';
    return {
      year: year.length === 2 ? 1900 + Number(year) : Number(year),
      vetoers: vetoers.split(/\s*[;,]\s*/).flatMap((name) => CODES[name] ?? []),
    };
  });
}

/** Votes that do not come out by the Charter as the record has them. */
function exceptions(council: Council): { rollCalls: number; tallies: number; lines: string[] } {
  const lines: string[] = [];
  let [rollCalls, tallies] = [0, 0];
  for (const vote of council.votes) {
    const found = vote.ballots === null ? byTally(vote) : byBallots(vote, council);
    if (vote.ballots !== null) rollCalls += 1;
    else if (vote.for !== null) tallies += 1;
    if (found !== null) lines.push(`${vote.date} ${vote.symbol}: ${found}`);
  }
  return { rollCalls, tallies, lines };
}

function byBallots(vote: CouncilVote, council: Council): string | null {
  const counted = countBallots(vote.ballots!, council.permanent(Number(vote.date.slice(0, 4))), vote.date);
  const [told, made] = [vote, counted].map(
    (one) => `${one.outcome} ${one.for}-${one.against}-${one.abstain}`,
  );
  return told === made ? null : `${told} on record, ${made} by its ballots`;
}

function byTally(vote: CouncilVote): string | null {
  if (vote.for === null) return null;
  const outcome = outcomeOf({ date: vote.date, for: vote.for, permanentAgainst: vote.vetoedBy });
  return outcome === vote.outcome ? null : `${vote.outcome} on record, ${outcome} by its ${vote.for} votes`;
}
