import { RapporteurError } from '../../errors.js';
import { foldName } from '../gazetteer/fold.js';
import { number, readData, readTable } from '../table.js';
import type { Geography, KnownPlace } from './geography.js';
import { type SortedLines, sortedLines } from './sorted-lines.js';

const SETTLEMENTS = 'geography/settlements.csv';
const COLUMNS = 'name,kind,country,region,latitude,longitude,population';

/** Words that say what a region is; reports and lists put them in or leave them out. */
const KIND_WORDS =
  / (?:autonomous district|autonomous region|city|county|department|district|governorate|krai|municipality|oblast|parish|prefecture|province|region|republic|state)$/;

/**
 * The places of the world, read when one is first asked for (some 30 ms, 20 MB).
 *
 * **Errors** `data.malformed` where a file is missing or has other columns.
 */
export function loadGeography(): Geography {
  let regions: Regions | undefined;
  let settlements: SortedLines | undefined;
  const known = new Map<string, readonly KnownPlace[]>();
  const find = (folded: string): readonly KnownPlace[] => {
    regions ??= loadRegions();
    settlements ??= loadSettlements();
    const { byCode, byName } = regions;
    const towns = settlements.find(folded).map((line) => readLine(line, byCode));
    return [...(byName.get(folded) ?? []), ...towns];
  };
  return {
    named: (name) => {
      const folded = foldName(name);
      let found = known.get(folded);
      if (found === undefined) {
        if (known.size >= REMEMBERED) known.clear();
        found = spellings(folded).flatMap(find);
        known.set(folded, found);
      }
      return found;
    },
  };
}

/** **Units** names; what has been looked up is forgotten above it. */
const REMEMBERED = 2000;

/** The name as it stands and as lists may have it: "st marc" and "saint marc", "nyanza province" and "nyanza". */
function spellings(folded: string): readonly string[] {
  const bare = folded.replace(KIND_WORDS, '');
  const all = [folded, bare].flatMap((name) => [
    name,
    name.replace(/^st /, 'saint '),
    name.replace(/^saint /, 'st '),
    name.replace(/^mt /, 'mount '),
  ]);
  return [...new Set(all)];
}

interface Regions {
  /** By country and code. */
  readonly byCode: ReadonlyMap<string, KnownPlace>;
  /** By folded name, without the word for what it is as well. */
  readonly byName: ReadonlyMap<string, readonly KnownPlace[]>;
}

function loadRegions(): Regions {
  const byCode = new Map<string, KnownPlace>();
  const byName = new Map<string, KnownPlace[]>();
  const columns = ['name', 'country', 'code', 'latitude', 'longitude', 'population'] as const;
  for (const row of readTable('geography/regions.csv', columns)) {
    const { name, country, code } = row.cells;
    const place: KnownPlace = {
      name,
      kind: 'region',
      country,
      region: null,
      latitude: number(row, 'latitude') ?? 0,
      longitude: number(row, 'longitude') ?? 0,
      population: number(row, 'population') ?? 0,
    };
    byCode.set(`${country} ${code}`, place);
    const folded = foldName(name);
    for (const key of new Set([folded, folded.replace(KIND_WORDS, '')])) {
      byName.set(key, [...(byName.get(key) ?? []), place]);
    }
  }
  return { byCode, byName };
}

function loadSettlements(): SortedLines {
  const bytes = readData(SETTLEMENTS);
  const header = bytes.toString('utf8', 0, bytes.indexOf(10));
  if (header !== COLUMNS) {
    throw new RapporteurError(
      'data.malformed',
      `Unknown columns "${header}" in ${SETTLEMENTS}, line 1. Use: ${COLUMNS}`,
    );
  }
  return sortedLines(bytes);
}

function readLine(line: string, byCode: Regions['byCode']): KnownPlace {
  const [name, kind, country, code, latitude, longitude, population] = line.split(',') as [
    string,
    KnownPlace['kind'],
    ...string[],
  ];
  return {
    name,
    kind,
    country: country!,
    region: byCode.get(`${country} ${code}`)?.name ?? null,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
  };
}
