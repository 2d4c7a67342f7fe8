import type { Archive } from './open.js';

/** Which incidents are counted. */
export interface DyadQuestion {
  /** Codes of countries on either side; several for a bloc. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly string[];
  /** PLOVER sectors, one of which somebody of the side must have. */
  readonly actorSectors?: readonly string[];
  readonly recipientSectors?: readonly string[];
  /** **Units** share: only incidents at least so likely right. */
  readonly minConfidence?: number;
  /** Events that another program coded, by its name, in place of incidents. */
  readonly source?: string;
}

/** What happened between them on a day. **Units** days since 1970. */
export interface DyadDay {
  readonly day: number;
  readonly quad: number;
  readonly type: string;
  readonly count: number;
  readonly score: number;
  readonly squares: number;
}

/** Counts by day, quad category and type, in order of days. */
export async function dyadDays(archive: Archive, question: DyadQuestion): Promise<DyadDay[]> {
  const { sql, values, table } = conditions(question);
  const rows = await archive.connection.runAndReadAll(
    `SELECT day - DATE '1970-01-01' AS day, quad, type, count(*)::INTEGER, sum(score)::DOUBLE, sum(score * score)::DOUBLE
     FROM ${table} ${sql} GROUP BY ALL ORDER BY 1, 2, 3`,
    values,
  );
  return rows.getRowsJS().map(([day, quad, type, count, score, squares]) => ({
    day: Number(day),
    quad: Number(quad),
    type: String(type),
    count: Number(count),
    score: Number(score),
    squares: Number(squares),
  }));
}

/** How many incidents, or imported events, the archive holds of each day, between whomever. **Units** days since 1970. */
export async function coverageByDay(
  archive: Archive,
  source?: string,
): Promise<{ readonly day: number; readonly count: number }[]> {
  const rows = await archive.connection.runAndReadAll(
    source === undefined
      ? `SELECT day - DATE '1970-01-01', count(*)::INTEGER FROM incident_dyads GROUP BY 1 ORDER BY 1`
      : `SELECT day - DATE '1970-01-01', count(*)::INTEGER FROM imported WHERE source = $1 GROUP BY 1 ORDER BY 1`,
    source === undefined ? [] : [source],
  );
  return rows.getRowsJS().map(([day, count]) => ({ day: Number(day), count: Number(count) }));
}

/** An incident behind a count. */
export interface DyadIncident {
  readonly id: string;
  readonly day: string;
  readonly type: string;
  readonly mode: string | null;
  readonly quad: number;
  readonly score: number;
  readonly sources: number | null;
  readonly title: string;
}

/** The incidents, or imported events, that are counted, those told by most and weightiest first. */
export async function dyadIncidents(
  archive: Archive,
  question: DyadQuestion,
  limit: number,
): Promise<DyadIncident[]> {
  const { sql, values, table } = conditions(question);
  const rows = await archive.connection.runAndReadAll(
    table === 'imported'
      ? `SELECT id, day::VARCHAR AS day, type, mode, quad, score::DOUBLE AS score, reports AS sources,
           concat(actor_name, ' → ', recipient_name) AS title
         FROM imported ${sql} ORDER BY reports DESC NULLS LAST, abs(score) DESC, day, id LIMIT ${limit}`
      : `SELECT d.incident AS id, any_value(d.day)::VARCHAR AS day, any_value(d.type) AS type, any_value(d.mode) AS mode,
           any_value(d.quad) AS quad, any_value(d.score)::DOUBLE AS score, any_value(d.sources) AS sources,
           any_value(i.title) AS title
         FROM (FROM incident_dyads ${sql}) d JOIN incidents i ON i.id = d.incident
         GROUP BY d.incident ORDER BY sources DESC, abs(any_value(d.score)) DESC, day, d.incident LIMIT ${limit}`,
    values,
  );
  return rows.getRowObjectsJS() as unknown as DyadIncident[];
}

function conditions(question: DyadQuestion): {
  readonly sql: string;
  readonly values: (string | number)[];
  readonly table: 'incident_dyads' | 'imported';
} {
  const values: (string | number)[] = [];
  const value = (one: string | number) => `$${values.push(one)}`;
  const among = (column: string, list: readonly string[]) => `${column} IN (${list.map(value).join(', ')})`;
  const parts = [among('actor', question.actors), among('recipient', question.recipients)];
  const sectors = (column: string, wanted: readonly string[] | undefined) => {
    if (wanted !== undefined)
      parts.push(
        `(${wanted.map((one) => `contains(concat(',', ${column}, ','), ${value(`,${one},`)})`).join(' OR ')})`,
      );
  };
  sectors('actor_sectors', question.actorSectors);
  sectors('recipient_sectors', question.recipientSectors);
  if (question.types !== undefined) parts.push(among('type', question.types));
  if (question.from !== undefined) parts.push(`day >= ${value(question.from)}::DATE`);
  if (question.to !== undefined) parts.push(`day <= ${value(question.to)}::DATE`);
  if (question.source !== undefined) parts.push(`source = ${value(question.source)}`, 'type IS NOT NULL');
  else if (question.minConfidence !== undefined) parts.push(`confidence >= ${value(question.minConfidence)}`);
  return {
    sql: `WHERE ${parts.join(' AND ')}`,
    values,
    table: question.source === undefined ? 'incident_dyads' : 'imported',
  };
}
