import type { Archive } from './open.js';
import { partsOf, placeOf } from './place.js';
import { UNDATED } from './query.js';
import { appendRows, deleteRows } from './rows.js';

/** What copies of a report are found by. */
export interface KeptFingerprint {
  readonly report: string;
  /** The day of publication, or the earliest that it can be. */
  readonly day: string | null;
  readonly bytes: Uint8Array;
}

/** What a report repeats, as it is kept. **Units** UTF-16 units of the texts. */
export interface CopiesOfReport {
  readonly report: string;
  readonly copies: readonly {
    readonly original: string;
    readonly share: number;
    readonly kind: 'whole' | 'part';
  }[];
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly original: string;
    readonly originalStart: number;
    readonly originalEnd: number;
    readonly likeness: number;
  }[];
}

/** Every fingerprint in the archive, some at a time. */
export async function* loadFingerprints(archive: Archive): AsyncGenerator<KeptFingerprint[]> {
  const result = await archive.connection.stream(
    `SELECT f.report, r.published, f.sketch FROM fingerprints f JOIN reports r ON r.id = f.report`,
  );
  for await (const rows of result.yieldRowsJs()) {
    yield rows.map(([report, day, bytes]) => ({
      report: String(report),
      day: day === null ? null : String(day),
      bytes: bytes as Uint8Array,
    }));
  }
}

/**
 * Keeps fingerprints of reports, and what some reports repeat in place of what was kept of them. Of `fresh` ones nothing was
 * kept, so that nothing is looked for.
 */
export async function saveCopies(
  archive: Archive,
  fingerprints: readonly { readonly report: string; readonly bytes: Uint8Array }[],
  news: readonly CopiesOfReport[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const { connection } = archive;
  const known = (all: readonly { readonly report: string }[]) =>
    all.flatMap(({ report }) => (fresh.has(report) ? [] : [report]));
  const reports = known(news);
  await deleteRows(connection, 'fingerprints', 'report', known(fingerprints));
  await deleteRows(connection, 'copies', 'report', reports);
  await deleteRows(connection, 'copied_sentences', 'report', reports);
  await appendRows(
    connection,
    'fingerprints',
    fingerprints.map(({ report, bytes }) => [report, bytes]),
  );
  await appendRows(
    connection,
    'copies',
    news.flatMap(({ report, copies }) =>
      copies.map(({ original, share, kind }) => [report, original, share, kind]),
    ),
  );
  await appendRows(
    connection,
    'copied_sentences',
    news.flatMap(({ report, sentences }) =>
      sentences.map((one) => [
        report,
        one.start,
        one.end,
        one.original,
        one.originalStart,
        one.originalEnd,
        one.likeness,
      ]),
    ),
  );
}

/** A report that repeats another, as it is listed. */
export interface ListedCopy {
  readonly report: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly original: string;
  readonly originalTitle: string | null;
  readonly originalPublisher: string | null;
  readonly originalPublished: string | null;
  readonly share: number;
  readonly kind: 'whole' | 'part';
  /** Where it stands in the listing: what `CopyFilter.after` takes. */
  readonly place: string;
}

/** What a listing of copies may be narrowed by. */
export interface CopyFilter {
  /** What this report repeats, and what repeats it. */
  readonly report?: string;
  readonly limit?: number;
  /** Only what stands after this place of the listing. */
  readonly after?: string;
}

const COPY_ORDER = `(coalesce(o.published, '${UNDATED}'), c.original, coalesce(r.published, '${UNDATED}'), c.report)`;

/** Copies in order of their originals, of all reports or of one: what it repeats, and what repeats it. */
export async function listCopies(
  archive: Archive,
  { report, limit, after }: CopyFilter,
): Promise<ListedCopy[]> {
  const values: (string | number)[] = [];
  const value = (one: string | number) => `$${values.push(one)}`;
  const parts: string[] = [];
  if (report !== undefined) parts.push(`(c.report = ${value(report)} OR c.original = ${value(report)})`);
  if (after !== undefined)
    parts.push(
      `${COPY_ORDER} > (${partsOf(after, ['string', 'string', 'string', 'string']).map(value).join(', ')})`,
    );
  const rows = await archive.connection.runAndReadAll(
    `SELECT c.report, r.title, r.publisher, r.published, c.original, o.title AS "originalTitle",
       o.publisher AS "originalPublisher", o.published AS "originalPublished", c.share, c.kind
     FROM copies c JOIN reports r ON r.id = c.report JOIN reports o ON o.id = c.original
     ${parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`}
     ORDER BY ${COPY_ORDER} ${limit === undefined ? '' : `LIMIT ${value(limit)}`}`,
    values,
  );
  return (rows.getRowObjectsJS() as unknown as Omit<ListedCopy, 'place'>[]).map((one) => ({
    ...one,
    place: placeOf(one.originalPublished ?? UNDATED, one.original, one.published ?? UNDATED, one.report),
  }));
}

/** A sentence that stands in an earlier report, with the words of both. */
export interface ListedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly original: string;
  readonly originalStart: number;
  readonly originalEnd: number;
  readonly originalText: string;
  readonly likeness: number;
}

/** The sentences of a report that stand in earlier ones, in their order. */
export async function listCopiedSentences(archive: Archive, report: string): Promise<ListedSentence[]> {
  const rows = await archive.connection.runAndReadAll(
    `SELECT s.first_unit, s.last_unit, r.text, s.original, s.original_first, s.original_last, o.text, s.likeness
     FROM copied_sentences s JOIN reports r ON r.id = s.report JOIN reports o ON o.id = s.original
     WHERE s.report = $1 ORDER BY s.first_unit`,
    [report],
  );
  return rows
    .getRowsJS()
    .map(([start, end, text, original, originalStart, originalEnd, other, likeness]) => ({
      start: Number(start),
      end: Number(end),
      text: String(text).slice(Number(start), Number(end)),
      original: String(original),
      originalStart: Number(originalStart),
      originalEnd: Number(originalEnd),
      originalText: String(other).slice(Number(originalStart), Number(originalEnd)),
      likeness: Number(likeness),
    }));
}
