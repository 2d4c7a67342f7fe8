import { countryCell } from '../countries.js';
import type { Country, Listing } from '../registry.js';
import { sectorsCell } from '../sector-cell.js';
import type { Sector } from '../sectors.js';
import { list, malformed, number, oneOf, optional, readTable } from '../table.js';
import type { NamedListing } from './gazetteer.js';

type Countries = ReadonlyMap<string, Country>;

const NAMES = ['name', 'aliases', 'country', 'sectors', 'id'] as const;

/** Every name in the data files but those of persons. **Errors** `data.malformed`. */
export function loadNames(countries: Countries): NamedListing[] {
  const cities = cityNames(countries);
  const names = [
    ...countryNames(countries, cities),
    ...actorNames('seats.csv', 'seat', countries),
    ...actorNames('organisations.csv', 'organisation', countries),
    ...actorNames('groups.csv', 'group', countries),
    ...actorNames('peoples.csv', 'demonym', countries),
    ...blocNames(countries),
    ...placeNames(countries),
  ];
  // A capital is listed with its country already.
  const capitals = new Set(
    names
      .filter(({ listing: { kind } }) => kind === 'capital')
      .map(({ name, listing: { country } }) => `${country} ${name}`),
  );
  return names.concat(cities.filter(({ name, listing: { country } }) => !capitals.has(`${country} ${name}`)));
}

/** Every name that stands for a country, its people or its capital. */
function countryNames(countries: Countries, places: readonly NamedListing[]): NamedListing[] {
  const located = new Map(places.map(({ name, listing }) => [`${listing.country} ${name}`, listing]));
  const names: NamedListing[] = [];
  for (const country of countries.values()) {
    const own = [country.name, ...country.aliases];
    const base = listing('country', country.name, country.code, {
      id: country.id,
      latitude: country.latitude,
      longitude: country.longitude,
    });
    for (const name of own) names.push({ name, listing: base });
    for (const demonym of country.demonyms) {
      names.push({
        name: demonym,
        listing: listing('demonym', country.name, country.code, { id: country.id }),
      });
    }
    for (const capital of country.capitals) {
      if (own.includes(capital)) continue;
      const city =
        located.get(`${country.code} ${capital}`) ?? located.get(`${country.code} ${country.capital}`);
      const { id = null, latitude = null, longitude = null } = city ?? {};
      names.push({
        name: capital,
        listing: listing('capital', country.capitals[0]!, country.code, {
          sectors: GOVERNMENT,
          id,
          latitude,
          longitude,
        }),
      });
    }
  }
  return names;
}

/** Names of one file of actors: seats, organisations, groups. **Errors** `data.malformed`. */
function actorNames(
  file: string,
  kind: 'seat' | 'organisation' | 'group' | 'demonym',
  countries: Countries,
): NamedListing[] {
  return readTable(file, NAMES).flatMap((row) =>
    named(row.cells.name, row.cells.aliases, () =>
      listing(kind, row.cells.name, countryCell(row, 'country', countries), {
        sectors: sectorsCell(row, 'sectors'),
        id: optional(row.cells.id),
      }),
    ),
  );
}

/** Names of groups of countries. **Errors** `data.malformed`. */
function blocNames(countries: Countries): NamedListing[] {
  return readTable('blocs.csv', ['name', 'aliases', 'country', 'members', 'id']).flatMap((row) => {
    const members = list(row.cells.members);
    for (const member of members) {
      if (!countries.has(member)) throw malformed(row, 'members', 'codes of countries.csv', member);
    }
    return named(row.cells.name, row.cells.aliases, () =>
      listing('bloc', row.cells.name, countryCell(row, 'country', countries), {
        members,
        id: optional(row.cells.id),
      }),
    );
  });
}

const PLACE_KINDS = new Set(['site', 'city', 'region'] as const);

/** Names of larger cities. **Errors** `data.malformed`. */
function cityNames(countries: Countries): NamedListing[] {
  return readTable('cities.csv', ['name', 'country', 'latitude', 'longitude']).map((row) => ({
    name: row.cells.name,
    listing: {
      ...listing('place', row.cells.name, countryCell(row, 'country', countries), {
        latitude: number(row, 'latitude'),
        longitude: number(row, 'longitude'),
      }),
      place: 'city',
    },
  }));
}

/** Names of regions, sites and towns that news tells of. **Errors** `data.malformed`. */
function placeNames(countries: Countries): NamedListing[] {
  const columns = ['name', 'aliases', 'kind', 'country', 'latitude', 'longitude', 'id'] as const;
  return readTable('places.csv', columns).flatMap((row) =>
    named(row.cells.name, row.cells.aliases, () => ({
      ...listing('place', row.cells.name, countryCell(row, 'country', countries), {
        id: optional(row.cells.id),
        latitude: number(row, 'latitude'),
        longitude: number(row, 'longitude'),
      }),
      place: oneOf(row, 'kind', PLACE_KINDS),
    })),
  );
}

const NONE: readonly never[] = [];
const GOVERNMENT: readonly Sector[] = ['GOV'];

function named(name: string, aliases: string, make: () => Listing): NamedListing[] {
  const shared = make();
  return [name, ...list(aliases)].map((each) => ({ name: each, listing: shared }));
}

function listing(
  kind: Listing['kind'],
  name: string,
  country: string | null,
  rest: Partial<Omit<Listing, 'kind' | 'name' | 'country'>>,
): Listing {
  return {
    kind,
    name: name.startsWith('The ') ? name.slice(4) : name,
    country,
    sectors: rest.sectors ?? NONE,
    members: rest.members ?? NONE,
    id: rest.id ?? null,
    latitude: rest.latitude ?? null,
    longitude: rest.longitude ?? null,
  };
}
