import { isState, type Sector } from '../../registry/sectors.js';
import type { Actor } from '../contract.js';

/** Whether somebody is more than a private person of whom the text tells nothing: what those do is no event. */
export function isPublic({ country, id, sectors, resolvedBy }: Actor): boolean {
  if (id !== null || (sectors[0] !== undefined && sectors[0] !== 'CVL')) return true;
  // "People" of a land that nothing but the rest of the report names are people at large.
  return country !== null && !(sectors[0] === 'CVL' && /\+context(?:\+nearby)?$/.test(resolvedBy));
}

/** Those who do business, report, teach, heal or play: what they do among themselves is no politics. */
const PRIVATE: ReadonlySet<string> = new Set<Sector>([
  'AGR',
  'BUS',
  'CVL',
  'EDU',
  'JRN',
  'MED',
  'SOC',
  'UNK',
]);

/** Whether somebody has power, fights for it or speaks for many: a state, its organs, parties, rebels, organisations. */
export function hasPower({ country, sectors, person, resolvedBy }: Actor): boolean {
  if (sectors[0] !== undefined && !PRIVATE.has(sectors[0])) return true;
  // "Palestinians and Israelis": a people speaks for itself.
  if (sectors[0] === 'CVL' && resolvedBy.startsWith('demonym')) return true;
  if (isState(country)) return sectors[0] === undefined && person === null;
  return country !== null && country !== 'MNC';
}
