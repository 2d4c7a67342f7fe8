import { sideOf } from './likeness.js';
import type { Telling } from './telling.js';

/** A day, and a hash of what tellings of one incident share: whether they are hostile, and a party. */
export interface TellingKey {
  readonly key: number;
  /** **Units** days since 1970. */
  readonly day: number;
}

/** Longer times than this say nothing of the day: the tellings are looked up by publication. **Units** days. */
const LONGEST = 7;
/** How far apart tellings of one incident may stand. **Units** days. */
export const REACH = 5;

/**
 * What a telling is looked up by: whether it is hostile, with each party, at its day. Two tellings that share no key, or stand farther apart
 * than `REACH`, are never compared.
 */
export function keysOf(telling: Telling): TellingKey[] {
  const { days, told, type } = telling;
  const day = days !== null && days.to - days.from <= LONGEST ? days.from : told;
  if (day === null || type === null) return [];
  const parties = new Set(
    [...telling.actors, ...telling.recipients].map(({ country, name }) => country ?? name),
  );
  if (parties.size === 0) parties.add(telling.place?.country ?? telling.place?.name ?? '-');
  return [...parties].map((party) => ({ key: hash(`${sideOf(type)} ${party}`), day }));
}

/** **Source** FNV-1a, Fowler, Noll, Vo 1991. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
