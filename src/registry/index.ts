/** Official facts, loaded once from `data/`. */

import { type Alliances, loadAlliances } from './alliances/alliances.js';
import type { Assembly } from './assembly/assembly.js';
import { loadAssembly } from './assembly/load-assembly.js';
import { loadCodebook } from './codebook/load-codebook.js';
import { loadCouncil } from './council/load-council.js';
import { loadCountries } from './countries.js';
import { makeGazetteer } from './gazetteer/gazetteer.js';
import { loadNames } from './gazetteer/load-names.js';
import { personNames } from './gazetteer/person-names.js';
import { loadGeography } from './geography/load-geography.js';
import { checkOwnKnowledge } from './own/check-own-knowledge.js';
import type { OwnKnowledge } from './own/own-knowledge.js';
import { withOwnPersons } from './own/own-persons.js';
import { withOwnRows } from './own/with-own-rows.js';
import type { Council, Registry } from './registry.js';
import { loadRoles } from './roles.js';
import { readTable } from './table.js';
import { loadPersons } from './tenures/load-tenures.js';
import { loadLeaders, loadOffices } from './tenures/offices.js';
import { makeTenures } from './tenures/tenures.js';

/**
 * The registry, read from the data files that ship with the package; with the user's own knowledge, that wins over
 * them.
 *
 * **Errors** `data.malformed`, and of the user's files `knowledge.malformed`, naming file, line, value and what is
 * allowed.
 */
export function loadRegistry(own?: OwnKnowledge): Registry {
  const countries = loadCountries();
  const offices = loadOffices();
  if (own !== undefined) checkOwnKnowledge(own, { countries, offices, codebook: loadCodebook() });
  const read = own === undefined ? readTable : withOwnRows(own);
  const ours = loadPersons(countries, offices);
  const persons = own === undefined ? ours : withOwnPersons(own, ours, offices);
  let council: Council | undefined;
  let assembly: Assembly | undefined;
  let alliances: Alliances | undefined;
  return {
    countries,
    gazetteer: makeGazetteer([...loadNames(countries, read), ...personNames(persons)]),
    geography: loadGeography(),
    tenures: makeTenures(persons, loadLeaders(countries, offices)),
    codebook: loadCodebook(read),
    roles: loadRoles(offices, read),
    ...(own === undefined ? {} : { own }),
    /** Read when first asked for: most reports tell of no vote. */
    get council() {
      council ??= loadCouncil(countries);
      return council;
    },
    get assembly() {
      assembly ??= loadAssembly();
      return assembly;
    },
    get alliances() {
      alliances ??= loadAlliances(countries);
      return alliances;
    },
  };
}
