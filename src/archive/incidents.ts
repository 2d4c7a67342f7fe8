import type { Archive } from './open.js';
import { appendRows, dateCell, deleteRows, inParts, placeholders } from './rows.js';

/** A telling as it is kept: whole as JSON, and what it is looked up by. **Units** days since 1970. */
export interface KeptTelling {
  readonly event: string;
  readonly report: string;
  readonly telling: string;
  readonly keys: readonly { readonly key: number; readonly day: number }[];
}

/** An incident as it is kept. */
export interface KeptIncident {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly quad: number;
  readonly score: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly status: string;
  readonly reports: number;
  readonly sources: number;
  readonly confidence: number;
  readonly title: string;
  /** Codes and names of those on either side. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly place: string | null;
  readonly record: string;
  readonly events: readonly { readonly event: string; readonly report: string }[];
  /** Ordered pairs of countries between which it happened; none where it is not known to have. */
  readonly dyads: readonly KeptDyad[];
}

export interface KeptDyad {
  readonly actor: string;
  readonly recipient: string;
  readonly actorSectors: string;
  readonly recipientSectors: string;
}

/** What a person has said of two events. */
export interface KeptRuling {
  readonly event: string;
  readonly other: string;
  readonly same: boolean;
}

/** The tellings of some reports that are kept. */
export async function tellingsOfReports(archive: Archive, reports: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of inParts(reports)) {
    const rows = await archive.connection.runAndReadAll(
      `SELECT telling FROM tellings WHERE report IN (${placeholders(some)})`,
      some,
    );
    for (const [telling] of rows.getRowsJS()) found.push(String(telling));
  }
  return found;
}

/** The tellings of some events. */
export async function tellingsOfEvents(archive: Archive, events: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of inParts(events)) {
    const rows = await archive.connection.runAndReadAll(
      `SELECT telling FROM tellings WHERE event IN (${placeholders(some)})`,
      some,
    );
    for (const [telling] of rows.getRowsJS()) found.push(String(telling));
  }
  return found;
}

/** Takes the tellings of some reports out. */
export async function removeTellings(archive: Archive, reports: readonly string[]): Promise<void> {
  await deleteRows(archive.connection, 'tellings', 'report', reports);
  await deleteRows(archive.connection, 'telling_keys', 'report', reports);
}

export async function addTellings(archive: Archive, tellings: readonly KeptTelling[]): Promise<void> {
  await appendRows(
    archive.connection,
    'tellings',
    tellings.map(({ event, report, telling }) => [event, report, telling]),
  );
  await appendRows(
    archive.connection,
    'telling_keys',
    tellings.flatMap(({ event, report, keys }) => keys.map(({ key, day }) => [event, report, key, day])),
  );
}

/** Events that share a key with others at most so many days away. */
export async function eventsNear(
  archive: Archive,
  keys: readonly { readonly key: number; readonly day: number }[],
  reach: number,
): Promise<string[]> {
  const found = new Set<string>();
  const distinct = [...new Map(keys.map((one) => [`${one.key} ${one.day}`, one])).values()];
  for (const some of inParts(distinct)) {
    const list = some.map(({ key, day }) => `(${key}, ${day})`).join(', ');
    const rows = await archive.connection.runAndReadAll(
      `SELECT DISTINCT k.event FROM telling_keys k JOIN (VALUES ${list}) near(key, day)
       ON k.key = near.key AND k.day BETWEEN near.day - ${reach} AND near.day + ${reach}`,
    );
    for (const [event] of rows.getRowsJS()) found.add(String(event));
  }
  return [...found];
}

/** Events that stand in one incident with one of these. */
export async function eventsTogether(archive: Archive, events: readonly string[]): Promise<string[]> {
  const { connection } = archive;
  const found: string[] = [];
  for (const some of inParts(await incidentsOf(archive, events))) {
    const rows = await connection.runAndReadAll(
      `SELECT event FROM incident_events WHERE incident IN (${placeholders(some)})`,
      some,
    );
    for (const [event] of rows.getRowsJS()) found.push(String(event));
  }
  return found;
}

/** The incidents that some events stand in, each once. */
async function incidentsOf(archive: Archive, events: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const some of inParts(events)) {
    const rows = await archive.connection.runAndReadAll(
      `SELECT incident FROM incident_events WHERE event IN (${placeholders(some)})`,
      some,
    );
    for (const [incident] of rows.getRowsJS()) found.add(String(incident));
  }
  return [...found];
}

/** Everything that people have ruled. */
export async function loadRulings(archive: Archive): Promise<KeptRuling[]> {
  const rows = await archive.connection.runAndReadAll('SELECT event, other, same FROM rulings');
  return rows
    .getRowsJS()
    .map(([event, other, same]) => ({ event: String(event), other: String(other), same: same === true }));
}

/** Keeps incidents in place of all that hold one of some events. */
export async function saveIncidents(
  archive: Archive,
  events: readonly string[],
  incidents: readonly KeptIncident[],
): Promise<void> {
  const { connection } = archive;
  const old = await incidentsOf(archive, events);
  await deleteRows(connection, 'incidents', 'id', old);
  await deleteRows(connection, 'incident_events', 'incident', old);
  await deleteRows(connection, 'incident_dyads', 'incident', old);
  await appendRows(
    connection,
    'incidents',
    incidents.map((one) => [
      one.id,
      one.type,
      one.mode,
      one.quad,
      one.score,
      dateCell(one.firstDay),
      dateCell(one.lastDay),
      one.status,
      one.events.length,
      one.reports,
      one.sources,
      one.confidence,
      one.title,
      sought(one.actors),
      sought(one.recipients),
      one.place,
      one.record,
    ]),
  );
  await appendRows(
    connection,
    'incident_events',
    incidents.flatMap(({ id, events: own }) => own.map(({ event, report }) => [id, event, report])),
  );
  await appendRows(
    connection,
    'incident_dyads',
    incidents.flatMap((one) =>
      one.firstDay === null
        ? []
        : one.dyads.map(({ actor, recipient, actorSectors, recipientSectors }) => [
            one.id,
            actor,
            recipient,
            actorSectors,
            recipientSectors,
            dateCell(one.firstDay),
            one.type,
            one.mode,
            one.quad,
            one.score,
            one.sources,
            one.confidence,
          ]),
    ),
  );
}

/** Names as they are searched: each between slashes, in lower case. */
function sought(names: readonly string[]): string {
  return ` / ${names.join(' / ').toLowerCase()} / `;
}

/** Keeps that two events are one incident, or are not, in place of what was ruled of them; null takes it back. */
export async function saveRuling(
  archive: Archive,
  { event, other, same }: { readonly event: string; readonly other: string; readonly same: boolean | null },
  ruled: { readonly by: string | null; readonly at: string },
): Promise<void> {
  const [first, second] = event < other ? [event, other] : [other, event];
  await archive.connection.run('DELETE FROM rulings WHERE event = $1 AND other = $2', [first, second]);
  if (same !== null)
    await appendRows(archive.connection, 'rulings', [[first, second, same, ruled.by, ruled.at]]);
}
