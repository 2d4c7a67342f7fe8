import type { AssemblyBallot, AssemblyVote } from '../assembly/assembly.js';
import { VOTE_COLUMNS, type VoteRow } from '../council/load-council.js';
import type { OwnKnowledge } from '../own/own-knowledge.js';
import { list, optional } from '../table.js';

/** The user's own votes of the Council, in the columns of ours. **Shape** their cells have been checked. */
export function importedCouncil(own: OwnKnowledge | undefined): readonly VoteRow[] {
  const file = own?.files.find(({ name }) => name === 'council-votes.csv');
  return (file?.rows ?? []).map(({ line, cells }) => {
    const filled = Object.fromEntries(VOTE_COLUMNS.map((column) => [column, cells[column] ?? '']));
    const sources = { sources: 'imported', roll: cells.roll === '' ? 'unknown' : cells.roll };
    return { file: file!.path, line, isOwn: true, cells: { ...filled, ...sources } as VoteRow['cells'] };
  });
}

/** The user's own roll calls of the Assembly. **Shape** their cells have been checked. */
export function importedAssembly(own: OwnKnowledge | undefined): readonly AssemblyVote[] {
  const file = own?.files.find(({ name }) => name === 'assembly-votes.csv');
  return (file?.rows ?? []).map(({ line, cells }): AssemblyVote => {
    const ballots = new Map<string, AssemblyBallot>();
    for (const [column, ballot] of [
      ['for_by', 'for'],
      ['against_by', 'against'],
      ['abstain_by', 'abstain'],
    ] as const) {
      for (const code of list(cells[column] ?? '')) ballots.set(code, ballot);
    }
    const count = (wanted: AssemblyBallot): number =>
      [...ballots.values()].filter((ballot) => ballot === wanted).length;
    return {
      id: line,
      session: Number(cells.session),
      date: cells.date!,
      symbol: cells.symbol!,
      on: 'whole',
      title: cells.title!,
      text: optional(cells.text ?? ''),
      issues: [],
      for: count('for'),
      against: count('against'),
      abstain: count('abstain'),
      ballot: (country) => ballots.get(country) ?? null,
      source: `${file!.path}: ${cells.symbol}`,
    };
  });
}
