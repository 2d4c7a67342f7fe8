import type { Actor } from '../contract.js';

/** Whether somebody is more than a private person of whom the text tells nothing: what those do is no event. */
export function isPublic({ country, id, sectors, resolvedBy }: Actor): boolean {
  if (id !== null || (sectors[0] !== undefined && sectors[0] !== 'CVL')) return true;
  // "People" of a land that nothing but the rest of the report names are people at large.
  return country !== null && !(sectors[0] === 'CVL' && resolvedBy.endsWith('+context'));
}
