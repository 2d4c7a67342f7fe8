import { describe, expect, it } from 'vitest';
import { loadCountries } from '../countries.js';
import { loadCouncil } from './load-council.js';
import { findCouncilVotes, vetoesBy } from './queries.js';

const council = loadCouncil(loadCountries());

describe('members of the Council', () => {
  const check = (year: number, size: number, permanent: number) => {
    expect([council.members(year).length, council.permanent(year).length]).toEqual([size, permanent]);
  };

  it('were eleven until 1965 and have been fifteen since', () => {
    check(1946, 11, 5);
    check(1965, 11, 5);
    check(1966, 15, 5);
    check(2026, 15, 5);
  });

  it('are none in a year outside the record', () => {
    check(1900, 0, 0);
  });

  it('hold seats of states that are no more', () => {
    expect(council.seatHolder?.('RUS', '1980-06-01')).toBe('Soviet Union');
    expect(council.seatHolder?.('CHN', '1971-10-24')).toBe('Republic of China');
    expect(council.seatHolder?.('CHN', '1971-10-25')).toBe("People's Republic of China");
    expect(council.seatHolder?.('FRA', '1980-06-01')).toBe('France');
    expect(council.seatHolder?.('QQQ', '1980-06-01')).toBeNull();
  });
});

describe('votes of the Council', () => {
  it('hold eight Russian vetoes on Syria from October 2011 to April 2017', () => {
    const drafts = vetoesBy(council, 'RUS', { about: ['SYR'], from: '2011-01-01', to: '2017-04-12' });
    expect(drafts.map((vote) => vote.date)).toEqual([
      '2011-10-04',
      '2012-02-04',
      '2012-07-19',
      '2014-05-22',
      '2016-10-08',
      '2016-12-05',
      '2017-02-28',
      '2017-04-12',
    ]);
  });

  it('count the No of an elected member, but never as a veto', () => {
    const [vote] = findCouncilVotes(council, { symbol: 'S/2017/315' });
    expect(vote?.ballots?.BOL).toBe('against');
    expect(vote?.vetoedBy).toEqual(['RUS']);
    expect(vetoesBy(council, 'BOL')).toEqual([]);
  });

  it('count no veto on a matter of procedure', () => {
    const [vote] = findCouncilVotes(council, { symbol: 'S/RES/2623' });
    expect(vote?.ballots?.RUS).toBe('against');
    expect(vote?.outcome).toBe('adopted');
    expect(vote?.vetoedBy).toEqual([]);
  });

  it('find a vote by its numbers, its vetoes and a ballot', () => {
    const found = findCouncilVotes(council, {
      for: 11,
      abstain: 3,
      vetoedBy: ['RUS'],
      members: { IND: 'abstain' },
      from: '2022-01-01',
    });
    expect(found.map((vote) => vote.symbol)).toEqual(['S/2022/155']);
  });

  it('tell absence from abstention', () => {
    const [vote] = findCouncilVotes(council, { symbol: 'S/RES/2756' });
    expect(vote?.ballots?.DZA).toBe('absent');
  });

  it('leave ballots open where only numbers are known', () => {
    const [vote] = findCouncilVotes(council, { symbol: 'S/RES/1559' });
    expect([vote?.for, vote?.abstain, vote?.ballots]).toEqual([9, 6, null]);
  });

  it('agree with themselves: ballots add up to the numbers, vetoes are noes of permanent members', () => {
    for (const vote of council.votes) {
      const permanent = council.permanent(Number(vote.date.slice(0, 4)));
      expect(vote.vetoedBy.filter((code) => !permanent.includes(code))).toEqual([]);
      expect(vote.vetoedBy.length > 0).toBe(vote.outcome === 'vetoed');
      if (vote.ballots === null) continue;
      const count = (ballot: string) => Object.values(vote.ballots!).filter((one) => one === ballot).length;
      expect([vote.symbol, count('for'), count('against'), count('abstain')]).toEqual([
        vote.symbol,
        vote.for,
        vote.against,
        vote.abstain,
      ]);
    }
  });
});
