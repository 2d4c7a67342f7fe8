import type { FeedState } from '../intake/watch/feed-state.js';
import type { Archive } from './open.js';
import { appendRows, dateCell, deleteRows, inParts, placeholders } from './rows.js';
import { inTransaction } from './save.js';

/** **Units** days: what no feed has shown for so long is forgotten. */
const REMEMBERED = 90;

/** **Units** days: how exactly it is known when an entry was shown last. */
const RENEWED = 30;

/** What is known of these feeds; those that were never asked are missing. */
export async function loadFeeds(archive: Archive, urls: readonly string[]): Promise<Map<string, FeedState>> {
  const found = await archive.connection.runAndReadAll(
    `SELECT url, etag, modified, digest, epoch_ms(not_before)::DOUBLE, failures, is_gone FROM feeds`,
  );
  const wanted = new Set(urls);
  const states = found.getRowsJS().map(([url, etag, modified, digest, notBefore, failures, isGone]) => ({
    url: String(url),
    etag: etag as string | null,
    modified: modified as string | null,
    digest: digest as string | null,
    notBefore: notBefore as number | null,
    failures: Number(failures),
    isGone: isGone === true,
  }));
  return new Map(states.filter(({ url }) => wanted.has(url)).map((state) => [state.url, state]));
}

/** Those of some entries that are known already. */
export async function knownEntries(archive: Archive, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of inParts(ids)) {
    const found = await archive.connection.runAndReadAll(
      `SELECT entry FROM feed_entries WHERE entry IN (${placeholders(some)})`,
      some,
    );
    for (const [entry] of found.getRowsJS()) known.add(String(entry));
  }
  return known;
}

/**
 * Remembers feeds as they are now, and entries as known. **Units** `now` in milliseconds since 1970.
 *
 * Entries that feeds show are remembered anew, so that only what has left all feeds is ever forgotten.
 */
export async function saveFeeds(
  archive: Archive,
  {
    feeds,
    entries,
    now,
  }: { readonly feeds: readonly FeedState[]; readonly entries: readonly string[]; readonly now: number },
): Promise<void> {
  const { connection } = archive;
  const today = Math.floor(now / 86_400_000);
  await inTransaction(connection, async () => {
    await deleteRows(
      connection,
      'feeds',
      'url',
      feeds.map(({ url }) => url),
    );
    for (const one of feeds) {
      await connection.run(
        'INSERT INTO feeds VALUES ($1, $2, $3, $4, make_timestamp($5::BIGINT * 1000), $6, $7)',
        [
          one.url,
          one.etag,
          one.modified,
          one.digest,
          one.notBefore === null ? null : Math.round(one.notBefore),
          one.failures,
          one.isGone,
        ],
      );
    }
    const known = await knownEntries(archive, entries);
    const fresh = new Set(entries.filter((entry) => !known.has(entry)));
    await appendRows(
      connection,
      'feed_entries',
      [...fresh].map((entry) => [entry, dateCell(today)]),
    );
    for (const some of inParts([...known]))
      await connection.run(
        `UPDATE feed_entries SET seen_on = current_day FROM (SELECT $1::DATE AS current_day)
         WHERE seen_on < $2::DATE AND entry IN (${some.map((_, at) => `$${at + 3}`).join(', ')})`,
        [dayBefore(now, 0), dayBefore(now, RENEWED), ...some],
      );
    await connection.run('DELETE FROM feed_entries WHERE seen_on < $1::DATE', [dayBefore(now, REMEMBERED)]);
  });
}

function dayBefore(now: number, days: number): string {
  return new Date(now - days * 86_400_000).toISOString().slice(0, 10);
}
