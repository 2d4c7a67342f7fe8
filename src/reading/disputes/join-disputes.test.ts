import { expect, it } from 'vitest';
import type { Actor, Dispute, Position } from '../contract.js';
import { joinDisputes, type ToldDispute } from './join-disputes.js';

function party(country: string): Actor {
  const mention = { start: 0, end: 3, text: country };
  return {
    name: country,
    country,
    sectors: [],
    title: null,
    person: null,
    id: null,
    mention,
    resolvedBy: 'name',
  };
}

/** `told('r1', '2023-05-04', 'shelling of Vik', 'NOR accuses', 'SWE denies')` */
function told(id: string, published: string | null, about: string, ...who: readonly string[]): ToldDispute {
  const positions = who.map((one): Position => {
    const [country, stance] = one.split(' ') as [string, Position['stance']];
    return { party: party(country), stance, statement: null, span: { start: 0, end: 3, text: country } };
  });
  const dispute: Dispute = { id: `d-${id}`, about, event: null, positions, decider: null };
  return { dispute, event: null, report: { id, title: null, published } };
}

function check(title: string, all: readonly ToldDispute[], expected: readonly string[]): void {
  it(title, () =>
    expect(joinDisputes(all).map((one) => one.told.map(({ report }) => report.id).join('+'))).toEqual(
      expected,
    ),
  );
}

const FIRST = told('a', '2023-05-04', 'the shelling of Vik', 'NOR accuses', 'SWE denies');
check(
  'joins two reports of one matter, the earlier first',
  [told('b', '2023-05-09', 'shelling a school in Vik', 'NOR accuses', 'SWE denies'), FIRST],
  ['a+b'],
);
check(
  'joins one in which nobody answers yet',
  [FIRST, told('b', '2023-05-03', 'shelled Vik', 'NOR accuses')],
  ['b+a'],
);
check(
  'keeps other matters apart',
  [FIRST, told('b', '2023-05-05', 'stolen ballots', 'NOR accuses', 'SWE denies')],
  ['a', 'b'],
);
check(
  'keeps other accusers apart',
  [FIRST, told('b', '2023-05-05', 'the shelling of Vik', 'FIN accuses', 'SWE denies')],
  ['a', 'b'],
);
check(
  'keeps others who answer apart',
  [FIRST, told('b', '2023-05-05', 'the shelling of Vik', 'NOR accuses', 'DNK denies')],
  ['a', 'b'],
);
check(
  'keeps what lies a year back apart',
  [FIRST, told('b', '2022-05-05', 'the shelling of Vik', 'NOR accuses')],
  ['b', 'a'],
);
check('puts undated reports last', [told('b', null, 'the shelling of Vik', 'NOR accuses'), FIRST], ['a+b']);
check('has nothing to join in nothing', [], []);
