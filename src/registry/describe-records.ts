import { coverageByDecade, missingResolutions } from './council/gaps.js';
import type { OfficialRecord } from './official-record.js';
import { loadPersons } from './tenures/load-tenures.js';
import { loadOffices } from './tenures/offices.js';

/** What the official records hold, from where, and what they lack. */
export function describeRecords({ countries, council, assembly, alliances, conflicts }: OfficialRecord) {
  const origins: Record<string, number> = {};
  for (const { origins: from } of council.votes)
    for (const one of from) origins[one] = (origins[one] ?? 0) + 1;
  const tenures: Record<string, number> = {};
  for (const { terms } of loadPersons(countries, loadOffices()))
    for (const { tenure } of terms) tenures[tenure.origin] = (tenures[tenure.origin] ?? 0) + 1;
  return {
    council: {
      votes: council.votes.length,
      covers: council.covers,
      coversUnanimous: council.coversUnanimous,
      origins,
      decades: coverageByDecade(council),
      missing: missingResolutions(council),
      differences: council.differences,
    },
    assembly: {
      rollCalls: assembly.votes.length,
      covers: assembly.covers,
      withSymbol: assembly.votes.filter(({ symbol }) => symbol !== null).length,
    },
    alliances: { spells: alliances.count, covers: alliances.covers },
    conflicts: { counts: conflicts.counts, covers: conflicts.covers },
    offices: { tenures, origins: 'data/README.md' },
  };
}
