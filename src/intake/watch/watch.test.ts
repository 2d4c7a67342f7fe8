import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openParser, type Parser } from '../parsing/parser.js';
import { type Fetcher, openFetcher } from '../web/fetcher.js';
import { type FeedState, newFeed } from './feed-state.js';
import { type Polled, pollFeed } from './poll-feed.js';
import { pollFeeds } from './poll-feeds.js';
import { retryAfter } from './retry-after.js';

const NOW = Date.UTC(2017, 3, 12);
const MINUTE = 60_000;

let server: Server;
let base: string;
let parser: Parser;
let fetcher: Fetcher;
let answer: (response: ServerResponse) => void;
let asked: { url: string; etag: string | undefined }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url!, etag: request.headers['if-none-match'] });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  parser = openParser();
});
beforeEach(() => {
  fetcher = openFetcher({ allowPrivate: true });
  asked = [];
});
afterEach(() => fetcher.close());
afterAll(async () => {
  await parser.close();
  server.close();
});

const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>D</title>${items.join('')}</channel></rss>`;
const item = (link: string, title = 'A') => `<item><title>${title}</title><link>${link}</link></item>`;

const options = () => ({ fetcher, parser, now: () => NOW, everyMs: 15 * MINUTE });

function poll(state: FeedState = newFeed(`${base}/feed`)): Promise<Polled> {
  return pollFeed(state, options());
}

/** Polls once with this answer. */
function given(status: number, headers: Record<string, string> = {}, body = ''): void {
  answer = (response) => response.writeHead(status, headers).end(body);
}

describe('polling a feed', () => {
  it('gives its entries, and remembers what the server called them', async () => {
    given(
      200,
      { etag: '"1"', 'last-modified': 'Wed, 12 Apr 2017 00:00:00 GMT' },
      feed(item('/1'), item('/2')),
    );
    const { state, entries } = await poll();
    expect(entries.map(({ found }) => found.url)).toEqual([`${base}/1`, `${base}/2`]);
    expect(state).toMatchObject({
      etag: '"1"',
      modified: 'Wed, 12 Apr 2017 00:00:00 GMT',
      failures: 0,
      notBefore: null,
    });
  });

  it('asks only for what is newer', async () => {
    given(304);
    const { entries, failure } = await poll({ ...newFeed(`${base}/feed`), etag: '"1"' });
    expect(asked).toEqual([{ url: '/feed', etag: '"1"' }]);
    expect({ entries, failure }).toEqual({ entries: [], failure: null });
  });

  it('sees that nothing changed where the server does not say', async () => {
    given(200, {}, feed(item('/1')));
    const first = await poll();
    const second = await poll(first.state);
    expect([first.entries.length, second.entries.length]).toEqual([1, 0]);
  });

  it('knows an entry by its link, wherever it stands and whoever counts clicks', async () => {
    given(
      200,
      {},
      feed(item('/1?utm_source=rss&amp;id=7#top', 'Old'), item('/1?id=7', 'New'), item('/1?id=8')),
    );
    const { entries } = await poll();
    expect(entries.map(({ found }) => found.title)).toEqual(['New', 'A']);
  });

  it('asks one that fails less and less often, for a day at most', async () => {
    given(500);
    let state = newFeed(`${base}/feed`);
    const waits: number[] = [];
    for (let count = 0; count < 8; count++) {
      const polled = await poll(state);
      expect(polled.failure?.code).toBe('input.unreachable');
      state = polled.state;
      waits.push((state.notBefore! - NOW) / MINUTE);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440]);
  });

  it('waits as long as a busy server wishes', async () => {
    given(429, { 'retry-after': '7200' });
    expect((await poll()).state.notBefore).toBe(NOW + 120 * MINUTE);
    given(200, { 'retry-after': '600' }, feed(item('/1')));
    expect((await poll()).state).toMatchObject({ notBefore: NOW + 10 * MINUTE, failures: 0 });
  });

  it('remembers that a feed is gone', async () => {
    given(410);
    expect((await poll()).state.isGone).toBe(true);
  });

  it('forgets its failures once it answers', async () => {
    given(200, {}, feed(item('/1')));
    expect((await poll({ ...newFeed(`${base}/feed`), failures: 3, notBefore: NOW - 1 })).state).toMatchObject(
      { failures: 0, notBefore: null },
    );
  });

  it('names what is no feed', async () => {
    given(200, { 'content-type': 'text/html' }, '<html><p>Hi</p></html>');
    expect((await poll()).failure?.message).toMatch(/is no feed/);
    given(200, {}, '<rss');
    expect((await poll()).failure?.message).toMatch(/no feed that can be read/);
  });
});

describe('a round', () => {
  it('leaves out feeds that are gone or want to be left alone', async () => {
    given(304);
    const feeds = [
      newFeed(`${base}/a`),
      { ...newFeed(`${base}/b`), notBefore: NOW + 1 },
      { ...newFeed(`${base}/c`), isGone: true },
      { ...newFeed(`${base}/d`), notBefore: NOW },
    ];
    const polled: string[] = [];
    for await (const { state } of pollFeeds(feeds, { ...options(), gapMs: 0 })) polled.push(state.url);
    expect(polled).toEqual([`${base}/a`, `${base}/d`]);
  });

  it('asks a server for one feed after another, with a pause between', async () => {
    let open = 0;
    let most = 0;
    answer = (response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open--;
        response.writeHead(304).end();
      });
    };
    const feeds = ['a', 'b', 'c'].map((name) => newFeed(`${base}/${name}`));
    const pauses: number[] = [];
    const pause = async (ms: number) => void pauses.push(ms);
    for await (const { failure } of pollFeeds(feeds, { ...options(), gapMs: 2_000, pause }))
      expect(failure).toBeNull();
    expect({ most, pauses }).toEqual({ most: 1, pauses: [2_000, 2_000] });
  });
});

describe('Retry-After', () => {
  const check = (value: string | undefined, expected: number | null) =>
    it(`${value} is ${expected}`, () =>
      expect(retryAfter(value, NOW)).toBe(expected === null ? null : NOW + expected));
  check(undefined, null);
  check('120', 120_000);
  check('Wed, 12 Apr 2017 01:00:00 GMT', 60 * MINUTE);
  check('Tue, 11 Apr 2017 01:00:00 GMT', null);
  check('soon', null);
  check('99999999999', 7 * 24 * 60 * MINUTE);
});
