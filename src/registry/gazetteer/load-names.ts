import { countryCell } from '../countries.js';
import type { Country, Listing } from '../registry.js';
import { sectorsCell } from '../sector-cell.js';
import type { Sector } from '../sectors.js';
import { list, malformed, number, oneOf, optional, type ReadRows, type Row, readTable } from '../table.js';
import { kindsOf } from './body-kinds.js';
import type { NamedListing } from './gazetteer.js';

type Countries = ReadonlyMap<string, Country>;

const NAMES = ['name', 'aliases', 'country', 'sectors', 'id'] as const;

/** Every name in the data files that `read` reads but those of persons. **Errors** `data.malformed`. */
export function loadNames(countries: Countries, read: ReadRows = readTable): NamedListing[] {
  const places = [...cityNames(countries), ...placeNames(countries, read)];
  const located = new Map(places.map(({ name, listing }) => [placeKey(listing.country, name), listing]));
  const states = countryNames(countries, located);
  // A capital or a part of a kingdom is listed with its country already.
  const listed = new Set(states.map(({ name, listing }) => placeKey(listing.country, name)));
  return [
    ...states,
    ...actorNames('seats.csv', 'seat', countries, read),
    ...actorNames('organisations.csv', 'organisation', countries, read),
    ...actorNames('groups.csv', 'group', countries, read),
    ...actorNames('peoples.csv', 'demonym', countries, read),
    ...blocNames(countries, read),
    ...places.filter(
      ({ name, listing }) => listing.isOwn === true || !listed.has(placeKey(listing.country, name)),
    ),
  ];
}

function placeKey(country: string | null, name: string): string {
  return `${country} ${name}`;
}

/**
 * Every name that stands for a country, its people or its capital. One that is also a place of its own ("Scotland",
 * "The Hague") keeps its name and lies where it lies; the others are spellings of the first.
 */
function countryNames(countries: Countries, located: ReadonlyMap<string, Listing>): NamedListing[] {
  const names: NamedListing[] = [];
  for (const {
    code,
    name: first,
    aliases,
    demonyms,
    capitals,
    id,
    latitude,
    longitude,
  } of countries.values()) {
    const own = [first, ...aliases];
    const state = listing('country', first, code, { id, latitude, longitude });
    for (const name of own) {
      const part = name === first ? undefined : located.get(placeKey(code, name));
      names.push({
        name,
        listing: part === undefined ? state : { ...part, kind: 'country', place: 'region' },
      });
    }
    const people = listing('demonym', first, code, { id });
    for (const name of demonyms) names.push({ name, listing: people });
    const seat = located.get(placeKey(code, capitals[0] ?? ''));
    for (const name of capitals) {
      if (own.includes(name)) continue;
      const city = located.get(placeKey(code, name));
      const { latitude = null, longitude = null, id = null } = city ?? seat ?? {};
      names.push({
        name,
        listing: {
          ...listing('capital', first, code, { sectors: GOVERNMENT, id, latitude, longitude }),
          name: city === undefined ? capitals[0]! : name,
        },
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
  read: ReadRows,
): NamedListing[] {
  const others = otherNouns(read);
  return read(file, NAMES).flatMap((row) => {
    const { name, aliases, id } = row.cells;
    const sectors = sectorsCell(row, 'sectors');
    const kinds = kind === 'seat' ? [] : kindsOf([name, ...list(aliases)], kind === 'group' ? sectors : []);
    const called = new Set([...kinds, ...(others.get(name) ?? [])]);
    return named(name, aliases, () => ({
      ...listing(kind, name, countryCell(row, 'country', countries), { sectors, id: optional(id) }),
      ...(called.size > 0 ? { called } : {}),
      ...whose(row),
    }));
  });
}

/** Nouns that organisations are called by though no name of theirs has them. **Errors** `data.malformed`. */
function otherNouns(read: ReadRows): ReadonlyMap<string, readonly string[]> {
  return new Map(read('called.csv', ['name', 'nouns']).map(({ cells }) => [cells.name, list(cells.nouns)]));
}

/** Names of groups of countries. **Errors** `data.malformed`. */
function blocNames(countries: Countries, read: ReadRows): NamedListing[] {
  const others = otherNouns(read);
  return read('blocs.csv', ['name', 'aliases', 'country', 'members', 'id']).flatMap((row) => {
    const members = list(row.cells.members);
    for (const member of members) {
      if (!countries.has(member)) throw malformed(row, 'members', 'codes of countries.csv', member);
    }
    const called = others.get(row.cells.name);
    return named(row.cells.name, row.cells.aliases, () => ({
      ...listing('bloc', row.cells.name, countryCell(row, 'country', countries), {
        members,
        id: optional(row.cells.id),
      }),
      ...(called === undefined ? {} : { called: new Set(called) }),
      ...whose(row),
    }));
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
function placeNames(countries: Countries, read: ReadRows): NamedListing[] {
  const columns = ['name', 'aliases', 'kind', 'country', 'latitude', 'longitude', 'id'] as const;
  return read('places.csv', columns).flatMap((row) =>
    named(row.cells.name, row.cells.aliases, () => ({
      ...listing('place', row.cells.name, countryCell(row, 'country', countries), {
        id: optional(row.cells.id),
        latitude: number(row, 'latitude'),
        longitude: number(row, 'longitude'),
      }),
      place: oneOf(row, 'kind', PLACE_KINDS),
      ...whose(row),
    })),
  );
}

const NONE: readonly never[] = [];

const GOVERNMENT: readonly Sector[] = ['GOV'];

/** Marks what the user lists. */
function whose({ isOwn }: Row<string>): Pick<Listing, 'isOwn'> {
  return isOwn === true ? { isOwn } : {};
}

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
