import { describe, expect, it } from 'vitest';
import { brokenRules, countBallots, doubleVeto, outcomeOf, type ReportedVote, sizeOn } from './rules.js';

describe('what comes of a vote', () => {
  const vote = { date: '2017-04-12', for: 10, permanentAgainst: [] as string[] };

  it('needs nine votes of fifteen, seven of eleven until 1965', () => {
    expect(sizeOn('1965-12-31')).toEqual({ members: 11, needed: 7 });
    expect(sizeOn('1966-01-01')).toEqual({ members: 15, needed: 9 });
    expect(sizeOn(null)).toEqual({ members: 15, needed: 9 });
    expect(outcomeOf({ ...vote, for: 9 })).toBe('adopted');
    expect(outcomeOf({ ...vote, for: 8 })).toBe('failed');
    expect(outcomeOf({ ...vote, date: '1964-06-01', for: 7 })).toBe('adopted');
  });

  it('is a veto where a permanent member stops what had the votes', () => {
    expect(outcomeOf({ ...vote, permanentAgainst: ['RUS'] })).toBe('vetoed');
    expect(outcomeOf({ ...vote, for: 8, permanentAgainst: ['RUS'] })).toBe('failed');
  });

  it('is none on a matter of procedure', () => {
    expect(outcomeOf({ ...vote, permanentAgainst: ['RUS'], procedural: true })).toBe('adopted');
  });

  it('counts abstention and absence for nothing', () => {
    const ballots = { CHN: 'abstain', FRA: 'absent', A: 'for', B: 'for', C: 'for', D: 'for' } as const;
    const more = { E: 'for', F: 'for', G: 'for', H: 'for', I: 'for', J: 'against' } as const;
    expect(countBallots({ ...ballots, ...more }, ['CHN', 'FRA'], '2020-01-01')).toEqual({
      for: 9,
      against: 1,
      abstain: 1,
      outcome: 'adopted',
    });
  });

  it('may be vetoed twice: whether it is procedure, and then the matter itself', () => {
    const no = { date: '1950-01-01', for: 9, permanentAgainst: ['RUS'] };
    expect(doubleVeto(no, no)).toEqual({ procedural: false, outcome: 'vetoed' });
    expect(doubleVeto({ ...no, permanentAgainst: [] }, no)).toEqual({ procedural: true, outcome: 'adopted' });
  });
});

describe('rules that a reported vote breaks', () => {
  const told: ReportedVote = {
    date: '2018-05-24',
    outcome: 'adopted',
    for: 10,
    against: 2,
    abstain: 3,
    permanentAgainst: [],
    vetoersWithoutSeat: [],
  };
  const check = (what: string, change: Partial<ReportedVote>, rules: readonly string[]) =>
    it(what, () => expect(brokenRules({ ...told, ...change }).map(({ rule }) => rule)).toEqual(rules));
  check('none', {}, []);
  check('more votes than members', { for: 16, against: 0, abstain: 0 }, ['size']);
  check('too few votes to pass', { for: 8, against: 4 }, ['majority']);
  check('passed over a veto', { permanentAgainst: ['FRA'] }, ['concurrence']);
  check('procedure knows no veto', { permanentAgainst: ['RUS'], procedural: true }, []);
  check('a veto without a permanent seat', { outcome: 'vetoed', vetoersWithoutSeat: ['DEU'] }, ['seat']);
  check('a veto where the votes were wanting', { outcome: 'vetoed', for: 2 }, ['veto']);
  check('eleven in all before 1966', { date: '1960-07-14', for: 9 }, ['size']);
});
