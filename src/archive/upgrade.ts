import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * What brings an archive of one schema to the next, by the schema that it has. Every record is kept whole, so columns
 * can always be filled from it.
 */
const STEPS: Readonly<Record<number, readonly string[]>> = {
  1: [
    'ALTER TABLE events ADD COLUMN confidence DOUBLE',
    `UPDATE events SET confidence = CAST(json_extract_string(record, '$.confidence') AS DOUBLE)`,
    'ALTER TABLE statements ADD COLUMN medium VARCHAR',
    // Quotation marks within a text are escaped: this one opens the field. Nobody has looked for a medium yet.
    `UPDATE statements SET record = regexp_replace(record, ',"stance":\\[', ',"medium":null,"stance":[')`,
    // Nor for who decides a dispute.
    `UPDATE disputes SET record = regexp_replace(record, '\\}$', ',"decider":null}')`,
    'CREATE TABLE acts (record VARCHAR NOT NULL, report VARCHAR NOT NULL, act VARCHAR NOT NULL)',
    `INSERT INTO acts SELECT id, report, unnest(json_extract_string(record, '$.stance[*].act')) FROM statements`,
    `INSERT INTO participants
       SELECT id, report, 'toward', toward->>'country', toward->>'name', toward->>'person', toward->>'$.mention.text'
       FROM (SELECT id, report, unnest(json_extract(record, '$.stance[*].toward')) AS toward FROM statements)
       WHERE json_type(toward) = 'OBJECT'`,
    `INSERT INTO participants
       SELECT json_extract_string(e.record, '$.attributedTo'), p.report, 'about', p.country, p.name, p.person, p.mention
       FROM participants p JOIN events e ON e.id = p.record AND e.report = p.report
       WHERE p.role IN ('actor', 'recipient') AND json_extract_string(e.record, '$.attributedTo') IS NOT NULL`,
  ],
  2: [
    // Nobody has looked for entries that a vote may be.
    `UPDATE votes SET record = regexp_replace(record, '\\}$', ',"candidates":[]}')`,
    `CREATE TABLE signatures (
       claim VARCHAR NOT NULL, verdict VARCHAR NOT NULL, signer VARCHAR NOT NULL, url VARCHAR, note VARCHAR,
       signed_at VARCHAR NOT NULL)`,
  ],
  // Tables of relations are new, and made where archives are opened.
  3: [],
  // What a report was read from is not known any more: it is read again when it comes again.
  4: ['ALTER TABLE reports ADD COLUMN input BIGINT'],
};

/** Whether an archive of this schema can be brought to the present one. */
export function canUpgrade(from: number, to: number): boolean {
  for (let schema = from; schema < to; schema++) if (STEPS[schema] === undefined) return false;
  return from < to;
}

/** Brings an archive to the present schema, wholly or not at all. Nothing that was saved is lost. */
export async function upgrade(connection: DuckDBConnection, from: number, to: number): Promise<void> {
  await connection.run('BEGIN');
  try {
    for (let schema = from; schema < to; schema++)
      for (const step of STEPS[schema] ?? []) await connection.run(step);
    await connection.run(`UPDATE meta SET value = $1 WHERE key = 'schema'`, [String(to)]);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
}
