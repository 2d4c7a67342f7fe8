import type { Dispute } from '../src/reading/contract.js';
import { type ExpectedDispute, type ReadInvention, readInventedReports } from './invented-reports.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

export const disputes: Task = {
  name: 'disputes',
  takes: 'a JSONL file of reports with the disputes that they tell (evaluation/disputes/reports.jsonl)',
  run: (path, { engine, errors }) => {
    const all = readInventedReports(path, engine());
    if (errors) for (const one of all.filter(({ half }) => half === 'development')) tellErrors(one);
    return {
      reports: all.length,
      ...score(all),
      development: score(all.filter(({ half }) => half === 'development')),
      test: score(all.filter(({ half }) => half === 'test')),
    };
  },
};

/** `found` have the right parties on both sides; `false` are disputes of reports that tell none. */
function score(all: readonly ReadInvention[]): Scores {
  const wanted = all.flatMap((one) => one.report.disputes.map((dispute) => ({ one, dispute })));
  const found = wanted.filter(({ one, dispute }) =>
    one.reading.disputes.some((other) => isSame(other, dispute)),
  );
  const deciding = wanted.filter(({ dispute }) => dispute.decides !== undefined);
  const decided = deciding.filter(({ one, dispute }) =>
    one.reading.disputes.some(({ decider }) => decider !== null && isCalled(decider, dispute.decides!)),
  );
  const none = all.filter(({ report }) => report.disputes.length === 0);
  return {
    disputes: wanted.length,
    found: found.length,
    share: percent(found.length, wanted.length),
    deciders: deciding.length,
    decidersFound: decided.length,
    reportsWithout: none.length,
    false: none.reduce((sum, { reading }) => sum + reading.disputes.length, 0),
  };
}

function isSame({ positions }: Dispute, expected: ExpectedDispute): boolean {
  const has = (stance: string, who: string) =>
    positions.some((one) => one.stance === stance && isCalled(one.party, who));
  return (
    expected.accuses.every((who) => has('accuses', who)) &&
    (expected.denies ?? []).every((who) => has('denies', who))
  );
}

/** Whether somebody is meant by a country's code, or by part of a name. */
function isCalled(
  { country, name, mention }: { country: string | null; name: string; mention: { text: string } },
  who: string,
): boolean {
  if (/^[A-Z]{3}$/.test(who)) return country === who;
  return `${name} ${mention.text}`.toLowerCase().includes(who.toLowerCase());
}

function tellErrors({ report, reading }: ReadInvention): void {
  const told = reading.disputes.map(
    ({ about, positions }) =>
      `${about}: ${positions.map(({ party, stance }) => `${party.name} ${stance}`).join(', ')}`,
  );
  for (const dispute of report.disputes) {
    if (!reading.disputes.some((one) => isSame(one, dispute)))
      console.error(`${report.id}\tmissed ${JSON.stringify(dispute)}\t${told.join(' | ') || '-'}`);
  }
  if (report.disputes.length === 0 && told.length > 0)
    console.error(`${report.id}\tfalse\t${told.join(' | ')}`);
}
