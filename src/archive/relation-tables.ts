/**
 * Tables of what is worked out over many reports: copies, incidents, dyads. All of it follows from the reports and
 * their records (and from people's rulings), and is worked out anew where these change.
 *
 * Days are `DATE`s here, since these tables are what series are counted from.
 */
export const CREATE_RELATION_TABLES = `
-- What copies of a report are found by; how it is packed is the business of relations/copies.
CREATE TABLE IF NOT EXISTS fingerprints (report VARCHAR NOT NULL, sketch BLOB NOT NULL);

-- A report that repeats another, the earliest that tells it: wire copy, light or heavy edits.
CREATE TABLE IF NOT EXISTS copies (
  report VARCHAR NOT NULL, original VARCHAR NOT NULL,
  share DOUBLE NOT NULL,        -- of the report's sentences that stand in the original, 0 to 1
  kind VARCHAR NOT NULL         -- whole, or part: stitched from this one and others
);

-- Sentences of a report that stand in an earlier one.
CREATE TABLE IF NOT EXISTS copied_sentences (
  report VARCHAR NOT NULL, first_unit INTEGER NOT NULL, last_unit INTEGER NOT NULL,
  original VARCHAR NOT NULL, original_first INTEGER NOT NULL, original_last INTEGER NOT NULL,
  likeness DOUBLE NOT NULL
);

-- Events as they are compared with those of other reports, and what they are looked up by: hashes of kind and party.
CREATE TABLE IF NOT EXISTS tellings (event VARCHAR NOT NULL, report VARCHAR NOT NULL, telling VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS telling_keys (
  event VARCHAR NOT NULL, report VARCHAR NOT NULL, key INTEGER NOT NULL,
  day INTEGER NOT NULL          -- since 1970
);

-- One event in the world, told in one or more reports.
CREATE TABLE IF NOT EXISTS incidents (
  id VARCHAR NOT NULL,
  type VARCHAR NOT NULL, mode VARCHAR, quad TINYINT NOT NULL, score FLOAT NOT NULL,
  first_day DATE, last_day DATE,
  status VARCHAR NOT NULL,      -- happened, alleged, expected, unreal (denied, negated, supposed)
  tellings INTEGER NOT NULL,    -- events merged
  reports INTEGER NOT NULL,
  sources INTEGER NOT NULL,     -- reports less copies
  confidence DOUBLE NOT NULL,
  title VARCHAR NOT NULL,       -- who did what to whom, for a listing
  actors VARCHAR NOT NULL, recipients VARCHAR NOT NULL, -- ' / code / name / …', in lower case
  place VARCHAR,
  record VARCHAR NOT NULL       -- the whole incident, as JSON
);

-- Which events an incident was merged from.
CREATE TABLE IF NOT EXISTS incident_events (
  incident VARCHAR NOT NULL, event VARCHAR NOT NULL, report VARCHAR NOT NULL
);

-- An incident once for every ordered pair of countries (or UNO EUR IGO …) between which it happened, both ways where
-- it is reciprocal; what dyads are counted from.
CREATE TABLE IF NOT EXISTS incident_dyads (
  incident VARCHAR NOT NULL,
  actor VARCHAR NOT NULL, recipient VARCHAR NOT NULL,
  actor_sectors VARCHAR NOT NULL, recipient_sectors VARCHAR NOT NULL, -- joined by commas, the leading one first
  day DATE NOT NULL,
  type VARCHAR NOT NULL, mode VARCHAR, quad TINYINT NOT NULL, score FLOAT NOT NULL,
  sources INTEGER NOT NULL, confidence FLOAT NOT NULL
);

-- What a person says of two events: the same incident, or not. Kept when reports are read again.
CREATE TABLE IF NOT EXISTS rulings (
  event VARCHAR NOT NULL, other VARCHAR NOT NULL, same BOOLEAN NOT NULL, ruled_by VARCHAR, ruled_at VARCHAR NOT NULL
);

-- Events that another program coded, a file at a time; never listed or counted with those read here unless asked.
CREATE TABLE IF NOT EXISTS imported (
  source VARCHAR NOT NULL,      -- gdelt, icews, polecat, acled
  id VARCHAR NOT NULL,          -- the source's own
  day DATE NOT NULL,
  type VARCHAR, mode VARCHAR, quad TINYINT, score FLOAT, cameo VARCHAR,
  actor VARCHAR, actor_name VARCHAR, actor_sectors VARCHAR NOT NULL,
  recipient VARCHAR, recipient_name VARCHAR, recipient_sectors VARCHAR NOT NULL,
  place VARCHAR, place_country VARCHAR, latitude DOUBLE, longitude DOUBLE,
  reports INTEGER,              -- how many reports the source says it counted
  url VARCHAR
);
`;
