import { describe, expect, it } from 'vitest';
import { loadRecord } from '../official-record.js';

const { assembly, alliances, leaders } = loadRecord();

describe('the General Assembly', () => {
  it('knows a roll call by its resolution', () => {
    const [vote] = assembly.bySymbol('68/262');
    expect([vote?.date, vote?.for, vote?.against, vote?.abstain]).toEqual(['2014-03-27', 100, 11, 58]);
    expect(['RUS', 'UKR', 'CHN', 'ISR'].map((code) => vote?.ballot(code))).toEqual([
      'against',
      'for',
      'abstain',
      null,
    ]);
    expect(assembly.bySymbol('A/RES/1/999')).toEqual([]);
  });

  it('counts the agreement of two states by session, in either order', () => {
    const [there, back] = [assembly.agreement('USA', 'RUS'), assembly.agreement('RUS', 'USA')];
    expect(there).toEqual(back);
    const session = there.find(({ year }) => year === 2010);
    expect(session!.same).toBeLessThan(session!.both);
    expect(session!.share).toBeCloseTo(session!.same / session!.both);
    expect(there.every(({ both }) => both >= 20)).toBe(true);
  });

  it('gives ideal points by session', () => {
    expect(assembly.idealPoint('USA', 1)).toBeCloseTo(1.675, 2);
    expect(assembly.idealPoint('XXX', 1)).toBeNull();
  });
});

describe('alliances', () => {
  it('hold between two states in any order', () => {
    expect(alliances.between('USA', 'GBR')).toEqual(alliances.between('GBR', 'USA'));
    expect(alliances.between('USA', 'FRA').some(({ pledges }) => pledges.includes('defence'))).toBe(true);
    expect(alliances.between('USA', 'SWE').some(({ pledges }) => pledges.includes('defence'))).toBe(false);
  });
});

describe('leaders', () => {
  const terms = (country: string, name: string) => leaders.termsOf(country, name).map(({ start }) => start);

  it('are found by surname, and told apart by initials and given names', () => {
    expect(terms('FRA', 'Jacques Chirac')).toEqual(['1995-05-17']);
    expect(terms('FRA', 'François Mitterrand')).toEqual(['1981-05-21']);
    expect(terms('USA', 'George W. Bush')).toEqual(['2001-01-21']);
    expect(terms('SYR', 'Bashar al-Assad')).toContain('2000-06-11');
    expect(terms('SYR', 'Bashar al-Assad')).not.toContain('1971-02-22');
    expect(terms('KOR', 'Kim Young-sam')).toEqual(['1993-02-25']);
    expect(terms('FRA', 'Nobody')).toEqual([]);
  });

  it('are known by the day', () => {
    expect(leaders.on('RUS', '1968-08-21').map(({ name }) => name)).toEqual(['Brezhnev']);
  });
});
