import { countryCell } from '../countries.js';
import type { Country, Tenure } from '../registry.js';
import { list, malformed, optional, readTable } from '../table.js';
import type { Office } from './offices.js';
import { makeTerm, type Term } from './term.js';

/** A person and every term that we know of, in the order of the file. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly id: string | null;
  readonly terms: readonly Term[];
}

const COLUMNS = ['person', 'country', 'office', 'title', 'start', 'end', 'as_of', 'origin'] as const;
const DATE = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

/** Everybody who holds or held an office. **Errors** `data.malformed`. */
export function loadPersons(
  countries: ReadonlyMap<string, Country>,
  offices: ReadonlyMap<string, Office>,
): readonly Person[] {
  const known = loadNames();
  const persons = new Map<string, { person: Person; terms: Term[] }>();
  for (const row of readTable('tenures.csv', COLUMNS)) {
    const { person: name, title, start, end, as_of: asOf, origin } = row.cells;
    const office = offices.get(row.cells.office);
    if (office === undefined) throw malformed(row, 'office', 'a key of offices.csv');
    for (const column of ['start', 'end', 'as_of'] as const) {
      if (row.cells[column] !== '' && !DATE.test(row.cells[column]))
        throw malformed(row, column, 'YYYY, YYYY-MM, YYYY-MM-DD or nothing');
    }
    if (start !== '' && end !== '' && `${end}-12-31` < start)
      throw malformed(row, 'end', `a day after ${start}`);
    let entry = persons.get(name);
    if (entry === undefined) {
      const terms: Term[] = [];
      const { aliases = [], id = null } = known.get(name) ?? {};
      entry = { person: { name, aliases, id, terms }, terms };
      persons.set(name, entry);
    }
    const tenure: Tenure = {
      person: name,
      aliases: entry.person.aliases,
      country: countryCell(row, 'country', countries),
      title: title || office.title,
      office: office.office,
      sectors: office.sectors,
      start: start.length === 10 ? start : null,
      end: end.length === 10 ? end : null,
      id: entry.person.id,
      origin,
    };
    entry.terms.push(makeTerm(tenure, office.rank, { start, end, asOf }));
  }
  for (const [name, { line }] of known) {
    if (!persons.has(name)) throw malformed(line, 'name', 'a person of tenures.csv');
  }
  return [...persons.values()].map(({ person }) => person);
}

type NameRow = ReturnType<typeof readTable<'name' | 'aliases' | 'id'>>[number];

function loadNames(): ReadonlyMap<string, { aliases: readonly string[]; id: string | null; line: NameRow }> {
  return new Map(
    readTable('people.csv', ['name', 'aliases', 'id']).map((row) => [
      row.cells.name,
      { aliases: list(row.cells.aliases), id: optional(row.cells.id), line: row },
    ]),
  );
}
