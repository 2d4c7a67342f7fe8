import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { type Engine, loadEngine, readReport } from '../../pipeline.js';
import type { Vote } from '../contract.js';

let loaded: Engine | undefined;

function votesIn(text: string, published: string | null = null): readonly Vote[] {
  loaded ??= loadEngine();
  return readReport(reportFromText(text, { published }), loaded).votes;
}

interface Expected {
  readonly body?: string;
  readonly outcome?: Vote['outcome'];
  readonly counts?: readonly (number | null)[];
  readonly vetoedBy?: readonly string[];
  /** Those that the text names. */
  readonly members?: Readonly<Record<string, string>>;
  readonly record?: string | null;
}

function brief(vote: Vote): Required<Expected> {
  const told = vote.members.filter(({ inferred }) => !inferred);
  return {
    body: vote.body,
    outcome: vote.outcome,
    counts: [vote.for, vote.against, vote.abstain],
    vetoedBy: vote.vetoedBy,
    members: Object.fromEntries(told.map(({ country, vote: ballot }) => [country, ballot])),
    record: vote.record?.symbol ?? null,
  };
}

const check = (text: string, expected: readonly Expected[], published: string | null = null) =>
  it(text, () => {
    expect(votesIn(text, published).map(brief)).toEqual(expected.map((one) => expect.objectContaining(one)));
  });

describe('votes of parliaments', () => {
  check('The Portuguese parliament voted 120 to 99 to raise the tax on fuel.', [
    { body: 'Portuguese parliament', outcome: 'adopted', counts: [120, 99, null], record: null },
  ]);
  check("Norway's parliament rejected the bill on Tuesday by 88 votes to 81.", [
    { body: "Norway's parliament", outcome: 'failed', counts: [88, 81, null] },
  ]);
  check('The European Parliament approved the plan (372-124 with 54 abstentions).', [
    { body: 'European Parliament', outcome: 'adopted', counts: [372, 124, 54] },
  ]);
  check('The Senate passed the bill on Monday. The vote was 51 to 49.', [
    { outcome: 'adopted', counts: [51, 49, null] },
  ]);
});

describe('votes of the Security Council', () => {
  check(
    'Russia vetoed a UN Security Council resolution on Friday. Eleven members voted in favour and China abstained.',
    [
      {
        body: 'UN Security Council',
        outcome: 'vetoed',
        counts: [11, null, null],
        vetoedBy: ['RUS'],
        members: { RUS: 'against', CHN: 'abstain' },
      },
    ],
  );
  check('The Security Council unanimously adopted a resolution on the border on Monday.', [
    { outcome: 'adopted', counts: [null, 0, 0], vetoedBy: [] },
  ]);
  check('Bolivia joined Russia in voting no on the draft resolution in the Security Council.', [
    { members: { BOL: 'against', RUS: 'against' } },
  ]);
  check(
    'A draft resolution at the UN Security Council failed on Tuesday, with eight votes in favour, two against and five abstentions.',
    [{ outcome: 'failed', counts: [8, 2, 5], vetoedBy: [] }],
  );
});

describe('what the record adds', () => {
  check(
    'Russia vetoed a UN Security Council draft on Syria on Wednesday. Ten countries voted in favour, while Bolivia joined Russia in voting no.',
    [{ outcome: 'vetoed', counts: [10, 2, 3], vetoedBy: ['RUS'], record: 'S/2017/315' }],
    '2017-04-13',
  );
  check(
    'Russia vetoed a UN Security Council draft on Syria. Ten countries voted in favour, while Bolivia joined Russia in voting no.',
    [{ outcome: 'vetoed', counts: [10, 2, 3], vetoedBy: ['RUS'], record: 'S/2017/315' }],
  );

  it('is marked as inferred, and dates the vote', () => {
    const [vote] = votesIn('Russia vetoed a UN Security Council draft on Syria on Wednesday.', '2017-04-12');
    expect(vote?.members.find(({ country }) => country === 'BOL')).toEqual({
      country: 'BOL',
      vote: 'against',
      span: null,
      inferred: true,
    });
    expect(vote?.when).toMatchObject({ start: '2017-04-12', end: '2017-04-12', basis: 'record' });
  });

  it('is nothing where more than one vote fits', () => {
    const [vote] = votesIn('Russia vetoed a UN Security Council draft on Syria.');
    expect(vote).toMatchObject({ outcome: 'vetoed', vetoedBy: ['RUS'], record: null });
  });

  check(
    'The Security Council unanimously adopted a resolution on Iceland on Thursday.',
    [{ outcome: 'adopted', counts: [null, 0, 0], record: null }],
    '2011-03-17',
  );

  it('never makes a veto of the No of an elected member', () => {
    const [vote] = votesIn('Bolivia vetoed a UN Security Council draft resolution on Syria.');
    expect(vote?.vetoedBy ?? []).toEqual([]);
  });
});

describe('two votes', () => {
  check(
    'Russia and China vetoed a US resolution in the UN Security Council on Thursday, while a rival draft put forward by Moscow failed to win enough votes.',
    [
      { outcome: 'vetoed', vetoedBy: ['CHN', 'RUS'] },
      { outcome: 'failed', vetoedBy: [] },
    ],
  );
  check(
    'Russia vetoed a UN Security Council draft on Syria on Tuesday. In 2011 the Council adopted a resolution on Libya.',
    [{ outcome: 'vetoed' }, { outcome: 'adopted' }],
    '2018-04-11',
  );
});

describe('what is no vote held', () => {
  check('The Security Council will vote on the draft resolution on Friday.', []);
  check('Russia threatened to veto the draft resolution at the Security Council.', []);
  check('If Russia vetoes the resolution, the Security Council will meet again.', []);
  check('The Security Council is expected to adopt the resolution.', []);
  check('Voters in Norway voted against the proposal in a referendum.', []);
  check('The governor vetoed the bill that the senate had passed.', [
    { body: 'Senate', outcome: 'adopted', vetoedBy: [] },
  ]);
  check('Russia has veto power in the Security Council.', []);
});
