/** **Units** milliseconds: a server that wants to be left alone for longer is asked after a week all the same. */
const LONGEST = 7 * 24 * 60 * 60 * 1000;

/** The moment that a `Retry-After` names, in seconds or as a date; null where there is none. **Units** milliseconds since 1970. */
export function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) || wait <= 0 ? null : now + Math.min(wait, LONGEST);
}
