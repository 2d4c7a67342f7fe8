import { type Alliances, loadAlliances } from './alliances/alliances.js';
import type { Assembly } from './assembly/assembly.js';
import { loadAssembly } from './assembly/load-assembly.js';
import { type Conflicts, loadConflicts } from './conflicts/conflicts.js';
import type { Council } from './council/council.js';
import { loadCouncil } from './council/load-council.js';
import { loadCountries } from './countries.js';
import { importedAssembly, importedCouncil } from './import/imported.js';
import { type Leaders, loadLeaders } from './leaders/leaders.js';
import type { OwnKnowledge } from './own/own-knowledge.js';
import type { Country } from './registry.js';

/**
 * What the official records say, each part read when first asked for: for those who ask them and read no reports.
 */
export interface OfficialRecord {
  readonly countries: ReadonlyMap<string, Country>;
  readonly council: Council;
  readonly assembly: Assembly;
  readonly alliances: Alliances;
  readonly conflicts: Conflicts;
  readonly leaders: Leaders;
}

/** The official records, with what the user has imported. **Errors** `data.malformed`, `knowledge.malformed`. */
export function loadRecord(
  own?: OwnKnowledge,
  countries: ReadonlyMap<string, Country> = loadCountries(),
): OfficialRecord {
  let council: Council | undefined;
  let assembly: Assembly | undefined;
  let alliances: Alliances | undefined;
  let conflicts: Conflicts | undefined;
  let leaders: Leaders | undefined;
  return {
    countries,
    get council() {
      council ??= loadCouncil(countries, importedCouncil(own));
      return council;
    },
    get assembly() {
      assembly ??= loadAssembly(importedAssembly(own));
      return assembly;
    },
    get alliances() {
      alliances ??= loadAlliances(countries);
      return alliances;
    },
    get conflicts() {
      conflicts ??= loadConflicts(countries);
      return conflicts;
    },
    get leaders() {
      leaders ??= loadLeaders(countries);
      return leaders;
    },
  };
}
