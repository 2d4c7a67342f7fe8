/** What is remembered of feeds that are polled, and of their entries: kept here so that there is one file to back up. */
export const CREATE_FEED_TABLES = `
CREATE TABLE IF NOT EXISTS feeds (
  url VARCHAR NOT NULL, etag VARCHAR, modified VARCHAR, digest VARCHAR,
  not_before TIMESTAMP,         -- not to be asked before, UTC
  failures INTEGER NOT NULL, is_gone BOOLEAN NOT NULL
);

-- Entries that were read, or cannot be.
CREATE TABLE IF NOT EXISTS feed_entries (entry VARCHAR NOT NULL, seen_on DATE NOT NULL);
`;
