/** Official facts, loaded once from `data/`. */

import { loadCodebook } from './codebook/load-codebook.js';
import { loadCountries } from './countries.js';
import { makeGazetteer } from './gazetteer/gazetteer.js';
import { loadNames } from './gazetteer/load-names.js';
import { personNames } from './gazetteer/person-names.js';
import { loadGeography } from './geography/load-geography.js';
import { loadRecord } from './official-record.js';
import { checkOwnKnowledge } from './own/check-own-knowledge.js';
import type { OwnKnowledge } from './own/own-knowledge.js';
import { withOwnPersons } from './own/own-persons.js';
import { withOwnRows } from './own/with-own-rows.js';
import type { Registry } from './registry.js';
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
  const record = loadRecord(own, countries);
  return {
    countries,
    gazetteer: makeGazetteer([...loadNames(countries, read), ...personNames(persons)]),
    geography: loadGeography(),
    tenures: makeTenures(persons, loadLeaders(countries, offices)),
    codebook: loadCodebook(read),
    roles: loadRoles(offices, read),
    ...(own === undefined ? {} : { own }),
    // Read when first asked for: most reports tell of no vote.
    get council() {
      return record.council;
    },
    get assembly() {
      return record.assembly;
    },
    get alliances() {
      return record.alliances;
    },
    get conflicts() {
      return record.conflicts;
    },
    get leaders() {
      return record.leaders;
    },
  };
}
