import { describe, expect, it } from 'vitest';
import type { ConflictsBeside } from '../../relations/dyads/conflicts-beside.js';
import { renderConflicts } from './render-conflicts.js';

const nothing: ConflictsBeside = {
  disputes: [],
  rivalries: [],
  armed: [],
  until: null,
  covers: { disputes: 2010, rivalries: 2020, armed: 2024 },
};

const check = (beside: Partial<ConflictsBeside>, expected: string) =>
  expect(renderConflicts({ ...nothing, ...beside })).toContain(expected);

const dispute = {
  from: '1990-03',
  to: '1990-05',
  highest: 'use',
  hostility: { CHL: 'display', PER: 'use' },
  fatalities: { CHL: '0', PER: null },
  first: 'CHL',
} as const;

const war = {
  from: '1990-04-02',
  to: null,
  intensity: 'war',
  about: ['territory'],
  role: { CHL: 'party', PER: 'party' },
  within: null,
} as const;

describe('conflicts as text', () => {
  it('say where each record ends where they hold nothing', () =>
    check(
      {},
      'no militarised dispute (record ends 2010), no strategic rivalry (record ends 2020), no armed conflict (record ends 2024)',
    ));

  it('name who went how far, and deaths of either side', () => {
    check(
      { disputes: [dispute] },
      '  1990-03 to 1990-05: use of force by PER, display of force by CHL; deaths in battle: CHL 0, PER unknown',
    );
    check(
      {
        disputes: [{ ...dispute, hostility: { CHL: 'use', PER: 'use' }, fatalities: { CHL: '0', PER: '0' } }],
      },
      '  1990-03 to 1990-05: use of force by both; no deaths in battle',
    );
  });

  it('list the latest five disputes of many', () => {
    const disputes = Array.from({ length: 7 }, (_, at) => ({ ...dispute, from: `199${at}`, to: `199${at}` }));
    const lines = renderConflicts({ ...nothing, disputes });
    expect(lines[0]).toBe('militarised disputes: 7, the latest 5 (record ends 2010)');
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(5);
    expect(lines[1]).toMatch(/^ {2}1992: /);
  });

  it('tell what goes on where the record ends from what goes on when it was asked for', () => {
    check({ armed: [war] }, '1990-04-02 to 2024, where the record ends: war over territory');
    check(
      {
        armed: [{ ...war, intensity: null }],
        until: '1991-05-06',
        covers: { ...nothing.covers, armed: 1991 },
      },
      '1990-04-02 to 1991-05-06 and on: armed conflict over territory',
    );
    check(
      { rivalries: [{ from: '1980', to: null, kinds: ['spatial'] }], until: '2025-01-01' },
      'strategic rivals 1980 to 2020, where the record ends: spatial',
    );
  });

  it('name supporters, rebels and conflicts that look alike', () => {
    const behind = { CHL: 'party', PER: 'support' } as const;
    check(
      { armed: [{ ...war, to: '1992', role: behind }] },
      '1990-04-02 to 1992: war over territory, PER in support of a party',
    );
    check(
      { armed: [1, 2].map(() => ({ ...war, from: '1991', to: '1991', role: behind, within: 'CHL' })) },
      "1991: war over territory within CHL, with troops of PER on the rebels' side (2 conflicts)",
    );
  });
});
