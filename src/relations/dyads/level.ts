import type { DayTable } from './day-counts.js';

/** How a dyad stands on a day. */
export interface Level {
  readonly day: number;
  /** Mean score of its incidents, those long past counting less. **Units** -10 to 10 */
  readonly level: number;
  /** Where the level lies with a likelihood of 95 in 100, as far as the evidence goes. */
  readonly low: number;
  readonly high: number;
  /** How many incidents of one weight would say as much. */
  readonly evidence: number;
  /** Incidents of the dyad in a thousand of all that the archive holds, those long past counting less. */
  readonly share: number;
}

/** **Units** days after which an incident counts half. */
export const HALF_LIFE = 30;
/** The level is drawn to neutral as if so many neutral incidents had been told beside. */
const NEUTRAL = 3;
/** How far single incidents stray from the level, before any is seen: the spread of PLOVER's scores. **Units** scores. */
const SPREAD = 5;
const SIGMAS = 1.96;
/** Less evidence than this says nothing. **Units** incidents. */
export const LEAST_EVIDENCE = 3;

/**
 * The level on each day of a table: the mean score of incidents, each weighing half as much after every 30 days, drawn
 * towards neutral by a few incidents' weight.
 *
 * It is a mean and no sum, so it does not grow with how much is reported; its interval does narrow. What is reported
 * more of, as of all incidents, is `share`.
 *
 * **Source** scores are those of PLOVER's types, after Goldstein 1992; means in place of sums after Schrodt 2007.
 */
export function levels(table: DayTable): Level[] {
  const decay = 0.5 ** (1 / HALF_LIFE);
  const found: Level[] = [];
  let weight = 0;
  let weightSquares = 0;
  let sum = 0;
  let squares = 0;
  let all = 0;
  for (let at = 0; at < table.length; at++) {
    weight = weight * decay + table.count[at]!;
    weightSquares = weightSquares * decay * decay + table.count[at]!;
    sum = sum * decay + table.score[at]!;
    squares = squares * decay + table.squares[at]!;
    all = all * decay + table.coverage[at]!;
    const level = sum / (weight + NEUTRAL);
    const mean = weight === 0 ? 0 : sum / weight;
    const scatter = Math.max(0, squares - weight * mean * mean);
    const variance = (scatter + NEUTRAL * SPREAD * SPREAD) / (weight + NEUTRAL);
    const evidence = weightSquares === 0 ? 0 : (weight * weight) / weightSquares;
    // Old weight that has all but decayed is no evidence, however even it is.
    const held = Math.min(evidence, weight);
    const reach = SIGMAS * Math.sqrt(variance / (held + NEUTRAL));
    found.push({
      day: table.first + at,
      level,
      low: Math.max(-10, level - reach),
      high: Math.min(10, level + reach),
      evidence: held,
      share: all === 0 ? 0 : (1000 * weight) / all,
    });
  }
  return found;
}
