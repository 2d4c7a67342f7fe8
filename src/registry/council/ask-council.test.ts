import { describe, expect, it } from 'vitest';
import { loadRecord } from '../official-record.js';
import { askAgreement, askCouncil } from './ask-council.js';
import { coverageByDecade, missingResolutions } from './gaps.js';

const { council, countries } = loadRecord();
const symbols = (question: Parameters<typeof askCouncil>[2]) =>
  askCouncil(council, countries, question).rows.map(({ vote }) => vote.symbol);

describe('questions to the record of the Council', () => {
  it('count vetoes by member, topic and period, and say what was counted', () => {
    const answer = askCouncil(council, countries, {
      veto: 'RUS',
      about: 'Syrian',
      from: '2011-01-01',
      to: '2017-04-12',
    });
    expect(answer.rows).toHaveLength(8);
    expect(answer.rows[0]?.why).toBe('about SYR');
    expect(answer.counted).toBe('vetoes cast by RUS, about Syrian, from 2011-01-01 to 2017-04-12');
  });

  it('take words of agenda and title where no country is named', () => {
    const { rows } = askCouncil(council, countries, { about: 'chemical weapons', outcome: 'vetoed' });
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.every(({ vote, why }) => /chemical weapons/i.test(why!) && vote.outcome === 'vetoed')).toBe(
      true,
    );
  });

  it('find a resolution by its number, its symbol and its draft', () => {
    for (const symbol of ['2118', 'S/RES/2118', 'resolution 2118 (2013)', 's/2013/575'])
      expect(symbols({ symbol })).toEqual(['S/RES/2118']);
    expect(symbols({ symbol: 'S/RES/999999' })).toEqual([]);
  });

  it('tell how many votes of a member are not known', () => {
    const { rows, open } = askCouncil(council, countries, {
      member: { country: 'FRA', ballot: 'abstain' },
      from: '1980-01-01',
      to: '1989-12-31',
    });
    expect(rows.every(({ vote }) => vote.ballots?.FRA === 'abstain')).toBe(true);
    expect(open).toBeGreaterThan(0);
  });

  it('count agreement over ballots that are known', () => {
    const found = askAgreement(council, countries, ['USA', 'RUS'], { from: '2022-07-01', to: '2025-12-31' });
    expect(found.same.length + found.different.length).toBeGreaterThan(50);
    for (const vote of found.different) expect(vote.ballots?.USA).not.toBe(vote.ballots?.RUS);
  });

  it('know who laid a draft before the Council', () => {
    const { rows } = askCouncil(council, countries, { sponsor: 'BOL', veto: 'USA' });
    for (const { vote } of rows) expect(vote.sponsors).toContain('BOL');
  });
});

describe('gaps of the record', () => {
  it('are counted by decade and by number', () => {
    const decades = coverageByDecade(council);
    expect(decades[0]?.decade).toBe('1940s');
    expect(decades.reduce((sum, { votes }) => sum + votes, 0)).toBe(council.votes.length);
    const { count, runs } = missingResolutions(council);
    expect(runs).toContain('S/RES/25');
    expect(count).toBeGreaterThan(100);
  });

  it('name who held a seat that is another state’s today', () => {
    expect(council.seatHolder('EGY', '1961-05-01')).toBe('United Arab Republic');
    expect(council.seatHolder('DEU', '1987-05-01')).toBe('Federal Republic of Germany');
    expect(council.isMember('DEU', '2011-03-17')).toBe(true);
    expect(council.isMember('IRN', '2011-03-17')).toBe(false);
    expect(council.isMember('FRA', '1945-12-31')).toBeUndefined();
  });
});
