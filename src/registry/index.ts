/** Official facts, loaded once from `data/`. */

import { loadCodebook } from './codebook/load-codebook.js';
import { loadCouncil } from './council/load-council.js';
import { loadCountries } from './countries.js';
import { makeGazetteer } from './gazetteer/gazetteer.js';
import { loadNames } from './gazetteer/load-names.js';
import { personNames } from './gazetteer/person-names.js';
import type { Council, Registry } from './registry.js';
import { loadRoles } from './roles.js';
import { loadPersons } from './tenures/load-tenures.js';
import { loadLeaders, loadOffices } from './tenures/offices.js';
import { makeTenures } from './tenures/tenures.js';

/**
 * The registry, read from the data files that ship with the package.
 *
 * **Errors** `data.malformed`, naming file, line, value and what is allowed.
 */
export function loadRegistry(): Registry {
  const countries = loadCountries();
  const offices = loadOffices();
  const persons = loadPersons(countries, offices);
  let council: Council | undefined;
  return {
    countries,
    gazetteer: makeGazetteer([...loadNames(countries), ...personNames(persons)]),
    tenures: makeTenures(persons, loadLeaders(countries, offices)),
    codebook: loadCodebook(),
    roles: loadRoles(offices),
    /** Read when first asked for: most reports tell of no vote. */
    get council() {
      council ??= loadCouncil(countries);
      return council;
    },
  };
}
