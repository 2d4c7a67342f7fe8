import { CREATE_FEED_TABLES } from './feed-tables.js';
import { CREATE_RELATION_TABLES } from './relation-tables.js';

/**
 * The archive's tables. Each record is kept whole, as JSON of the reading's contract, beside the columns that
 * queries filter by: nothing of a reading is lost, and no query has to open the JSON.
 */
export const SCHEMA_VERSION = 5;

/** Tables that hold a report's records: emptied together when the report is read anew. */
export const RECORD_TABLES = [
  'events',
  'statements',
  'votes',
  'claims',
  'disputes',
  'notes',
  'participants',
  'acts',
] as const;

export type RecordTable = (typeof RECORD_TABLES)[number];

export const CREATE_TABLES = `
CREATE TABLE IF NOT EXISTS meta (key VARCHAR, value VARCHAR);

CREATE TABLE IF NOT EXISTS reports (
  id VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,      -- of the whole reading and the version that made it
  origin VARCHAR NOT NULL,      -- the file that it was read from
  published VARCHAR,            -- the date, or the earliest that it can be
  publisher VARCHAR,
  title VARCHAR,
  text VARCHAR NOT NULL,
  record VARCHAR NOT NULL,      -- the report of the contract, its text left out; the digest of the user's knowledge
  input BIGINT                  -- hash of what was read, by which version, with which knowledge of the user's
);

CREATE TABLE IF NOT EXISTS events (
  id VARCHAR NOT NULL, report VARCHAR NOT NULL, position INTEGER NOT NULL,
  type VARCHAR NOT NULL, standing VARCHAR NOT NULL, first_day VARCHAR, last_day VARCHAR,
  sentence VARCHAR NOT NULL, record VARCHAR NOT NULL,
  confidence DOUBLE
);

CREATE TABLE IF NOT EXISTS statements (
  id VARCHAR NOT NULL, report VARCHAR NOT NULL, position INTEGER NOT NULL,
  kind VARCHAR NOT NULL, first_day VARCHAR, last_day VARCHAR, content VARCHAR NOT NULL, record VARCHAR NOT NULL,
  medium VARCHAR
);

CREATE TABLE IF NOT EXISTS votes (
  id VARCHAR NOT NULL, report VARCHAR NOT NULL, position INTEGER NOT NULL,
  body VARCHAR NOT NULL, outcome VARCHAR NOT NULL, symbol VARCHAR, first_day VARCHAR, last_day VARCHAR,
  matter VARCHAR NOT NULL, record VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS claims (
  id VARCHAR NOT NULL, report VARCHAR NOT NULL, position INTEGER NOT NULL,
  kind VARCHAR NOT NULL, verdict VARCHAR NOT NULL, content VARCHAR NOT NULL, record VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS disputes (
  id VARCHAR NOT NULL, report VARCHAR NOT NULL, position INTEGER NOT NULL,
  about VARCHAR NOT NULL, record VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS notes (
  report VARCHAR NOT NULL, position INTEGER NOT NULL, kind VARCHAR NOT NULL, record VARCHAR NOT NULL
);

-- Everybody in a record: actors and recipients of events, speakers and addressees, members that voted, parties; of
-- statements also whom they are aimed at ('toward') and the parties of the events that they tell ('about').
CREATE TABLE IF NOT EXISTS participants (
  record VARCHAR NOT NULL, report VARCHAR NOT NULL, role VARCHAR NOT NULL,
  country VARCHAR, name VARCHAR NOT NULL, person VARCHAR, mention VARCHAR NOT NULL
);

-- Verdicts that a person stands for; they outlive the reading that they were made on.
CREATE TABLE IF NOT EXISTS signatures (
  claim VARCHAR NOT NULL, verdict VARCHAR NOT NULL, signer VARCHAR NOT NULL, url VARCHAR, note VARCHAR,
  signed_at VARCHAR NOT NULL
);

-- What a statement does: accuses, denies, …
CREATE TABLE IF NOT EXISTS acts (
  record VARCHAR NOT NULL, report VARCHAR NOT NULL, act VARCHAR NOT NULL
);

${CREATE_RELATION_TABLES}
${CREATE_FEED_TABLES}`;
