import { OWN_ORIGIN } from '../own/own-persons.js';
import type { Listing } from '../registry.js';
import type { Person } from '../tenures/load-tenures.js';
import { byFitness } from '../tenures/term.js';
import type { NamedListing } from './gazetteer.js';

const LATEST = byFitness(null);

/** Names of two words and more of everybody who holds or held an office, with the latest office's country. */
export function personNames(persons: readonly Person[]): NamedListing[] {
  return persons.flatMap((person) => {
    const latest = (person.terms.length === 1 ? person.terms : [...person.terms].sort(LATEST))[0]!.tenure;
    const listing: Listing = {
      kind: 'person',
      name: person.name,
      country: latest.country,
      sectors: latest.sectors,
      members: [],
      id: person.id,
      latitude: null,
      longitude: null,
      ...(latest.origin === OWN_ORIGIN ? { isOwn: true } : {}),
    };
    return [person.name, ...person.aliases]
      .filter((name) => name.includes(' '))
      .map((name) => ({ name, listing }));
  });
}
