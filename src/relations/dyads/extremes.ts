import { LEAST_EVIDENCE, type Level } from './level.js';

/** A level that is the lowest or highest of a stretch of time. */
export interface Extreme {
  readonly kind: 'lowest' | 'highest';
  readonly day: number;
  readonly level: number;
  /** The last day before on which it was as low, or as high; null where it never was. */
  readonly since: number | null;
  /** The first day on which there was evidence enough: where nothing is known before, nothing is said of it. */
  readonly from: number;
  /** Whether the intervals of the two days leave no doubt of the order of this one and the best of the stretch before. */
  readonly isClear: boolean;
}

/** A stretch shorter than this is no news. **Units** days. */
const LEAST_STRETCH = 60;

/** The days just before are of the same movement. **Units** days. */
const MOVEMENT = 14;

/** Of what the last day with evidence is the lowest, and the highest; neither where it is not for two months. */
export function extremesOf(levels: readonly Level[]): Extreme[] {
  const known = levels.filter(({ evidence }) => evidence >= LEAST_EVIDENCE);
  const last = known.at(-1);
  const first = known[0];
  if (last === undefined || first === undefined) return [];
  const found: Extreme[] = [];
  for (const kind of ['lowest', 'highest'] as const) {
    const isBeyond = (one: Level) => (kind === 'lowest' ? one.level <= last.level : one.level >= last.level);
    let since: number | null = null;
    let at = known.length - 2;
    while (at >= 0 && last.day - known[at]!.day <= MOVEMENT) at--;
    for (; at >= 0 && since === null; at--) if (isBeyond(known[at]!)) since = known[at]!.day;
    const start = since ?? first.day;
    if (last.day - start < LEAST_STRETCH) continue;
    const before = known.filter(({ day }) => day > start && day < last.day - LEAST_STRETCH);
    const middle = before.map(({ level }) => level).sort((a, b) => a - b)[Math.floor(before.length / 2)];
    const isClear = middle !== undefined && (kind === 'lowest' ? last.high < middle : last.low > middle);
    found.push({ kind, day: last.day, level: last.level, since, from: first.day, isClear });
  }
  return found;
}

/** A day on which a level stopped falling or rising for good, as far as the evidence tells. */
export interface TurningPoint {
  readonly day: number;
  readonly kind: 'low' | 'high';
  readonly level: number;
}

/** How far a level must move away, on either side, beyond its interval. */
export function turningPoints(levels: readonly Level[]): TurningPoint[] {
  const known = levels.filter(({ evidence }) => evidence >= LEAST_EVIDENCE);
  const found: TurningPoint[] = [];
  let low = known[0];
  let high = known[0];
  let direction: 'up' | 'down' | null = null;
  for (const one of known) {
    if (low === undefined || high === undefined) break;
    if (direction !== 'up' && one.level < low.level) low = one;
    if (direction !== 'down' && one.level > high.level) high = one;
    if (direction !== 'up' && one.low > low.high) {
      if (direction !== null) found.push({ day: low.day, kind: 'low', level: low.level });
      direction = 'up';
      high = one;
    } else if (direction !== 'down' && one.high < high.low) {
      if (direction !== null) found.push({ day: high.day, kind: 'high', level: high.level });
      direction = 'down';
      low = one;
    }
  }
  return found;
}
