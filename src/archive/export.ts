import type { Event, Statement } from '../reading/contract.js';
import type { Archive } from './open.js';

/** What a table of the archive is flattened to, one a line, for files that hold columns. */
export const TABLES = ['events', 'statements', 'incidents'] as const;
export type TableName = (typeof TABLES)[number];

const PARTIES = (side: string, field: string) =>
  `array_to_string(list_transform(json_extract(x.record, '$.${side}[*]'), one -> coalesce(one->>'${field}', '')), '; ')`;

/** The columns of each table, as SQL. Lists are joined by semicolons. */
const COLUMNS: Readonly<Record<TableName, string>> = {
  events: `SELECT x.id, x.report, r.published, r.publisher, r.title, x.type, x.record->>'mode' AS mode,
      x.record->>'quad' AS quad, CAST(x.record->>'score' AS DOUBLE) AS score, x.record->>'cameo' AS cameo,
      ${PARTIES('actors', 'name')} AS actors, ${PARTIES('actors', 'country')} AS actor_countries,
      ${PARTIES('recipients', 'name')} AS recipients, ${PARTIES('recipients', 'country')} AS recipient_countries,
      x.first_day, x.last_day, x.record->>'$.when.precision' AS precision,
      x.record->>'$.place.name' AS place, x.record->>'$.place.country' AS place_country,
      CAST(x.record->>'$.place.latitude' AS DOUBLE) AS latitude, CAST(x.record->>'$.place.longitude' AS DOUBLE) AS longitude,
      array_to_string(CAST(json_extract_string(x.record, '$.auxiliary[*]') AS VARCHAR[]), '; ') AS auxiliary, x.standing,
      CAST(x.record->>'dead' AS INTEGER) AS dead, CAST(x.record->>'injured' AS INTEGER) AS injured, x.confidence,
      x.record->>'$.cue.text' AS cue, CAST(x.record->>'$.cue.start' AS INTEGER) AS cue_start, i.incident
    FROM events x JOIN reports r ON r.id = x.report LEFT JOIN incident_events i ON i.event = x.id AND i.report = x.report
    ORDER BY x.report, x.position`,
  statements: `SELECT x.id, x.report, r.published, r.publisher, r.title, x.kind, x.record->>'$.speaker.name' AS speaker,
      x.record->>'$.speaker.country' AS speaker_country, x.record->>'$.speaker.title' AS speaker_title,
      x.record->>'$.cue.text' AS cue, x.content, x.record->>'$.addressee.name' AS addressee, x.first_day, x.last_day, x.medium,
      array_to_string(CAST(json_extract_string(x.record, '$.stance[*].act') AS VARCHAR[]), '; ') AS stance,
      CAST(x.record->>'confidence' AS DOUBLE) AS confidence
    FROM statements x JOIN reports r ON r.id = x.report ORDER BY x.report, x.position`,
  incidents: `SELECT x.id, x.type, x.mode, x.quad, x.score::DOUBLE AS score, x.first_day::VARCHAR AS first_day,
      x.last_day::VARCHAR AS last_day, x.status, ${PARTIES('actors', 'name')} AS actors,
      ${PARTIES('actors', 'country')} AS actor_countries, ${PARTIES('recipients', 'name')} AS recipients,
      ${PARTIES('recipients', 'country')} AS recipient_countries, x.record->>'place' AS place, x.tellings, x.reports,
      x.sources, x.confidence
    FROM incidents x ORDER BY x.first_day NULLS LAST, x.id`,
};

/** The rows of a flattened table, some at a time, each a value a column. */
export async function* streamTable(
  archive: Archive,
  table: TableName,
): AsyncGenerator<readonly Readonly<Record<string, string | number | null>>[]> {
  const result = await archive.connection.stream(COLUMNS[table]);
  for await (const rows of result.yieldRowObjectJs())
    yield rows as unknown as Readonly<Record<string, string | number | null>>[];
}

/** The names of a flattened table's columns. */
export async function columnsOf(archive: Archive, table: TableName): Promise<string[]> {
  const result = await archive.connection.runAndReadAll(`SELECT * FROM (${COLUMNS[table]}) LIMIT 0`);
  return result.columnNames();
}

/** Writes a flattened table as a Parquet file, in place of what stood there. */
export async function writeParquet(archive: Archive, table: TableName, path: string): Promise<void> {
  const file = path.replaceAll("'", "''");
  await archive.connection.run(`COPY (${COLUMNS[table]}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
}

/** An event with its report, and how many reports, and independent ones, tell its incident; null where none was worked out. */
export interface StreamedEvent {
  readonly event: Event;
  readonly report: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly url: string | null;
    readonly language: string;
  };
  /** The sentence, or paragraph, that it stands in. */
  readonly text: string;
  readonly reports: number | null;
  readonly sources: number | null;
}

/** Every event, by report and place, some at a time. */
export async function* streamEvents(archive: Archive): AsyncGenerator<StreamedEvent[]> {
  const result = await archive.connection.stream(
    `SELECT x.record, r.record, r.title, r.published, x.sentence, i.reports, i.sources
     FROM events x JOIN reports r ON r.id = x.report
     LEFT JOIN incident_events e ON e.event = x.id AND e.report = x.report LEFT JOIN incidents i ON i.id = e.incident
     ORDER BY x.report, x.position`,
  );
  for await (const rows of result.yieldRowsJs()) {
    yield rows.map(([event, report, title, published, text, reports, sources]) => {
      const kept = JSON.parse(String(report)) as StreamedEvent['report'];
      return {
        event: JSON.parse(String(event)) as Event,
        report: {
          id: kept.id,
          title: title === null ? null : String(title),
          publisher: kept.publisher,
          published: published === null ? null : String(published),
          url: kept.url,
          language: kept.language,
        },
        text: String(text),
        reports: reports === null ? null : Number(reports),
        sources: sources === null ? null : Number(sources),
      };
    });
  }
}

/** Every statement, as it was read. */
export async function* streamStatements(
  archive: Archive,
): AsyncGenerator<(Statement & { report: string })[]> {
  const result = await archive.connection.stream(
    'SELECT report, record FROM statements ORDER BY report, position',
  );
  for await (const rows of result.yieldRowsJs())
    yield rows.map(([report, record]) => ({
      ...(JSON.parse(String(record)) as Statement),
      report: String(report),
    }));
}

/** The records of all incidents, as JSON, in order of their first day, some at a time. */
export async function* streamIncidents(archive: Archive): AsyncGenerator<string[]> {
  const result = await archive.connection.stream(
    'SELECT record FROM incidents ORDER BY first_day NULLS LAST, id',
  );
  for await (const rows of result.yieldRowsJs()) yield rows.map(([record]) => String(record));
}

/** The ids of all reports, in their order. */
export async function reportIds(archive: Archive): Promise<string[]> {
  const rows = await archive.connection.runAndReadAll('SELECT id FROM reports ORDER BY id');
  return rows.getRowsJS().map(([id]) => String(id));
}

/** Who deals with whom: for each ordered pair of countries the incidents between them, in all and by quad category. */
export async function dealings(
  archive: Archive,
): Promise<{ actor: string; recipient: string; incidents: number; quads: number[]; score: number }[]> {
  const rows = await archive.connection.runAndReadAll(
    `SELECT actor, recipient, count(*)::INTEGER, ${[1, 2, 3, 4].map((quad) => `count(*) FILTER (quad = ${quad})::INTEGER`).join(', ')},
       avg(score)::DOUBLE FROM incident_dyads GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows.getRowsJS().map(([actor, recipient, incidents, one, two, three, four, score]) => ({
    actor: String(actor),
    recipient: String(recipient),
    incidents: Number(incidents),
    quads: [one, two, three, four].map(Number),
    score: Math.round(100 * Number(score)) / 100,
  }));
}
