import type { CopyFilter, ListedCopy, ListedSentence } from '../archive/copies.js';
import type { DyadIncident } from '../archive/dyads.js';
import type { Filter, Placed } from '../archive/index.js';
import type { IncidentFilter } from '../archive/list-incidents.js';
import type { ListedReport, ReportFilter } from '../archive/list-reports.js';
import type { Span } from '../document/span.js';
import type { Claim, Dispute, Event, Reading, Statement, Vote } from '../reading/contract.js';
import type { Matter } from '../reading/disputes/join-disputes.js';
import type { DyadAnswer, DyadAsk } from '../relations/dyads/ask-dyad.js';
import type { Incident } from '../relations/incidents/incident.js';
import type { ExportFormat, ExportTable } from './export-pieces.js';
import type { Page, Paging } from './page.js';

/** Events, and how many were left out for being less likely right than was asked; null on pages after the first. */
export interface EventPage extends Page<Placed<Event>> {
  readonly leftOut: number | null;
}

/** An incident, and the lines of text that its events stand in, by the events' ids. */
export interface WholeIncident {
  readonly incident: Incident;
  readonly lines: ReadonlyMap<string, EventLine>;
}

export interface EventLine {
  readonly line: string;
  readonly title: string | null;
  readonly publisher: string | null;
}

/** What a report repeats, and what repeats it. */
export interface CopiesOf {
  readonly copies: readonly ListedCopy[];
  /** Its sentences that stand in earlier reports. */
  readonly sentences: readonly ListedSentence[];
}

/** A report that holds the words searched for, and where the first of them stands. */
export interface SearchHit {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly origin: string;
  readonly snippet: Span;
  /** Whether the text goes on behind it. */
  readonly isCut: boolean;
}

/**
 * What may be asked of an archive, by whichever door: the file itself answers, or the server that holds it.
 *
 * **Shape** a listing without `limit` comes whole; `after` is what the page before gave as `next`.
 * **Errors** `usage` where a question makes no sense.
 */
export interface Desk {
  /** The archive's file. */
  readonly path: string;
  counts(): Promise<Readonly<Record<string, number>>>;
  reports(filter: ReportFilter): Promise<Page<ListedReport>>;
  /** Undefined where the archive has no such report. */
  reading(id: string): Promise<Reading | undefined>;
  /** The report that a record stands in. */
  reportOf(record: string): Promise<string | undefined>;
  events(filter: Filter): Promise<EventPage>;
  statements(filter: Filter): Promise<Page<Placed<Statement>>>;
  votes(filter: Filter): Promise<Page<Placed<Vote>>>;
  claims(filter: Filter): Promise<Page<Placed<Claim>>>;
  disputes(filter: Filter): Promise<Page<Placed<Dispute>>>;
  /** Disputes of several reports about one matter together; a filter keeps matters of which any telling fits. */
  matters(filter: Filter): Promise<Page<Matter>>;
  incidents(filter: IncidentFilter): Promise<Page<Incident>>;
  /** By its id or that of an event in it; undefined where there is none. */
  incident(id: string): Promise<WholeIncident | undefined>;
  dyad(ask: DyadAsk): Promise<DyadAnswer>;
  /** The incidents that its first way counts, those told by most and weightiest first. */
  dyadIncidents(ask: DyadAsk, limit: number): Promise<readonly DyadIncident[]>;
  copies(filter: CopyFilter): Promise<Page<ListedCopy>>;
  copiesOf(report: string): Promise<CopiesOf>;
  /** Reports that hold all words, the words in the title first, then the newest. */
  search(words: readonly string[], paging: Paging): Promise<Page<SearchHit>>;
  /** What the archive holds, in a format of the field, piece by piece. */
  export(as: ExportFormat, what: ExportTable): AsyncIterable<string | Uint8Array>;
  /** Closing twice is harmless. */
  close(): Promise<void>;
}
