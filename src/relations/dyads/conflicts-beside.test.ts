import { describe, expect, it } from 'vitest';
import type { Conflicts } from '../../registry/conflicts/conflicts.js';
import { conflictsBeside } from './conflicts-beside.js';

const pair = { one: 'CHL', other: 'PER', isOpen: false, source: 'invented' };

const conflicts: Conflicts = {
  between: () => ({
    disputes: [
      {
        ...pair,
        from: '1990-03',
        to: '1990-05',
        hostility: { one: 'use', other: 'none' },
        highest: 'use',
        fatalities: { one: '0', other: null },
        first: 'CHL',
        id: 1,
      },
    ],
    rivalries: [{ ...pair, from: '1980', to: '2020', isOpen: true, kinds: ['spatial'] }],
    armed: [
      {
        ...pair,
        from: '1990-04-02',
        to: '1992',
        intensity: 'war',
        about: ['territory'],
        role: { one: 'party', other: 'support' },
        within: null,
        id: 2,
      },
    ],
  }),
  counts: { disputes: 1, rivalries: 1, armed: 1 },
  covers: {
    disputes: { from: 1816, to: 2010 },
    rivalries: { from: 1494, to: 2020 },
    armed: { from: 1946, to: 2024 },
  },
};

const until = (day: string | null) => conflictsBeside(conflicts, ['PER', 'CHL'], day);

describe('conflicts beside a dyad', () => {
  it('stand with the values of either side under its code, and with where each record ends', () => {
    const { disputes, rivalries, armed, covers } = until(null);
    expect(disputes).toEqual([
      {
        from: '1990-03',
        to: '1990-05',
        highest: 'use',
        hostility: { CHL: 'use', PER: 'none' },
        fatalities: { CHL: '0', PER: null },
        first: 'CHL',
      },
    ]);
    expect(rivalries).toEqual([{ from: '1980', to: null, kinds: ['spatial'] }]);
    expect(armed).toMatchObject([{ to: '1992', intensity: 'war', role: { CHL: 'party', PER: 'support' } }]);
    expect(covers).toEqual({ disputes: 2010, rivalries: 2020, armed: 2024 });
  });

  it('leave out what began after the day that was asked for', () => {
    const { disputes, armed, covers } = until('1990-02-28');
    expect([disputes, armed]).toEqual([[], []]);
    expect(covers).toEqual({ disputes: 1990, rivalries: 1990, armed: 1990 });
  });

  it('do not tell of what goes on then how it ended or what it came to', () => {
    const { disputes, armed } = until('1990-04-10');
    expect(disputes).toMatchObject([{ from: '1990-03', to: null, highest: null, fatalities: null }]);
    expect(armed).toMatchObject([{ from: '1990-04-02', to: null, intensity: null }]);
  });

  it('are whole once they are over', () =>
    expect(until('1990-06-01').disputes).toMatchObject([{ to: '1990-05', highest: 'use' }]));
});
