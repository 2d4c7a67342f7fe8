import { type Dyad, dayText } from './dyad.js';
import type { Extreme, TurningPoint } from './extremes.js';
import type { Level } from './level.js';
import type { Shock } from './shocks.js';

type Dated<T, Days extends keyof T> = Omit<T, Days> & {
  readonly [Key in Days]: null extends T[Key] ? string | null : string;
};

/** A dyad with its days as text, `YYYY-MM-DD`, as it leaves the program. */
export interface DatedDyad
  extends Omit<Dated<Dyad, 'first' | 'last'>, 'steps' | 'shocks' | 'turningPoints' | 'extremes'> {
  readonly steps: readonly DatedStep[];
  readonly shocks: readonly Dated<Shock, 'day'>[];
  readonly turningPoints: readonly Dated<TurningPoint, 'day'>[];
  readonly extremes: readonly Dated<Extreme, 'day' | 'since' | 'from'>[];
}

interface DatedStep extends Omit<Dated<Dyad['steps'][number], 'from' | 'to'>, 'level'> {
  readonly level: Dated<Level, 'day'> | null;
}

export function inDays(dyad: Dyad): DatedDyad {
  const { first, last, steps, shocks, turningPoints, extremes } = dyad;
  const orNull = (day: number | null) => (day === null ? null : dayText(day));
  return {
    ...dyad,
    first: orNull(first),
    last: orNull(last),
    steps: steps.map(({ from, to, level, ...rest }) => ({
      ...rest,
      from: dayText(from),
      to: dayText(to),
      level: level === null ? null : { ...level, day: dayText(level.day) },
    })),
    shocks: shocks.map((one) => ({ ...one, day: dayText(one.day) })),
    turningPoints: turningPoints.map((one) => ({ ...one, day: dayText(one.day) })),
    extremes: extremes.map((one) => ({
      ...one,
      day: dayText(one.day),
      since: orNull(one.since),
      from: dayText(one.from),
    })),
  };
}

/** The same the other way round. */
export function fromDays(dyad: DatedDyad): Dyad {
  const { first, last, steps, shocks, turningPoints, extremes } = dyad;
  const orNull = (day: string | null) => (day === null ? null : dayOf(day));
  return {
    ...dyad,
    first: orNull(first),
    last: orNull(last),
    steps: steps.map(({ from, to, level, ...rest }) => ({
      ...rest,
      from: dayOf(from),
      to: dayOf(to),
      level: level === null ? null : { ...level, day: dayOf(level.day) },
    })),
    shocks: shocks.map((one) => ({ ...one, day: dayOf(one.day) })),
    turningPoints: turningPoints.map((one) => ({ ...one, day: dayOf(one.day) })),
    extremes: extremes.map((one) => ({
      ...one,
      day: dayOf(one.day),
      since: orNull(one.since),
      from: dayOf(one.from),
    })),
  };
}

/** **Units** days since 1970. */
function dayOf(text: string): number {
  return Math.round(Date.parse(text) / 86_400_000);
}
