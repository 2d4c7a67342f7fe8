import { loadCountries } from '../countries.js';
import { day, malformed, readTable } from '../table.js';

/** A group of states with members that join and leave. */
export interface Bloc {
  readonly name: string;
  /** Codes of all that belonged to it on some day of a stretch, both days included; null leaves an end open. */
  membersBetween(from: string | null, to: string | null): readonly string[];
}

interface Membership {
  readonly country: string;
  readonly from: string;
  readonly to: string | null;
}

const FILE = 'bloc-members.csv';
let shared: readonly Bloc[] | undefined;

/** The blocs, in alphabetical order; read on first use and then kept. **Errors** `data.malformed`. */
export function loadBlocs(): readonly Bloc[] {
  shared ??= readBlocs();
  return shared;
}

function readBlocs(): Bloc[] {
  const countries = loadCountries();
  const blocs = new Map<string, Membership[]>();
  for (const row of readTable(FILE, ['bloc', 'country', 'from', 'to'])) {
    const { bloc, country } = row.cells;
    if (!countries.has(country)) throw malformed(row, 'country', 'a code of countries.csv');
    const from = day(row, 'from');
    if (from === null) throw malformed(row, 'from', 'the day on which it joined');
    const own = blocs.get(bloc) ?? [];
    own.push({ country, from, to: day(row, 'to') });
    blocs.set(bloc, own);
  }
  return [...blocs].map(([name, members]) => ({
    name,
    membersBetween: (from, to) => {
      const belonged = members.filter(
        (one) => (to === null || one.from <= to) && (from === null || one.to === null || one.to >= from),
      );
      return [...new Set(belonged.map(({ country }) => country))].sort();
    },
  }));
}
