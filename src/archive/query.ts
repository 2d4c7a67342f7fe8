import type { Claim, Dispute, Event, Note, Reading, Statement, Vote } from '../reading/contract.js';
import type { Archive } from './open.js';
import { partsOf, placeOf } from './place.js';

/** What a listing may be narrowed by; each listing takes those that make sense for it. */
export interface Filter {
  /** A country code, or part of a name, person or mention: anybody in the record. */
  readonly actor?: string;
  readonly recipient?: string;
  readonly speaker?: string;
  /** Whom a statement was said to. */
  readonly addressee?: string;
  /** Somebody a statement is aimed at or tells of, as `actor`; or words that stand in it. */
  readonly about?: string;
  /** What a statement does: accuses, denies … */
  readonly stance?: string;
  /** In which way a statement was said: interview, post … */
  readonly medium?: string;
  readonly type?: readonly string[];
  readonly kind?: string;
  readonly standing?: string;
  /** **Units** share: only events at least so likely right. */
  readonly minConfidence?: number;
  readonly body?: string;
  readonly outcome?: string;
  readonly verdict?: string;
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Words that the record's text must hold, in any order. */
  readonly text?: string;
  readonly report?: string;
  readonly limit?: number;
  /** Only what stands after this place of the listing. */
  readonly after?: string;
}

/** A record and the report that it stands in. */
export interface Listed<Record> {
  readonly record: Record;
  readonly report: { readonly id: string; readonly title: string | null; readonly published: string | null };
  /** The text around the record, where the listing has one. */
  readonly context: string;
}

/** A record as a listing gives it. */
export interface Placed<Record> extends Listed<Record> {
  /** Where it stands in the listing: what `Filter.after` takes. */
  readonly place: string;
}

/** Events, in order of date. */
export function listEvents(archive: Archive, filter: Filter): Promise<Placed<Event>[]> {
  const where = eventConditions(filter);
  if (filter.minConfidence !== undefined) where.atLeast('x.confidence', filter.minConfidence);
  return list(archive, 'events', 'x.sentence', DAY_ORDER, where);
}

/** How many events a filter leaves out for no other reason than that they are not likely enough right. */
export async function countUnsure(archive: Archive, filter: Filter): Promise<number> {
  if (filter.minConfidence === undefined) return 0;
  const { sql, values } = eventConditions(filter).below('x.confidence', filter.minConfidence);
  const rows = await archive.connection.runAndReadAll(
    `SELECT count(*)::INTEGER FROM events x ${sql}`,
    values,
  );
  return Number(rows.getRowsJS()[0]?.[0] ?? 0);
}

function eventConditions(filter: Filter): Conditions {
  const where = new Conditions(filter)
    .participant('actor')
    .participant('recipient')
    .days()
    .words('x.sentence');
  if (filter.type !== undefined) where.oneOf('x.type', filter.type);
  if (filter.standing !== undefined) where.equals('x.standing', filter.standing);
  return where;
}

/** Statements, in order of date. */
export function listStatements(archive: Archive, filter: Filter): Promise<Placed<Statement>[]> {
  const where = new Conditions(filter)
    .participant('speaker')
    .participant('addressee')
    .about('x.content')
    .days()
    .words('x.content');
  if (filter.kind !== undefined) where.equals('x.kind', filter.kind);
  if (filter.medium !== undefined) where.equals('x.medium', filter.medium);
  if (filter.stance !== undefined) where.doing(filter.stance);
  return list(archive, 'statements', 'x.content', DAY_ORDER, where);
}

/** Votes, in order of date. */
export function listVotes(archive: Archive, filter: Filter): Promise<Placed<Vote>[]> {
  const where = new Conditions(filter).anybody().days().words('x.matter');
  if (filter.body !== undefined) where.contains('x.body', filter.body);
  if (filter.outcome !== undefined) where.equals('x.outcome', filter.outcome);
  return list(archive, 'votes', 'x.matter', DAY_ORDER, where);
}

/** Claims, in order of their reports' date. */
export function listClaims(archive: Archive, filter: Filter): Promise<Placed<Claim>[]> {
  const where = new Conditions(filter).published().words('x.content');
  if (filter.kind !== undefined) where.equals('x.kind', filter.kind);
  if (filter.verdict !== undefined) where.equals('x.verdict', filter.verdict);
  return list(archive, 'claims', 'x.content', PUBLISHED_ORDER, where);
}

/** Disputes, in order of their reports' date. */
export function listDisputes(archive: Archive, filter: Filter): Promise<Placed<Dispute>[]> {
  const where = new Conditions(filter).anybody().published().words('x.about');
  return list(archive, 'disputes', 'x.about', PUBLISHED_ORDER, where);
}

/** The events that disputes are about, by their ids. */
export async function eventsOfDisputes(archive: Archive): Promise<Map<string, Event>> {
  const rows = await archive.connection.runAndReadAll(
    `SELECT e.record FROM events e
     WHERE e.report IN (SELECT report FROM disputes)
       AND e.id IN (SELECT json_extract_string(record, '$.event') FROM disputes)`,
  );
  const events = rows.getRowsJS().map(([record]) => JSON.parse(String(record)) as Event);
  return new Map(events.map((event) => [event.id, event]));
}

/** A report that holds the words searched for. */
export interface Found {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly origin: string;
  readonly text: string;
}

/** Reports whose text holds every word, the words in the title first, then the newest. */
export async function searchReports(
  archive: Archive,
  words: readonly string[],
  limit: number,
): Promise<Found[]> {
  const values: (string | number)[] = words.map(wordPattern);
  if (words.length === 0) return [];
  const all = words.map((_, index) => `regexp_matches(text, $${index + 1})`);
  const inTitle = words.map((_, index) => `regexp_matches(coalesce(title, ''), $${index + 1})::INTEGER`);
  values.push(limit);
  const rows = await archive.connection.runAndReadAll(
    `SELECT id, title, published, origin, text FROM reports WHERE ${all.join(' AND ')}
     ORDER BY ${inTitle.join(' + ')} DESC, published DESC NULLS LAST, id LIMIT $${values.length}`,
    values,
  );
  return rows.getRowObjectsJS() as unknown as Found[];
}

type SavedReport = Omit<Reading['report'], 'text'> & Pick<Reading, 'knowledge'>;

/** A whole reading, as it was saved; undefined when the archive has no such report. */
export async function loadReading(archive: Archive, id: string): Promise<Reading | undefined> {
  const rows = await archive.connection.runAndReadAll('SELECT record, text FROM reports WHERE id = $1', [id]);
  const row = rows.getRowsJS()[0];
  if (row === undefined) return undefined;
  const { id: key, title, knowledge, ...rest } = JSON.parse(String(row[0])) as SavedReport;
  const parts = async <T>(table: string): Promise<T[]> => {
    const found = await archive.connection.runAndReadAll(
      `SELECT record FROM ${table} WHERE report = $1 ORDER BY position`,
      [id],
    );
    return found.getRowsJS().map(([record]) => JSON.parse(String(record)) as T);
  };
  return {
    report: { id: key, title, text: String(row[1]), ...rest },
    ...(knowledge === undefined ? {} : { knowledge }),
    events: await parts<Event>('events'),
    statements: await parts<Statement>('statements'),
    votes: await parts<Vote>('votes'),
    claims: await parts<Claim>('claims'),
    disputes: await parts<Dispute>('disputes'),
    notes: await parts<Note>('notes'),
  };
}

/** The report that a record stands in; undefined where the archive has no such event, statement, vote or claim. */
export async function reportOfRecord(archive: Archive, id: string): Promise<string | undefined> {
  const tables = ['events', 'statements', 'votes', 'claims'];
  const rows = await archive.connection.runAndReadAll(
    tables.map((table) => `SELECT report FROM ${table} WHERE id = $1`).join(' UNION ALL '),
    [id],
  );
  const report = rows.getRowsJS()[0]?.[0];
  return report === undefined ? undefined : String(report);
}

/** How much the archive holds. */
export async function countRecords(archive: Archive): Promise<Record<string, number>> {
  const tables = ['reports', 'events', 'statements', 'votes', 'claims', 'disputes'];
  const rows = await archive.connection.runAndReadAll(
    tables.map((table) => `SELECT '${table}', count(*)::INTEGER FROM ${table}`).join(' UNION ALL '),
  );
  return Object.fromEntries(rows.getRowsJS().map(([table, count]) => [String(table), Number(count)]));
}

/** What has no day stands after all that has. */
export const UNDATED = '~';

/** What is only known to be before a day stands at that day. */
const DAY_ORDER = `coalesce(x.first_day, x.last_day, '${UNDATED}')`;
const PUBLISHED_ORDER = `coalesce(r.published, '${UNDATED}')`;

async function list<T>(
  archive: Archive,
  table: string,
  context: string,
  order: string,
  where: Conditions,
): Promise<Placed<T>[]> {
  where.after(`(${order}, x.report, x.position)`);
  const { sql, values, limit } = where;
  const inOrder = `ORDER BY ${order}, x.report, x.position`;
  // Of a part only its own rows are fetched whole: sorting all of them with their texts takes three times as long.
  const chosen =
    limit === undefined
      ? { before: '', from: table, where: sql }
      : {
          before: `WITH places AS MATERIALIZED (
              SELECT x.rowid AS place FROM ${table} x JOIN reports r ON r.id = x.report ${sql} ${inOrder} LIMIT ${limit}),
            chosen AS MATERIALIZED (SELECT * FROM ${table} WHERE rowid IN (SELECT place FROM places))`,
          from: 'chosen',
          where: '',
        };
  const rows = await archive.connection.runAndReadAll(
    `${chosen.before}
     SELECT x.record, x.report, r.title, r.published, ${context}, ${order}, x.position
     FROM ${chosen.from} x JOIN reports r ON r.id = x.report ${chosen.where} ${inOrder}`,
    values,
  );
  return rows.getRowsJS().map(([record, id, title, published, text, day, position]) => ({
    record: JSON.parse(String(record)) as T,
    report: { id: String(id), title: title as string | null, published: published as string | null },
    context: String(text),
    place: placeOf(String(day), String(id), Number(position)),
  }));
}

/** Collects conditions and their values, so that no value ever stands in the SQL itself. */
class Conditions {
  readonly values: (string | number)[] = [];
  readonly limit: number | undefined;
  readonly #filter: Filter;
  readonly #parts: string[] = [];

  constructor(filter: Filter) {
    this.#filter = filter;
    this.limit = filter.limit;
    if (filter.report !== undefined) this.equals('x.report', filter.report);
  }

  get sql(): string {
    return this.#parts.length === 0 ? '' : `WHERE ${this.#parts.join(' AND ')}`;
  }

  /** Only rows behind the place that the filter names. **Shape** `order` is a row of day, report and position. */
  after(order: string): this {
    const { after } = this.#filter;
    if (after === undefined) return this;
    const parts = partsOf(after, ['string', 'string', 'number']).map((part) => this.#value(part));
    this.#parts.push(`${order} > (${parts.join(', ')})`);
    return this;
  }

  equals(column: string, value: string): this {
    this.#parts.push(`${column} = ${this.#value(value)}`);
    return this;
  }

  atLeast(column: string, value: number): this {
    this.#parts.push(`${column} >= ${this.#value(value)}`);
    return this;
  }

  below(column: string, value: number): this {
    this.#parts.push(`${column} < ${this.#value(value)}`);
    return this;
  }

  oneOf(column: string, values: readonly string[]): this {
    this.#parts.push(`${column} IN (${values.map((value) => this.#value(value)).join(', ')})`);
    return this;
  }

  contains(column: string, text: string): this {
    this.#parts.push(`contains(lower(${column}), ${this.#value(text.toLowerCase())})`);
    return this;
  }

  words(column: string): this {
    this.#parts.push(...this.#holding(column, this.#filter.text ?? ''));
    return this;
  }

  /** Words in the text of a statement, or somebody whom it is aimed at or tells of. */
  about(column: string): this {
    const { about } = this.#filter;
    if (about === undefined) return this;
    const words = this.#holding(column, about);
    this.#parts.push(
      `((${words.join(' AND ')}) OR ${this.#somebody(about, `p.role IN ('toward', 'about')`)})`,
    );
    return this;
  }

  doing(act: string): this {
    this.#parts.push(`x.id IN (SELECT a.record FROM acts a WHERE a.act = ${this.#value(act)})`);
    return this;
  }

  #holding(column: string, text: string): string[] {
    const words = text.split(/\s+/).filter(Boolean);
    return words.map((word) => `regexp_matches(${column}, ${this.#value(wordPattern(word))})`);
  }

  /** The record's days touch the filter's. */
  days(): this {
    const { from, to } = this.#filter;
    if (from !== undefined) this.#parts.push(`coalesce(x.last_day, x.first_day) >= ${this.#value(from)}`);
    if (to !== undefined) this.#parts.push(`coalesce(x.first_day, x.last_day) <= ${this.#value(to)}`);
    return this;
  }

  /** What has no days of its own has its report's. */
  published(): this {
    const { from, to } = this.#filter;
    if (from !== undefined) this.#parts.push(`r.published >= ${this.#value(from)}`);
    if (to !== undefined) this.#parts.push(`r.published <= ${this.#value(to)}`);
    return this;
  }

  participant(role: 'actor' | 'recipient' | 'speaker' | 'addressee'): this {
    const who = this.#filter[role];
    if (who !== undefined) this.#parts.push(this.#somebody(who, `p.role = '${role}'`));
    return this;
  }

  anybody(): this {
    if (this.#filter.actor !== undefined) this.#parts.push(this.#somebody(this.#filter.actor, 'TRUE'));
    return this;
  }

  #somebody(who: string, role: string): string {
    const name = () =>
      `contains(lower(concat_ws(' / ', p.name, p.person, p.mention)), ${this.#value(who.toLowerCase())})`;
    const code = () => `p.country = ${this.#value(who.toUpperCase())}`;
    // Three capitals are a code and no part of a name; three small letters may be either.
    const isCode = /^[A-Z]{3}$/.test(who);
    const match = isCode ? code() : /^[a-z]{3}$/i.test(who) ? `(${code()} OR ${name()})` : name();
    return `x.id IN (SELECT p.record FROM participants p WHERE ${role} AND ${match})`;
  }

  #value(value: string | number): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A word at its beginning, letter case aside; what is no letter or digit is taken as it stands. */
function wordPattern(word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // DuckDB's own \b knows the letters of ASCII only.
  return /^[\p{L}\p{N}]/u.test(word) ? `(?i)(?:^|[^\\p{L}\\p{N}])${literal}` : `(?i)${literal}`;
}
