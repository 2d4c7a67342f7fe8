import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Actor, Event, Reading } from '../reading/contract.js';
import type { Archive } from './open.js';
import { appendRows, type Cell, deleteRows, inParts, placeholders } from './rows.js';
import { RECORD_TABLES, type RecordTable } from './schema.js';

/** A reading and where its report came from. */
export interface Saving {
  readonly reading: Reading;
  /** The file, URL or stream that the report was read from. */
  readonly origin: string;
  /** What the reading follows from, as `inputOf` says; with it the same report need not be read again. */
  readonly input?: number;
}

/** How many of the readings saved were new, replaced an older reading, or changed nothing. */
export interface Saved {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** What was written: readings that are new or in place of older ones, and which reports the latter are of. */
export interface Written {
  readonly readings: readonly Reading[];
  readonly replaced: readonly string[];
}

/** Works out what follows from readings over all reports, within the transaction that they are written in. */
export type Relate = (written: Written) => Promise<void>;

/**
 * Saves readings in one transaction: all of them, or none.
 *
 * A report that is already there with the same reading changes nothing; with another reading (a newer version, a
 * date given) the old one is replaced whole.
 *
 * **Shape** `version` is the program's; a reading made by another version counts as another reading. `relate` is
 * called once, where anything was written; what it throws undoes all.
 */
export async function saveReadings(
  archive: Archive,
  savings: readonly Saving[],
  version: string,
  relate: Relate = async () => {},
): Promise<Saved> {
  const latest = new Map(savings.map((saving) => [saving.reading.report.id, saving]));
  const known = await digestsOf(archive.connection, [...latest.keys()]);
  const fresh: { saving: Saving; digest: string }[] = [];
  const outdated: string[] = [];
  const confirmed: Saving[] = [];
  for (const [id, saving] of latest) {
    const digest = digestOf(saving.reading, version);
    const old = known.get(id);
    if (old?.digest === digest) {
      if (saving.input !== undefined && old.input !== saving.input) confirmed.push(saving);
      continue;
    }
    if (old !== undefined) outdated.push(id);
    fresh.push({ saving, digest });
  }
  if (fresh.length > 0) {
    await inTransaction(archive.connection, async () => {
      await remove(archive.connection, outdated);
      await append(archive.connection, fresh);
      await relate({ readings: fresh.map(({ saving }) => saving.reading), replaced: outdated });
    });
  }
  for (const { reading, input } of confirmed)
    await archive.connection.run('UPDATE reports SET input = $1 WHERE id = $2', [
      BigInt(input!),
      reading.report.id,
    ]);
  return {
    added: fresh.length - outdated.length,
    replaced: outdated.length,
    unchanged: savings.length - fresh.length,
  };
}

function digestOf(reading: Reading, version: string): string {
  return createHash('sha256')
    .update(version)
    .update('\n')
    .update(JSON.stringify(reading))
    .digest('base64url');
}

async function digestsOf(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<Map<string, { readonly digest: string; readonly input: number | null }>> {
  const found = new Map<string, { digest: string; input: number | null }>();
  for (const some of inParts(ids)) {
    const rows = await connection.runAndReadAll(
      `SELECT id, digest, input FROM reports WHERE id IN (${placeholders(some)})`,
      some,
    );
    for (const [id, digest, input] of rows.getRowsJS())
      found.set(String(id), { digest: String(digest), input: input === null ? null : Number(input) });
  }
  return found;
}

/** Does some work in one transaction: all of it, or none. */
export async function inTransaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('BEGIN');
  try {
    await work();
    await connection.run('COMMIT');
  } catch (error) {
    // A commit that fails has undone all by itself.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function remove(connection: DuckDBConnection, ids: readonly string[]): Promise<void> {
  for (const table of RECORD_TABLES) await deleteRows(connection, table, 'report', ids);
  await deleteRows(connection, 'reports', 'id', ids);
}

async function append(
  connection: DuckDBConnection,
  fresh: readonly { saving: Saving; digest: string }[],
): Promise<void> {
  const rows = new Map<'reports' | RecordTable, Cell[][]>();
  const add = (table: 'reports' | RecordTable, ...cells: Cell[]) => {
    const all = rows.get(table);
    if (all === undefined) rows.set(table, [cells]);
    else all.push(cells);
  };
  for (const { saving, digest } of fresh) addRows(saving, digest, add);
  for (const [table, all] of rows) await appendRows(connection, table, all);
}

type Add = (table: 'reports' | RecordTable, ...cells: Cell[]) => void;

function addRows({ reading, origin, input }: Saving, digest: string, add: Add): void {
  const { text, ...report } = reading.report;
  const id = report.id;
  const day = report.published ?? report.publishedNotBefore;
  const { knowledge } = reading;
  const record = JSON.stringify({ ...report, ...(knowledge === undefined ? {} : { knowledge }) });
  add(
    'reports',
    id,
    digest,
    origin,
    day,
    report.publisher,
    report.title,
    text,
    record,
    input === undefined ? null : BigInt(input),
  );
  reading.events.forEach((event, position) => {
    const { start, end } = event.when;
    const sentence = around(text, event.cue.start, event.cue.end);
    add(
      'events',
      event.id,
      id,
      position,
      event.type,
      event.standing,
      start,
      end,
      sentence,
      JSON.stringify(event),
      event.confidence,
    );
    for (const one of event.actors) addParticipant(add, event.id, id, 'actor', one);
    for (const one of event.recipients) addParticipant(add, event.id, id, 'recipient', one);
  });
  const told = new Map<string, Event[]>();
  for (const event of reading.events)
    if (event.attributedTo !== null)
      told.set(event.attributedTo, [...(told.get(event.attributedTo) ?? []), event]);
  reading.statements.forEach((one, position) => {
    const content = one.content.map((span) => span.text).join(' … ');
    const { start, end } = one.when;
    const { medium, stance } = one;
    const record = JSON.stringify(one);
    add('statements', one.id, id, position, one.kind, start, end, content, record, medium?.kind ?? null);
    if (one.speaker !== null) addParticipant(add, one.id, id, 'speaker', one.speaker);
    if (one.addressee !== null) addParticipant(add, one.id, id, 'addressee', one.addressee);
    for (const { act, toward } of stance) {
      add('acts', one.id, id, act);
      if (toward !== null) addParticipant(add, one.id, id, 'toward', toward);
    }
    for (const event of told.get(one.id) ?? [])
      for (const party of [...event.actors, ...event.recipients])
        addParticipant(add, one.id, id, 'about', party);
  });
  reading.votes.forEach((one, position) => {
    const { start, end } = one.when;
    const symbol = one.record?.symbol ?? one.draft;
    add(
      'votes',
      one.id,
      id,
      position,
      one.body,
      one.outcome,
      symbol,
      start,
      end,
      one.matter,
      JSON.stringify(one),
    );
    for (const { country, vote } of one.members)
      add('participants', one.id, id, vote, country, country, null, country);
  });
  reading.claims.forEach((one, position) => {
    add('claims', one.id, id, position, one.kind, one.verdict, one.text, JSON.stringify(one));
  });
  reading.disputes.forEach((one, position) => {
    add('disputes', one.id, id, position, one.about, JSON.stringify(one));
    for (const { party, stance } of one.positions) addParticipant(add, one.id, id, stance, party);
  });
  reading.notes.forEach((one, position) => {
    add('notes', id, position, one.kind, JSON.stringify(one));
  });
}

function addParticipant(add: Add, record: string, report: string, role: string, one: Actor): void {
  add('participants', record, report, role, one.country, one.name, one.person, one.mention.text);
}

/** The line of text that a record's cue stands in, for searching: at most 400 characters either side. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 400), start);
  const after = text.slice(end, end + 400);
  const from = before.lastIndexOf('\n') + 1;
  const to = after.indexOf('\n');
  return before.slice(from) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}
