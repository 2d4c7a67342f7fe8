import type { Archive } from './open.js';
import { appendRows, dateCell } from './rows.js';
import { inTransaction } from './save.js';

/** An event that another program coded. */
export interface ImportedEvent {
  /** The source's own id. */
  readonly id: string;
  /** **Units** days since 1970. */
  readonly day: number;
  readonly type: string | null;
  readonly mode: string | null;
  readonly quad: number | null;
  readonly score: number | null;
  readonly cameo: string | null;
  /** Codes of countries, or UNO EUR IGO …; null where the source has none. */
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly actorSectors: readonly string[];
  readonly recipient: string | null;
  readonly recipientName: string | null;
  readonly recipientSectors: readonly string[];
  readonly place: string | null;
  readonly placeCountry: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How many reports the source says it counted. */
  readonly reports: number | null;
  readonly url: string | null;
}

/** Keeps events of a source; those that it has given before are left as they are. Returns how many were new. */
export async function saveImported(
  archive: Archive,
  source: string,
  events: readonly ImportedEvent[],
): Promise<number> {
  const { connection } = archive;
  const rows = events.map((one) => [
    source,
    one.id,
    dateCell(one.day),
    one.type,
    one.mode,
    one.quad,
    one.score,
    one.cameo,
    one.actor,
    one.actorName,
    one.actorSectors.join(','),
    one.recipient,
    one.recipientName,
    one.recipientSectors.join(','),
    one.place,
    one.placeCountry,
    one.latitude,
    one.longitude,
    one.reports,
    one.url,
  ]);
  let added = 0;
  await inTransaction(connection, async () => {
    await connection.run('CREATE TEMP TABLE IF NOT EXISTS arriving AS FROM imported LIMIT 0');
    await connection.run('DELETE FROM arriving');
    await appendRows(connection, 'arriving', rows);
    const result = await connection.run(
      `INSERT INTO imported SELECT DISTINCT ON (id) * FROM arriving
       WHERE id NOT IN (SELECT id FROM imported WHERE source = $1)`,
      [source],
    );
    added = Number(result.rowsChanged);
  });
  return added;
}

/** How many events each source has given, and of which days. */
export async function countImported(
  archive: Archive,
): Promise<{ source: string; events: number; first: string; last: string }[]> {
  const rows = await archive.connection.runAndReadAll(
    `SELECT source, count(*)::INTEGER AS events, min(day)::VARCHAR AS first, max(day)::VARCHAR AS last
     FROM imported GROUP BY source ORDER BY source`,
  );
  return rows.getRowObjectsJS() as unknown as {
    source: string;
    events: number;
    first: string;
    last: string;
  }[];
}
