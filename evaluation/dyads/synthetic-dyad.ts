import type { Coverage, DayCount } from '../../src/relations/dyads/day-counts.js';

/** Ten years of a dyad that was made up, and the shocks that were planted in it. */
export interface SyntheticDyad {
  readonly counts: readonly DayCount[];
  readonly coverage: readonly Coverage[];
  /** **Units** days. */
  readonly length: number;
  readonly shocks: readonly PlantedShock[];
}

export interface PlantedShock {
  readonly day: number;
  readonly kind: 'hostile' | 'friendly';
}

const LENGTH = 3650;
const SHOCKS = 4;
const APART = 120;
/** Before this there is no year to compare with. **Units** days. */
const FIRST = 400;
/** A shock brings at least so many incidents in its first three days, or so many times what is usual then. */
const LEAST = 10;
const TIMES = 6;

/**
 * Ten years of incidents between two countries, as news tells of them.
 *
 * **Shape** How much is reported at all trebles over the years, falls at weekends and in summer, and varies from day to
 * day (gamma). Hostile and friendly incidents have usual rates from one in two months to two a day; each brings others
 * behind it, 0.3 on the average, within days (Hawkes 1971), so they come in bursts. Shocks bring ten incidents in three days, or
 * six times what is usual in three days, and die away by half every four days. Incidents are told on days in
 * proportion to how much is reported.
 */
export function makeDyad(next: () => number): SyntheticDyad {
  const coverage = Array.from({ length: LENGTH }, (_, day) => {
    const trend = 1 + (2 * day) / LENGTH;
    const week = day % 7 === 5 || day % 7 === 6 ? 0.55 : 1.15;
    const season = 1 + 0.2 * Math.sin((2 * Math.PI * day) / 365);
    return 400 * trend * week * season * gamma(20, next);
  });
  const mean = coverage.reduce((sum, one) => sum + one, 0) / LENGTH;
  const exposure = coverage.map((one) => one / mean);
  const rates = { hostile: rate(next), friendly: rate(next) };
  const shocks: PlantedShock[] = [];
  while (shocks.length < SHOCKS) {
    const day = FIRST + Math.floor(next() * (LENGTH - FIRST - 40));
    if (shocks.every((one) => Math.abs(one.day - day) >= APART))
      shocks.push({ day, kind: next() < 0.7 ? 'hostile' : 'friendly' });
  }
  const counts: DayCount[] = [];
  for (const kind of ['hostile', 'friendly'] as const) {
    const daily = bursts(rates[kind], exposure, next);
    for (const { day } of shocks.filter((one) => one.kind === kind)) {
      const size = Math.max(LEAST, TIMES * 3 * rates[kind] * 1.43);
      for (let after = 0; after < 20; after++) {
        const share = 0.5 ** (after / 4) * (1 - 0.5 ** 0.25) * (1 / (1 - 0.5 ** 0.75));
        const at = day + after;
        if (at < LENGTH) daily[at] = daily[at]! + poisson(size * share, next);
      }
    }
    for (const [day, count] of daily.entries()) {
      for (let one = 0; one < count; one++) {
        const isDeed = next() < 0.35;
        const score =
          kind === 'hostile'
            ? (isDeed ? -7 : -3) + 3 * (next() - 0.5)
            : (isDeed ? 6 : 3) + 3 * (next() - 0.5);
        const quad = kind === 'hostile' ? (isDeed ? 4 : 3) : isDeed ? 2 : 1;
        counts.push({ day, quad, type: kind, count: 1, score, squares: score * score });
      }
    }
  }
  return {
    counts,
    coverage: coverage.map((count, day) => ({ day, count: Math.round(count) })),
    length: LENGTH,
    shocks: shocks.sort((a, b) => a.day - b.day),
  };
}

/** From one in two months to two a day, as likely of each size. **Units** incidents a day. */
function rate(next: () => number): number {
  return Math.exp(Math.log(1 / 60) + next() * (Math.log(2) - Math.log(1 / 60)));
}

function bursts(base: number, exposure: readonly number[], next: () => number): number[] {
  const daily = new Array<number>(LENGTH).fill(0);
  for (let day = 0; day < LENGTH; day++) {
    const fresh = poisson(base * exposure[day]!, next);
    for (let one = 0; one < fresh; one++) {
      daily[day] = daily[day]! + 1;
      let parents = [day];
      while (parents.length > 0) {
        const children = parents.flatMap((parent) =>
          Array.from(
            { length: poisson(0.3, next) },
            () => parent + 1 + Math.floor(-3 * Math.log(1 - next())),
          ),
        );
        for (const child of children) if (child < LENGTH) daily[child] = daily[child]! + 1;
        parents = children;
      }
    }
  }
  return daily;
}

/** **Source** Knuth 1969, by parts where the mean is great. */
function poisson(mean: number, next: () => number): number {
  if (mean > 30) return poisson(mean / 2, next) + poisson(mean / 2, next);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

/** A gamma variable of mean 1 and a whole shape: a sum of exponential ones. */
function gamma(shape: number, next: () => number): number {
  let sum = 0;
  for (let one = 0; one < shape; one++) sum -= Math.log(1 - next());
  return sum / shape;
}
