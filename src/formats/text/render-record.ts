import type { AssemblyAgreement } from '../../registry/assembly/assembly.js';
import type { CouncilAnswer, CountedVote } from '../../registry/council/ask-council.js';
import type { Ballot, Council, CouncilVote } from '../../registry/council/council.js';
import { ballotOf, type CouncilAgreement } from '../../registry/council/queries.js';
import { hang, type Paint, pad, shorten } from './paint.js';

/** One vote of the official record in two lines: what came of it and how many, and what it was on. */
export function renderRecordedVote({ vote, why }: CountedVote, paint: Paint): string {
  const { chalk } = paint;
  const outcome = {
    adopted: chalk.green('adopted'),
    vetoed: chalk.red(`vetoed by ${vote.vetoedBy.join(', ')}`),
    failed: chalk.yellow('failed'),
  }[vote.outcome];
  const matter = [vote.matter, vote.topic].filter((part) => part !== null && part !== '');
  const details = [
    shorten(matter.join(' – '), 160),
    vote.sponsors.length > 0 ? `by ${shorten(vote.sponsors.join(' '), 60)}` : null,
    vote.meeting,
    `roll call ${vote.roll}`,
    why === null ? null : `counted: ${shorten(why, 60)}`,
  ].filter((part) => part !== null);
  const head = `${chalk.bold(vote.symbol)} ${outcome} ${tally(vote)}`;
  return hang(paint, `${vote.date}  `, `${head}\n${chalk.dim(details.join(' · '))}`);
}

function tally(vote: CouncilVote): string {
  return [vote.for, vote.against, vote.abstain].map((count) => count ?? '?').join('–');
}

/** Signs and words, for those who see no colour. */
const SIGNS: Readonly<Record<Ballot | 'veto' | 'unknown', string>> = {
  for: '+',
  against: '-',
  veto: 'V',
  abstain: 'o',
  absent: '.',
  unknown: '?',
};

export const GRID_KEY = '+ for   - against   V veto   o abstained   . did not vote   ? not known';

/** **Units** columns: room for a symbol before the members. */
const LABEL = 26;

/**
 * Roll calls as a grid: a line a vote, a column a member, permanent ones first; a new head where the members change.
 *
 * **Shape** lines.
 */
export function renderGrid(rows: readonly CountedVote[], council: Council, paint: Paint): string[] {
  let head = '';
  return rows.flatMap(({ vote }) => {
    const year = Number(vote.date.slice(0, 4));
    const permanent = council.permanent(year);
    const members = [...permanent, ...council.members(year).filter((code) => !permanent.includes(code))];
    const next = pad('', LABEL) + members.join(' ');
    const cells = members.map((code) => pad(sign(vote, code, paint), 3));
    const line = `${pad(`${vote.date}  ${shorten(vote.symbol, 13)}`, LABEL)}${cells.join(' ')}`;
    const lines = next === head ? [line] : [paint.chalk.dim(next), line];
    head = next;
    return lines.map((one) => one.trimEnd());
  });
}

function sign(vote: CouncilVote, code: string, { chalk }: Paint): string {
  if (vote.vetoedBy.includes(code)) return ` ${chalk.red.bold(SIGNS.veto)}`;
  const ballot = ballotOf(vote, code) ?? 'unknown';
  const colour = {
    for: chalk.green,
    against: chalk.red,
    abstain: chalk.yellow,
    absent: chalk.dim,
    unknown: chalk.dim,
  };
  return ` ${colour[ballot](SIGNS[ballot])}`;
}

/** What was counted and what the record lacks, so that no number stands alone. */
export function renderCounted(
  { rows, counted, open }: CouncilAnswer,
  council: Council,
  shown: number,
): string[] {
  const rolls = (kind: string): number => rows.filter(({ vote }) => vote.roll === kind).length;
  const { from, to } = council.covers;
  return [
    `${rows.length} rows counted: ${counted}.${shown < rows.length ? ` The first ${shown} are shown.` : ''}`,
    `Roll calls: ${rolls('known')} known, ${rolls('derived')} derived from the numbers, ${rolls('unknown')} unknown.`,
    ...(open > 0
      ? [`${open} more votes with that member have no roll call, so they may belong here too.`]
      : []),
    `The record has ${council.votes.length} votes from ${from} to ${to}; after ${council.coversUnanimous} only those that somebody opposed.`,
  ];
}

/** Two members' agreement in numbers, and the votes on which they differed. */
export function renderAgreement(
  [one, other]: readonly [string, string],
  { same, different, open, counted }: CouncilAgreement & { readonly counted: string },
): string[] {
  const both = same.length + different.length;
  const share = both === 0 ? '' : ` (${Math.round((100 * same.length) / both)} %)`;
  return [
    `${one} and ${other} cast the same ballot in ${same.length} of ${both} votes${share}, another in ${different.length}.`,
    `Counted: ${counted}, both on the Council, both ballots known or derived. ${open.length} more have no roll call.`,
  ];
}

/** One roll call of the Assembly; whole lists only where it is the one that was asked for. */
export function renderAssemblyVote(
  row: {
    readonly date: string;
    readonly symbol: string | null;
    readonly title: string;
    readonly for: number;
    readonly against: number;
    readonly abstain: number;
    readonly voted_against: readonly string[];
    readonly abstained: readonly string[];
  },
  whole: boolean,
  paint: Paint,
): string {
  const { chalk } = paint;
  const count = `${row.for}–${row.against}–${row.abstain}`;
  const few = (codes: readonly string[]): string => (whole ? codes.join(' ') : shorten(codes.join(' '), 60));
  const details = [
    shorten(row.title, 160),
    row.voted_against.length > 0 ? `against: ${few(row.voted_against)}` : null,
    whole && row.abstained.length > 0 ? `abstained: ${few(row.abstained)}` : null,
  ].filter((part) => part !== null);
  const head = `${chalk.bold(row.symbol ?? 'no symbol')} ${count}`;
  return hang(paint, `${row.date}  `, `${head}\n${chalk.dim(details.join(' · '))}`);
}

/** **Units** columns of the bar. */
const BAR = 40;

/** How often two states voted alike, a line a session. */
export function renderSessions(
  [one, other]: readonly [string, string],
  sessions: readonly AssemblyAgreement[],
): string[] {
  if (sessions.length === 0)
    return [`${one} and ${other} have no session with 20 common ballots or more on record.`];
  return [
    `${one} and ${other} in the General Assembly: the same ballot, of those that both cast`,
    ...sessions.map(({ session, year, both, same, share, distance }) => {
      const bar = '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '·');
      const apart = distance === null ? '' : `  ideal points ${distance.toFixed(2)} apart`;
      return `${year}  ${String(session).padStart(2)}  ${bar} ${String(Math.round(100 * share)).padStart(3)} %  ${String(same).padStart(3)} of ${String(both).padStart(3)}${apart}`;
    }),
  ];
}
