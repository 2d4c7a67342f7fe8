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

/** Whether somebody has power, fights for it or speaks for many: a state, its organs, parties, rebels, a people. */
export function hasPower(actor: Actor): boolean {
  const { country, sectors, person } = actor;
  if (sectors[0] !== undefined && !PRIVATE.has(sectors[0])) return true;
  if (isMass(actor)) return true;
  if (isState(country)) return sectors[0] === undefined && person === null;
  return country !== null && country !== 'MNC';
}

/** "Palestinians", "teachers in Chile", a league for civil rights: many of a land that is not only guessed. */
function isMass({ country, sectors, person, mention, resolvedBy }: Actor): boolean {
  if (!isState(country) || person !== null || sectors[0] === 'BUS' || sectors[0] === 'JRN') return false;
  if (resolvedBy.startsWith('demonym')) return true;
  if (/\+(?:context|report|reference)\b/.test(resolvedBy)) return false;
  return (
    sectors[0] === 'SOC' || /(?:s|people|men|women)$/i.test(mention.text.split(/ (?:in|of|from|at) /)[0]!)
  );
}
