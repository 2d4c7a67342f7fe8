import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { toCsv } from '../../formats/tables/csv.js';
import { paintFor } from '../../formats/text/paint.js';
import {
  GRID_KEY,
  renderAgreement,
  renderAssemblyVote,
  renderCounted,
  renderGrid,
  renderRecordedVote,
  renderSessions,
} from '../../formats/text/render-record.js';
import { askAssembly } from '../../registry/assembly/ask-assembly.js';
import type { Assembly, AssemblyBallot, AssemblyVote } from '../../registry/assembly/assembly.js';
import { askAgreement, askCouncil, type CouncilQuestion } from '../../registry/council/ask-council.js';
import type { Ballot, CouncilOutcome, CouncilVote } from '../../registry/council/council.js';
import { countryNamed } from '../../registry/council/topic.js';
import { loadRecord, type OfficialRecord } from '../../registry/official-record.js';
import { knowledgeOf } from '../knowledge.js';
import type { KnowledgeOptions } from '../program.js';

/** Options of `votes` that ask the official record and not the archive. */
export interface RecordOptions extends KnowledgeOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly record?: boolean;
  readonly veto?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: string;
  readonly member?: string;
  readonly pair?: string;
  readonly sponsor?: string;
  readonly symbol?: string;
  readonly grid?: boolean;
  readonly assembly?: boolean;
  readonly limit?: number;
}

const ASKS = [
  'record',
  'veto',
  'about',
  'since',
  'until',
  'member',
  'pair',
  'sponsor',
  'symbol',
  'grid',
  'assembly',
] as const;

/** Whether `votes` is asked for the official record, by any option that only it has. */
export function asksTheRecord(options: RecordOptions): boolean {
  return ASKS.some((name) => options[name] !== undefined);
}

/** Prints votes of the official record, or how two members voted. */
export function recordedVotes(options: RecordOptions): void {
  const record = loadRecord(knowledgeOf(options));
  if (options.assembly === true) {
    printAssembly(options, record);
    return;
  }
  const question = questionOf(options, record);
  const { council, countries } = record;
  if (options.pair !== undefined) {
    printAgreement(options, pairOf(options.pair, record), question, record);
    return;
  }
  const answer = askCouncil(council, countries, question);
  const rows = options.limit === undefined ? answer.rows : answer.rows.slice(0, options.limit);
  if (options.format === 'json') {
    for (const { vote, why } of rows) console.log(jsonLine({ ...vote, why }));
    return;
  }
  if (options.format === 'csv') {
    process.stdout.write(
      toCsv(
        rows.map(({ vote, why }) => ({ ...tableRow(vote), why })),
        [...TABLE, 'why'],
      ),
    );
    return;
  }
  const paint = paintFor(process.stdout, process.env);
  if (options.grid === true) {
    for (const line of renderGrid(rows, council, paint)) console.log(line);
    if (rows.length > 0) console.log(paint.chalk.dim(GRID_KEY));
  } else for (const row of rows) console.log(renderRecordedVote(row, paint));
  for (const line of renderCounted(answer, council, rows.length)) console.log(paint.chalk.dim(line));
}

/** Options that only make sense of the Council. */
const COUNCIL_ONLY = ['veto', 'sponsor', 'grid', 'outcome'] as const;

/** Roll calls of the Assembly, or how two states voted in it, session by session. */
function printAssembly(options: RecordOptions, record: OfficialRecord): void {
  const strange = COUNCIL_ONLY.find((name) => options[name] !== undefined);
  if (strange !== undefined)
    throw new RapporteurError(
      'usage',
      `--${strange} is of the Security Council. Leave it out, or --assembly.`,
    );
  const { assembly } = record;
  const paint = paintFor(process.stdout, process.env);
  if (options.pair !== undefined) {
    const pair = pairOf(options.pair, record);
    const sessions = assembly.agreement(...pair);
    const rows = sessions.map((one) => ({ one: pair[0], other: pair[1], ...one }));
    if (options.format === 'csv') process.stdout.write(toCsv(rows));
    else if (options.format === 'json') for (const row of rows) console.log(jsonLine(row));
    else for (const line of renderSessions(pair, sessions)) console.log(line);
    return;
  }
  const { from, to, about, symbol } = questionOf(options, record);
  const member = options.member === undefined ? undefined : memberOf(options.member, record);
  if (member?.ballot === 'absent')
    throw new RapporteurError(
      'usage',
      'Who took no part in the Assembly is not on record. Use for, against or abstain.',
    );
  const found = askAssembly(assembly, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(about === undefined ? {} : { about }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(member === undefined
      ? {}
      : { member: { country: member.country, ballot: member.ballot as AssemblyBallot | null } }),
  });
  const rows = found.slice(0, options.limit).map((vote) => assemblyRow(vote, assembly));
  if (options.format === 'csv') process.stdout.write(toCsv(rows));
  else if (options.format === 'json') for (const row of rows) console.log(jsonLine(row));
  else {
    for (const row of rows) console.log(renderAssemblyVote(row, found.length === 1, paint));
    const { covers } = assembly;
    console.log(
      paint.chalk.dim(
        `${found.length} roll calls on whole drafts counted${rows.length < found.length ? `, the first ${rows.length} shown` : ''}. The record runs from ${covers.from} to ${covers.to}; what was adopted without a vote is not in it.`,
      ),
    );
  }
}

function assemblyRow(vote: AssemblyVote, { voters }: Assembly) {
  const who = (ballot: AssemblyBallot): string[] => voters.filter((code) => vote.ballot(code) === ballot);
  const { session, date, symbol, for: yes, against, abstain } = vote;
  const title = vote.title === '' ? (vote.text ?? '') : vote.title;
  return {
    date,
    session,
    symbol,
    title,
    for: yes,
    against,
    abstain,
    voted_for: who('for'),
    voted_against: who('against'),
    abstained: who('abstain'),
  };
}

function printAgreement(
  { format, limit }: RecordOptions,
  pair: readonly [string, string],
  question: CouncilQuestion,
  { council, countries }: OfficialRecord,
): void {
  const agreement = askAgreement(council, countries, pair, question);
  const { same, different, open, counted } = agreement;
  if (format === 'json') {
    const symbols = (votes: readonly CouncilVote[]) => votes.map(({ date, symbol }) => ({ date, symbol }));
    console.log(
      jsonLine({ pair, counted, same: symbols(same), different: symbols(different), open: symbols(open) }),
    );
    return;
  }
  if (format === 'csv') {
    const rows = [
      ...same.map((vote) => ({ ...tableRow(vote), agreed: 'yes' })),
      ...different.map((vote) => ({ ...tableRow(vote), agreed: 'no' })),
      ...open.map((vote) => ({ ...tableRow(vote), agreed: 'unknown' })),
    ];
    process.stdout.write(toCsv(rows, [...TABLE, 'agreed']));
    return;
  }
  const paint = paintFor(process.stdout, process.env);
  for (const vote of different.slice(0, limit)) console.log(renderRecordedVote({ vote, why: null }, paint));
  for (const line of renderAgreement(pair, agreement)) console.log(line);
}

const TABLE = [
  'date',
  'symbol',
  'draft',
  'meeting',
  'topic',
  'matter',
  'crisis',
  'about',
  'sponsors',
  'outcome',
  'for',
  'against',
  'abstain',
  'vetoed_by',
  'roll',
  'voted_for',
  'voted_against',
  'abstained',
  'absent',
  'origins',
] as const;

function tableRow(vote: CouncilVote) {
  const who = (ballot: Ballot): string[] =>
    Object.entries(vote.ballots ?? {}).flatMap(([code, one]) => (one === ballot ? [code] : []));
  return {
    ...vote,
    vetoed_by: vote.vetoedBy,
    voted_for: who('for'),
    voted_against: vote.ballots === null ? vote.vetoedBy : who('against'),
    abstained: who('abstain'),
    absent: who('absent'),
    ballots: null,
  };
}

function questionOf(options: RecordOptions, record: OfficialRecord): CouncilQuestion {
  const { about, symbol, outcome } = options;
  const from = options.since ?? options.from;
  const to = options.until ?? options.to;
  if (from !== undefined && to !== undefined && from > to)
    throw new RapporteurError(
      'usage',
      `--since ${from} is after --until ${to}: no day lies between. Swap them.`,
    );
  if (outcome !== undefined && !/^(?:adopted|vetoed|failed)$/.test(outcome))
    throw new RapporteurError('usage', `Unknown outcome "${outcome}". Use one of: adopted, vetoed, failed.`);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outcome === undefined ? {} : { outcome: outcome as CouncilOutcome }),
    ...(options.veto === undefined ? {} : { veto: permanentMember(options.veto, record) }),
    ...(about === undefined ? {} : { about }),
    ...(options.member === undefined ? {} : { member: memberOf(options.member, record) }),
    ...(options.sponsor === undefined ? {} : { sponsor: country(options.sponsor, record) }),
    ...(symbol === undefined ? {} : { symbol }),
  };
}

function country(name: string, { countries }: OfficialRecord): string {
  const code = countryNamed(name, countries);
  if (code !== undefined) return code;
  throw new RapporteurError(
    'usage',
    `Unknown country "${name}". Give a code of three letters, such as FRA, or a name.`,
  );
}

function permanentMember(name: string, record: OfficialRecord): string {
  const code = country(name, record);
  const permanent = record.council.permanent(Number(record.council.covers.to.slice(0, 4)));
  if (permanent.includes(code)) return code;
  throw new RapporteurError(
    'usage',
    `${code} has no veto: only permanent members cast one. Use one of: ${permanent.join(', ')}; or --member ${code}=against.`,
  );
}

const BALLOTS = ['for', 'against', 'abstain', 'absent'] as const;

function memberOf(text: string, record: OfficialRecord): { country: string; ballot: Ballot | null } {
  const [name = '', ballot] = text.split('=');
  const code = country(name, record);
  if (ballot === undefined) return { country: code, ballot: null };
  const known = BALLOTS.find((one) => one === ballot);
  if (known !== undefined) return { country: code, ballot: known };
  throw new RapporteurError(
    'usage',
    `Unknown ballot "${ballot}" in "${text}". Use one of: ${BALLOTS.join(', ')}.`,
  );
}

function pairOf(text: string, record: OfficialRecord): [string, string] {
  const names = text.split(/[,+]/).filter((name) => name.trim() !== '');
  if (names.length !== 2)
    throw new RapporteurError(
      'usage',
      `"${text}" does not name two countries. Give two, such as --pair USA,RUS.`,
    );
  return [country(names[0]!, record), country(names[1]!, record)];
}
