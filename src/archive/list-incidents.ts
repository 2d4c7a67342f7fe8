import type { Archive } from './open.js';
import { partsOf, placeOf } from './place.js';
import { UNDATED } from './query.js';
import { inParts, placeholders } from './rows.js';

/** What a listing of incidents may be narrowed by. */
export interface IncidentFilter {
  /** A country code, or part of a name. */
  readonly actor?: string;
  readonly recipient?: string;
  readonly type?: readonly string[];
  readonly status?: string;
  readonly place?: string;
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly minSources?: number;
  /** **Units** share: only incidents at least so likely right. */
  readonly minConfidence?: number;
  readonly limit?: number;
  /** Only what stands after this place of the listing. */
  readonly after?: string;
}

/** The record of an incident, as JSON, and where it stands in the listing: what `IncidentFilter.after` takes. */
export interface ListedIncident {
  readonly record: string;
  readonly place: string;
}

const ORDER = `coalesce(first_day::VARCHAR, '${UNDATED}')`;

/** Incidents in order of their first day. */
export async function listIncidents(archive: Archive, filter: IncidentFilter): Promise<ListedIncident[]> {
  const values: (string | number)[] = [];
  const parts: string[] = [];
  const value = (one: string | number) => `$${values.push(one)}`;
  const somebody = (column: string, who: string | undefined) => {
    if (who === undefined) return;
    const isCode = /^[A-Z]{3}$/.test(who);
    parts.push(`contains(${column}, ${value(isCode ? ` / ${who.toLowerCase()} / ` : who.toLowerCase())})`);
  };
  somebody('actors', filter.actor);
  somebody('recipients', filter.recipient);
  if (filter.type !== undefined) parts.push(`type IN (${filter.type.map(value).join(', ')})`);
  if (filter.status !== undefined) parts.push(`status = ${value(filter.status)}`);
  if (filter.place !== undefined) parts.push(`contains(place, ${value(filter.place.toLowerCase())})`);
  if (filter.from !== undefined) parts.push(`last_day >= ${value(filter.from)}::DATE`);
  if (filter.to !== undefined) parts.push(`first_day <= ${value(filter.to)}::DATE`);
  if (filter.minSources !== undefined) parts.push(`sources >= ${value(filter.minSources)}`);
  if (filter.minConfidence !== undefined) parts.push(`confidence >= ${value(filter.minConfidence)}`);
  if (filter.after !== undefined)
    parts.push(`(${ORDER}, id) > (${partsOf(filter.after, ['string', 'string']).map(value).join(', ')})`);
  const rows = await archive.connection.runAndReadAll(
    `SELECT record, ${ORDER}, id FROM incidents ${parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`}
     ORDER BY ${ORDER}, id ${filter.limit === undefined ? '' : `LIMIT ${value(filter.limit)}`}`,
    values,
  );
  return rows
    .getRowsJS()
    .map(([record, day, id]) => ({ record: String(record), place: placeOf(String(day), String(id)) }));
}

/** The record of an incident, by its id or that of an event in it, as JSON; undefined where there is none. */
export async function findIncident(archive: Archive, id: string): Promise<string | undefined> {
  const rows = await archive.connection.runAndReadAll(
    `SELECT record FROM incidents
     WHERE id = $1 OR id IN (SELECT incident FROM incident_events WHERE event = $1)`,
    [id],
  );
  const record = rows.getRowsJS()[0]?.[0];
  return record === undefined ? undefined : String(record);
}

/** The lines of text that some events stand in, and their reports, by the events' ids. */
export async function linesOfEvents(
  archive: Archive,
  events: readonly string[],
): Promise<Map<string, { line: string; title: string | null; publisher: string | null }>> {
  const found = new Map<string, { line: string; title: string | null; publisher: string | null }>();
  for (const some of inParts(events)) {
    const rows = await archive.connection.runAndReadAll(
      `SELECT e.id, e.sentence, r.title, r.publisher FROM events e JOIN reports r ON r.id = e.report
       WHERE e.id IN (${placeholders(some)})`,
      some,
    );
    for (const [id, line, title, publisher] of rows.getRowsJS())
      found.set(String(id), {
        line: String(line),
        title: title === null ? null : String(title),
        publisher: publisher === null ? null : String(publisher),
      });
  }
  return found;
}
