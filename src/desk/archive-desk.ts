import { listCopiedSentences, listCopies } from '../archive/copies.js';
import {
  type Archive,
  countRecords,
  countUnsure,
  listClaims,
  listDisputes,
  listEvents,
  listStatements,
  listVotes,
  loadReading,
  reportOfRecord,
  searchReports,
} from '../archive/index.js';
import { findIncident, linesOfEvents, listIncidents } from '../archive/list-incidents.js';
import { listReports } from '../archive/list-reports.js';
import { placeOf } from '../archive/place.js';
import { RapporteurError } from '../errors.js';
import type { OfficialRecord } from '../registry/official-record.js';
import { askDyad, askDyadIncidents } from '../relations/dyads/ask-dyad.js';
import type { Incident } from '../relations/incidents/incident.js';
import type { Desk, SearchHit } from './desk.js';
import { exportPieces } from './export-pieces.js';
import { mattersOf } from './matters.js';
import { offsetOf } from './offset.js';
import { type Page, type Paging, pageOf } from './page.js';
import { snippet } from './snippet.js';

/** Answers from an archive that is open. **Shape** `record` is called when the official records are first asked for. */
export function archiveDesk(archive: Archive, record: () => OfficialRecord): Desk {
  return {
    path: archive.path,
    counts: () => countRecords(archive),
    reports: (filter) => pageOf(filter, (wanted) => listReports(archive, wanted)),
    reading: (id) => loadReading(archive, id),
    reportOf: (id) => reportOfRecord(archive, id),
    events: async (filter) => ({
      ...(await pageOf(filter, (wanted) => listEvents(archive, wanted))),
      leftOut: filter.after === undefined ? await countUnsure(archive, filter) : null,
    }),
    statements: (filter) => pageOf(filter, (wanted) => listStatements(archive, wanted)),
    votes: (filter) => pageOf(filter, (wanted) => listVotes(archive, wanted)),
    claims: (filter) => pageOf(filter, (wanted) => listClaims(archive, wanted)),
    disputes: (filter) => pageOf(filter, (wanted) => listDisputes(archive, wanted)),
    matters: (filter) => mattersOf(archive, filter),
    incidents: async (filter) => {
      const { items, next } = await pageOf(filter, (wanted) => listIncidents(archive, wanted));
      return { items: items.map((one) => JSON.parse(one.record) as Incident), next };
    },
    incident: async (id) => {
      const found = await findIncident(archive, id);
      if (found === undefined) return undefined;
      const incident = JSON.parse(found) as Incident;
      const events = incident.tellings.map(({ event }) => event);
      return { incident, lines: await linesOfEvents(archive, events) };
    },
    dyad: (ask) => askDyad(archive, record(), ask),
    dyadIncidents: (ask, limit) => askDyadIncidents(archive, record(), ask, limit),
    copies: (filter) => pageOf(filter, (wanted) => listCopies(archive, wanted)),
    copiesOf: async (report) => ({
      copies: await listCopies(archive, { report }),
      sentences: await listCopiedSentences(archive, report),
    }),
    search: (words, paging) => search(archive, words, paging),
    export: (as, what) => exportPieces(archive, as, what),
    close: async () => archive.close(),
  };
}

/** Nobody reads so many hits; and a rank has no place that a page could go on from without counting. */
const MOST_HITS = 1_000;

async function search(
  archive: Archive,
  words: readonly string[],
  { limit = MOST_HITS, after }: Paging,
): Promise<Page<SearchHit>> {
  const start = offsetOf(after);
  const end = Math.min(start + limit, MOST_HITS);
  if (start >= MOST_HITS)
    throw new RapporteurError(
      'usage',
      `A search goes no further than ${MOST_HITS} reports. Name more words.`,
    );
  const found = await searchReports(archive, words, end + 1);
  const items = found.slice(start, end).map(({ text, ...report }) => {
    const shown = snippet(text, words);
    return { ...report, snippet: shown, isCut: shown.end < text.length };
  });
  return { items, next: found.length > end && end < MOST_HITS ? placeOf(end) : null };
}
