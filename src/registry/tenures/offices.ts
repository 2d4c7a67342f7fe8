import { countryCell } from '../countries.js';
import type { Country } from '../registry.js';
import { sectorsCell } from '../sector-cell.js';
import type { Sector } from '../sectors.js';
import { malformed, number, readTable } from '../table.js';

/**
 * An office that one person a country or body holds at a time.
 *
 * **Shape** `rank`: 1 for those who lead a state, then as it grows less likely that a bare surname means its holder.
 */
export interface Office {
  readonly office: string;
  readonly title: string;
  readonly sectors: readonly Sector[];
  readonly rank: number;
}

/** Every office, by its key. **Errors** `data.malformed`. */
export function loadOffices(): ReadonlyMap<string, Office> {
  const offices = new Map<string, Office>();
  for (const row of readTable('offices.csv', ['office', 'title', 'sectors', 'rank'])) {
    const { office, title } = row.cells;
    const rank = number(row, 'rank');
    if (offices.has(office)) throw malformed(row, 'office', 'a key that no other line has');
    if (rank === null) throw malformed(row, 'rank', 'a number from 1');
    offices.set(office, { office, title, sectors: sectorsCell(row, 'sectors'), rank });
  }
  return offices;
}

/** The office that leads a country, where it is not the president or monarch. **Errors** `data.malformed`. */
export function loadLeaders(
  countries: ReadonlyMap<string, Country>,
  offices: ReadonlyMap<string, Office>,
): ReadonlyMap<string, string> {
  return new Map(
    readTable('leaders.csv', ['country', 'office']).map((row) => {
      const country = countryCell(row, 'country', countries);
      if (country === null) throw malformed(row, 'country', 'a code of countries.csv');
      if (!offices.has(row.cells.office)) throw malformed(row, 'office', 'a key of offices.csv');
      return [country, row.cells.office];
    }),
  );
}
