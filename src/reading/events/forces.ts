import type { Sector } from '../../registry/sectors.js';

/** Those who bear arms in a body: soldiers, police, militias, rebels. */
export const FORCES: ReadonlySet<string> = new Set<Sector>(['MIL', 'COP', 'PRM', 'REB']);
