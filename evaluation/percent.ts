/** A share in percent, rounded to some digits after the point; 0 where the whole is 0. */
export function percent(part: number, whole: number, digits = 1): number {
  return whole === 0 ? 0 : round((100 * part) / whole, digits);
}

/** Rounds to some digits after the point. */
export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
