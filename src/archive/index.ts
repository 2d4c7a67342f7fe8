/** The archive: every reading kept in one DuckDB file. The only place that knows SQL. */
export { inputOf, knownInputs } from './inputs.js';
export { defaultArchivePath, IN_MEMORY } from './location.js';
export { type Archive, openArchive, openExistingArchive } from './open.js';
export {
  countRecords,
  countUnsure,
  eventsOfDisputes,
  type Filter,
  type Found,
  type Listed,
  listClaims,
  listDisputes,
  listEvents,
  listStatements,
  listVotes,
  loadReading,
  type Placed,
  reportOfRecord,
  searchReports,
} from './query.js';
export { inTransaction, type Relate, type Saved, type Saving, saveReadings, type Written } from './save.js';
