import { describe, expect, it } from 'vitest';
import { loadCountries } from '../countries.js';
import { loadRecord } from '../official-record.js';
import { parseTable } from '../table.js';
import { pairCells } from './pair-cells.js';

const { conflicts } = loadRecord();

describe('conflicts between two states', () => {
  it('are the same in either order', () => {
    expect(conflicts.between('USA', 'RUS')).toEqual(conflicts.between('RUS', 'USA'));
    expect(conflicts.between('FRA', 'FRA')).toEqual({ disputes: [], rivalries: [], armed: [] });
  });

  it('tell disputes with what each side came to, in order of time', () => {
    const { disputes } = conflicts.between('ARG', 'GBR');
    expect(disputes.find(({ from }) => from === '1982-03')).toMatchObject({
      one: 'ARG',
      other: 'GBR',
      to: '1982-06',
      highest: 'use',
      first: 'ARG',
      fatalities: { one: '501-999', other: '251-500' },
    });
    const starts = disputes.map(({ from }) => from);
    expect(starts).toEqual([...starts].sort());
  });

  it('leave deaths open that the source does not know', () => {
    const [blockade] = conflicts.between('ARG', 'GBR').disputes.filter(({ from }) => from === '1845');
    expect(blockade?.fatalities).toEqual({ one: null, other: '26-100' });
  });

  it('give the months of a dispute of two states only', () => {
    const [war] = conflicts.between('AFG', 'USA').disputes.filter(({ from }) => from.startsWith('2001'));
    expect(war).toMatchObject({ from: '2001', hostility: { one: 'war', other: 'war' } });
  });

  it('tell rivalries by kind, open where the record ends', () => {
    const { rivalries } = conflicts.between('RUS', 'UKR');
    expect(rivalries).toMatchObject([
      { from: '2014', to: '2020', isOpen: true, kinds: ['spatial', 'interventionary'] },
    ]);
    expect(conflicts.between('RUS', 'USA').rivalries.map(({ isOpen }) => isOpen)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('tell armed conflicts between states apart from wars within one of them', () => {
    const { armed } = conflicts.between('RUS', 'UKR');
    expect(armed.at(-1)).toMatchObject({
      from: '2022-02-24',
      isOpen: true,
      intensity: 'war',
      role: { one: 'party', other: 'party' },
      within: null,
    });
    expect(armed[0]).toMatchObject({ from: '2014', within: 'UKR', role: { one: 'support', other: 'party' } });
  });

  it('have one Germany, one Vietnam, and Serbia apart from Yugoslavia', () => {
    expect(conflicts.between('DEU', 'DDR').disputes.length).toBeGreaterThan(0);
    expect(conflicts.between('CHN', 'VNM').armed.length).toBeGreaterThan(0);
    expect(conflicts.between('SRB', 'XKX').rivalries).toHaveLength(1);
    expect(conflicts.between('ITA', 'YUG').rivalries).toHaveLength(1);
  });

  it('say what years they cover', () =>
    expect(conflicts.covers).toEqual({
      disputes: { from: 1816, to: 2010 },
      rivalries: { from: 1494, to: 2020 },
      armed: { from: 1946, to: 2024 },
    }));
});

describe('a line of two states', () => {
  const countries = loadCountries();
  const read = (line: string) =>
    parseTable(`one,other,from,to\n${line}\n`, 'pairs.csv', ['one', 'other', 'from', 'to']).map((row) =>
      pairCells(row, countries),
    );

  it('has times as fine as they are known', () =>
    expect(read('FRA,PER,1990-02,1991+')).toMatchObject([{ from: '1990-02', to: '1991', isOpen: true }]));

  it('is refused where states or times are none', () => {
    expect(() => read('FRA,XXX,1990,1991')).toThrow(/Unknown other "XXX" in pairs.csv, line 2/);
    expect(() => read('PER,FRA,1990,1991')).toThrow(/alphabet/);
    expect(() => read('FRA,PER,1990-13,1991')).toThrow(/Unknown from "1990-13"/);
    expect(() => read('FRA,PER,1992,1991')).toThrow(/not before "from"/);
  });
});
