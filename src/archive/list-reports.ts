import type { Archive } from './open.js';
import { partsOf, placeOf } from './place.js';

/** What a listing of reports may be narrowed by. */
export interface ReportFilter {
  /** Days of publication, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Part of the publisher's name. */
  readonly publisher?: string;
  readonly limit?: number;
  /** Only what stands after this place of the listing. */
  readonly after?: string;
}

/** A report without its text, and how much was found in it. */
export interface ListedReport {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly origin: string;
  readonly events: number;
  readonly statements: number;
  readonly votes: number;
  readonly claims: number;
  /** Where it stands in the listing: what `ReportFilter.after` takes. */
  readonly place: string;
}

const ORDER = `coalesce(r.published, '')`;
const COUNTED = ['events', 'statements', 'votes', 'claims'];

/** Reports, the newest first, undated ones last. */
export async function listReports(
  archive: Archive,
  { from, to, publisher, limit, after }: ReportFilter,
): Promise<ListedReport[]> {
  const values: (string | number)[] = [];
  const value = (one: string | number) => `$${values.push(one)}`;
  const parts: string[] = [];
  if (from !== undefined) parts.push(`r.published >= ${value(from)}`);
  if (to !== undefined) parts.push(`r.published <= ${value(to)}`);
  if (publisher !== undefined) parts.push(`contains(lower(r.publisher), ${value(publisher.toLowerCase())})`);
  if (after !== undefined)
    parts.push(`(${ORDER}, r.id) < (${partsOf(after, ['string', 'string']).map(value).join(', ')})`);
  const counts = COUNTED.map(
    (table) => `(SELECT count(*)::INTEGER FROM ${table} x WHERE x.report = r.id) AS ${table}`,
  );
  const rows = await archive.connection.runAndReadAll(
    `WITH chosen AS (
       SELECT r.id, r.title, r.published, r.publisher, r.origin, r.record->>'url' AS url FROM reports r
       ${parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`}
       ORDER BY ${ORDER} DESC, r.id DESC ${limit === undefined ? '' : `LIMIT ${value(limit)}`})
     SELECT r.*, ${counts.join(', ')} FROM chosen r ORDER BY ${ORDER} DESC, r.id DESC`,
    values,
  );
  return (rows.getRowObjectsJS() as unknown as Omit<ListedReport, 'place'>[]).map((one) => ({
    ...one,
    place: placeOf(one.published ?? '', one.id),
  }));
}
