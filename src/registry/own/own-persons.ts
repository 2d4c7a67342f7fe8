import type { Tenure } from '../registry.js';
import type { Sector } from '../sectors.js';
import { list, optional } from '../table.js';
import type { Person } from '../tenures/load-tenures.js';
import type { Office } from '../tenures/offices.js';
import { personKey } from '../tenures/person-name.js';
import { makeTerm, type Term } from '../tenures/term.js';
import { type OwnKnowledge, type OwnRow, ownRows } from './own-knowledge.js';

/** What `Tenure.origin` says of a person of the user's. */
export const OWN_ORIGIN = 'own';
/** Where the user names no office of ours: as likely to be meant by a bare surname as a minister. */
const RANK = 3;

/**
 * Everybody whom we know, with the user's persons in place of ours of the same name, whose other spellings they keep.
 */
export function withOwnPersons(
  own: OwnKnowledge,
  ours: readonly Person[],
  offices: ReadonlyMap<string, Office>,
): readonly Person[] {
  const groups = new Map<string, OwnRow[]>();
  for (const row of ownRows(own, 'actors.csv')) {
    if (row.cells.kind !== 'person') continue;
    const key = personKey(row.cells.name!);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (groups.size === 0) return ours;
  const known = new Map(ours.map((person) => [personKey(person.name), person]));
  const mine = [...groups].map(([key, rows]) => toPerson(rows, known.get(key), offices));
  return [...mine, ...ours.filter((person) => !groups.has(personKey(person.name)))];
}

function toPerson(
  rows: readonly OwnRow[],
  known: Person | undefined,
  offices: ReadonlyMap<string, Office>,
): Person {
  const [first] = rows;
  const { name = '' } = first!.cells;
  const told = rows.flatMap(({ cells }) => list(cells.aliases!));
  const aliases = [...new Set([...told, ...(known?.aliases ?? [])])];
  const id = rows.map(({ cells }) => optional(cells.id!)).find((one) => one !== null) ?? known?.id ?? null;
  const terms = rows.map(({ cells }): Term => {
    const office = offices.get(cells.office!);
    const { start = '', end = '' } = cells;
    const tenure: Tenure = {
      person: name,
      aliases,
      country: optional(cells.country!),
      title: cells.title || (office?.title ?? ''),
      office: cells.office!,
      sectors: cells.sectors === '' ? (office?.sectors ?? []) : (list(cells.sectors!) as readonly Sector[]),
      start: start.length === 10 ? start : null,
      end: end.length === 10 ? end : null,
      id,
      origin: OWN_ORIGIN,
    };
    return makeTerm(tenure, office?.rank ?? RANK, { start, end, asOf: '' });
  });
  return { name, aliases, id, terms };
}
