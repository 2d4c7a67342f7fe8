/** Official facts, loaded once from `data/`. */
import type { Registry } from './registry.js';

export function loadRegistry(): Registry {
  return {
    countries: new Map(),
    gazetteer: { match: () => undefined, find: () => [] },
    tenures: { byName: () => [], byOffice: () => [] },
    roles: { endingAt: () => undefined },
    council: { members: () => [], permanent: () => [], votes: [], covers: { from: '', to: '' } },
  };
}
