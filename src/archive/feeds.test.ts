import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFeed } from '../intake/watch/feed-state.js';
import { knownEntries, loadFeeds, saveFeeds } from './feeds.js';
import { type Archive, IN_MEMORY, openArchive } from './index.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2017, 3, 12, 9, 30);

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive(IN_MEMORY);
});
afterEach(() => archive.close());

const save = (entries: readonly string[], now = NOW) => saveFeeds(archive, { feeds: [], entries, now });

describe('feeds', () => {
  const one = {
    ...newFeed('https://a.example/feed'),
    etag: '"1"',
    modified: 'Wed',
    digest: 'd',
    notBefore: NOW + 1_234,
    failures: 2,
    isGone: true,
  };

  it('are remembered as they were saved last', async () => {
    await saveFeeds(archive, {
      feeds: [newFeed(one.url), newFeed('https://b.example/feed')],
      entries: [],
      now: NOW,
    });
    await saveFeeds(archive, { feeds: [one], entries: [], now: NOW });
    const urls = [one.url, 'https://b.example/feed', 'https://c.example/feed'];
    expect([...(await loadFeeds(archive, urls)).values()].sort((a, b) => (a.url < b.url ? -1 : 1))).toEqual([
      one,
      newFeed('https://b.example/feed'),
    ]);
  });
});

describe('entries', () => {
  it('are known once they are saved', async () => {
    await save(['a', 'b']);
    await save(['b', 'c', 'c']);
    expect([...(await knownEntries(archive, ['a', 'b', 'c', 'd']))].sort()).toEqual(['a', 'b', 'c']);
    const rows = await archive.connection.runAndReadAll('SELECT count(*)::INTEGER FROM feed_entries');
    expect(rows.getRowsJS()).toEqual([[3]]);
  });

  it('are forgotten once no feed has shown them for long', async () => {
    await save(['a', 'b']);
    await save(['b'], NOW + 60 * DAY);
    await save(['c'], NOW + 91 * DAY);
    expect([...(await knownEntries(archive, ['a', 'b', 'c']))].sort()).toEqual(['b', 'c']);
  });

  it('may be very many', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => `e${at}`);
    await save(many);
    await save(many, NOW + 40 * DAY);
    expect((await knownEntries(archive, many)).size).toBe(1_200);
  });
});
