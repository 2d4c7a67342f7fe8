/** Official facts, loaded once from `data/`. */
import { loadCountries } from './countries.js';
import { makeGazetteer } from './gazetteer/gazetteer.js';
import { countryNames } from './gazetteer/load-names.js';
import type { Registry } from './registry.js';
import { loadRoles } from './roles.js';
import { loadOffices } from './tenures/offices.js';

/**
 * The registry, read from the data files that ship with the package.
 *
 * **Errors** `data.malformed`, naming file, line, value and what is allowed.
 */
export function loadRegistry(): Registry {
  const countries = loadCountries();
  const offices = loadOffices();
  return {
    countries,
    gazetteer: makeGazetteer(countryNames(countries, [])),
    tenures: { byName: () => [], byOffice: () => [] },
    roles: loadRoles(offices),
    council: { members: () => [], permanent: () => [], votes: [], covers: { from: '', to: '' } },
  };
}
