import type { Country } from './registry.js';
import { INTERNATIONAL_CODES } from './sectors.js';
import { day, list, malformed, number, optional, type Row, readTable } from './table.js';

const COLUMNS = [
  'code',
  'name',
  'aliases',
  'demonyms',
  'capital',
  'latitude',
  'longitude',
  'id',
  'until',
] as const;

/** Every country, by code. **Errors** `data.malformed`. */
export function loadCountries(): ReadonlyMap<string, Country> {
  const countries = new Map<string, Country>();
  for (const row of readTable('countries.csv', COLUMNS)) {
    const { code, name, aliases, demonyms, capital, id } = row.cells;
    if (!/^[A-Z]{3}$/.test(code) || countries.has(code)) {
      throw malformed(row, 'code', 'three capital letters that no other line has');
    }
    const capitals = list(capital);
    const latitude = number(row, 'latitude');
    const longitude = number(row, 'longitude');
    if (latitude === null || longitude === null) throw malformed(row, 'latitude', 'a number in both columns');
    countries.set(code, {
      code,
      name,
      aliases: list(aliases),
      demonyms: list(demonyms),
      capital: capitals[0] ?? null,
      capitals,
      latitude,
      longitude,
      id: optional(id),
      until: day(row, 'until'),
    });
  }
  return countries;
}

/**
 * The country of a row: an ISO code, one of `INTERNATIONAL_CODES`, or null. **Errors** `data.malformed`.
 */
export function countryCell<Column extends string>(
  row: Row<Column>,
  column: Column,
  countries: ReadonlyMap<string, Country>,
): string | null {
  const code = row.cells[column];
  if (code === '') return null;
  if (!countries.has(code) && !INTERNATIONAL.has(code)) {
    throw malformed(row, column, `a code of countries.csv, or one of: ${INTERNATIONAL_CODES.join(', ')}`);
  }
  return code;
}

const INTERNATIONAL: ReadonlySet<string> = new Set(INTERNATIONAL_CODES);
