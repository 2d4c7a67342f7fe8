import { describe, expect, it } from 'vitest';
import { loadRecord } from '../../registry/official-record.js';
import { besideDyad } from './beside.js';
import { type DayCount, tabulate } from './day-counts.js';
import { extremesOf, turningPoints } from './extremes.js';
import { HALF_LIFE, LEAST_EVIDENCE, levels } from './level.js';
import { findShocks } from './shocks.js';

const incident = (day: number, score: number, count = 1): DayCount => ({
  day,
  quad: score < 0 ? 3 : 1,
  type: score < 0 ? 'ACCUSE' : 'CONSULT',
  count,
  score: count * score,
  squares: count * score * score,
});

const evenly = (length: number, count: number) => Array.from({ length }, (_, day) => ({ day, count }));

describe('a level', () => {
  it('is neutral and says nothing where nothing is known', () => {
    const [first] = levels(tabulate([], evenly(10, 100), 0, 9));
    expect(first).toMatchObject({ level: 0, evidence: 0, share: 0 });
    expect(first!.high - first!.low).toBeGreaterThan(5);
  });

  it('comes near the scores the more there are, and its interval narrows', () => {
    const of = (count: number) => levels(tabulate([incident(0, -4, count)], [], 0, 0))[0]!;
    expect(of(2).level).toBeGreaterThan(of(50).level);
    expect(of(1000).level).toBeCloseTo(-4, 1);
    expect(of(1000).high - of(1000).low).toBeLessThan(of(10).high - of(10).low);
  });

  it('forgets by half in a half-life, so that newer incidents weigh more', () => {
    const all = levels(tabulate([incident(0, 8, 10), incident(HALF_LIFE, -8, 10)], [], 0, HALF_LIFE));
    expect(all.at(-1)!.level).toBeLessThan(0);
    expect(levels(tabulate([incident(0, 8, 10)], [], 0, HALF_LIFE)).at(-1)!.evidence).toBeCloseTo(5, 5);
  });

  it('does not change when everything is reported twice as often, but for the weight of the evidence', () => {
    const counts = Array.from({ length: 200 }, (_, day) => incident(day, day % 3 === 0 ? 4 : -2, 5));
    const once = levels(tabulate(counts, evenly(200, 100), 0, 199)).at(-1)!;
    const doubled = counts.map((one) => ({
      ...one,
      count: 2 * one.count,
      score: 2 * one.score,
      squares: 2 * one.squares,
    }));
    const twice = levels(tabulate(doubled, evenly(200, 200), 0, 199)).at(-1)!;
    expect(Math.abs(twice.level - once.level)).toBeLessThan(0.1);
    expect(twice.share).toBeCloseTo(once.share, 5);
  });
});

describe('a shock', () => {
  const usual = Array.from({ length: 800 }, (_, day) => day)
    .filter((day) => day % 9 === 0)
    .map((day) => incident(day, -3));

  it('is a burst that the year before does not let expect, on its first day', () => {
    const [shock, ...others] = findShocks(
      tabulate([...usual, incident(601, -5, 14)], evenly(800, 300), 0, 799),
    );
    expect(others).toEqual([]);
    expect(shock).toMatchObject({ kind: 'hostile', day: 601 });
    expect(shock!.count).toBeGreaterThanOrEqual(14);
    expect(shock!.expected).toBeLessThan(2);
  });

  it('is none where all the world is reported ten times as much', () => {
    const coverage = evenly(800, 300).map((one) =>
      one.day >= 590 && one.day < 620 ? { ...one, count: 30_000 } : one,
    );
    expect(findShocks(tabulate([...usual, incident(601, -5, 14)], coverage, 0, 799))).toEqual([]);
  });

  it('is none where nobody knows what is usual yet', () =>
    expect(findShocks(tabulate([incident(20, -5, 14)], evenly(60, 300), 0, 59))).toEqual([]));

  it('may be friendly', () => {
    const [shock] = findShocks(tabulate([...usual, incident(500, 4, 16)], evenly(800, 300), 0, 799));
    expect(shock).toMatchObject({ kind: 'friendly', day: 500 });
  });
});

describe('extremes', () => {
  const path = (scores: readonly number[]) =>
    levels(
      tabulate(
        scores.flatMap((score, step) =>
          Array.from({ length: 30 }, (_, day) => incident(30 * step + day, score)),
        ),
        [],
        0,
        30 * scores.length - 1,
      ),
    );

  it('name the day on which it was last so low', () => {
    const all = path([-6, 2, 2, 2, 2, -5]);
    const [lowest] = extremesOf(all);
    expect(lowest).toMatchObject({ kind: 'lowest', isClear: true });
    expect(all.find(({ day }) => day === lowest!.since)!.level).toBeLessThanOrEqual(lowest!.level);
    expect(lowest!.since!).toBeLessThan(70);
  });

  it('say that nothing is known before, where it never was so low', () => {
    const all = path([3, 3, 3, -6]);
    const first = all.find(({ evidence }) => evidence >= LEAST_EVIDENCE)!;
    expect(extremesOf(all)).toMatchObject([{ kind: 'lowest', since: null, from: first.day }]);
  });

  it('are none where the level stands in the middle', () =>
    expect(extremesOf(path([6, -6, 6, 0]))).toEqual([]));

  it('turn where a level moved away beyond doubt on either side', () => {
    const [low] = turningPoints(path([5, 5, -6, -6, 6, 6]));
    expect(turningPoints(path([5, 5, -6, -6, 6, 6])).map(({ kind }) => kind)).toEqual(['low']);
    expect(low!.day).toBeGreaterThan(100);
    expect(low!.day).toBeLessThan(130);
  });
});

describe('what official records say beside', () => {
  const record = loadRecord();

  it('ends with the day that is asked for', () => {
    const whole = besideDyad(record, 'USA', 'RUS')!;
    const part = besideDyad(record, 'USA', 'RUS', '2015-06-30')!;
    expect(part.assembly.every(({ year }) => year <= 2015)).toBe(true);
    expect(part.vetoes.every(({ date }) => date <= '2015-06-30')).toBe(true);
    expect(part.vetoes.length).toBeLessThan(whole.vetoes.length);
    expect(part.council.same).toBeLessThan(whole.council.same);
    expect(part.alliances.every(({ to }) => to <= 2015)).toBe(true);
    expect(part.covers.council! <= '2015-06-30').toBe(true);
  });

  it('tells to when unanimous votes are on record', () => {
    const { covers } = besideDyad(record, 'USA', 'RUS')!;
    expect(covers.unanimous! < covers.council!).toBe(true);
  });

  it('is nothing where one of the two is no state', () =>
    expect(besideDyad(record, 'USA', 'NATO')).toBeNull());
});
