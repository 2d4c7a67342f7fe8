import type { Role } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { mergeSectors } from './scene.js';

/** Sectors of those who act for a state. */
export const STATE_ORGANS: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'PRM']);

/** Roles that say only what place somebody has in a body; the body says what kind of actor it is. */
const PLAIN = new Set(
  `activist adviser advisor aide analyst boss candidate chair chairman chairwoman chief commander delegate delegation
  deputy director employee envoy executive fighter figure founder guard head lawmaker leader member negotiator officer
  official operative politician representative secretary secretary-general source speaker spokesman spokesperson
  spokeswoman staff staffer supporter veteran worker`.split(/\s+/),
);

/**
 * The sectors of somebody in a role that belongs to a body or group: "police officer" has the police's, "rebel
 * forces" the rebels' before the forces', "government troops" the troops' before the government's.
 */
export function composeSectors(role: Role, given: readonly Sector[]): Sector[] {
  if (given.length === 0) return [...role.sectors];
  const last = role.lemma.slice(role.lemma.lastIndexOf(' ') + 1);
  if (PLAIN.has(last) || role.sectors.length === 0) return [...given];
  if (given[0] === 'GOV' || role.kind === 'institution') return mergeSectors(role.sectors, given);
  // "University president", "union president": no office of state.
  if (role.kind === 'office')
    return role.sectors.every((one) => one === 'GOV') ? [...given] : mergeSectors(given, role.sectors);
  return role.sectors[0] === 'MIL' || role.sectors[0] === 'CVL'
    ? mergeSectors(given, role.sectors)
    : mergeSectors(role.sectors, given);
}
