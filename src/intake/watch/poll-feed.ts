import { createHash } from 'node:crypto';
import { digestOf } from '../../document/identity.js';
import { RapporteurError } from '../../errors.js';
import { collect } from '../chunks.js';
import { decode } from '../decode.js';
import { declaredCharset, formOf } from '../form.js';
import type { FoundReport } from '../found-report.js';
import { tooLarge } from '../items.js';
import type { Parser } from '../parsing/parser.js';
import { recognise } from '../recognise.js';
import type { Fetched, Fetcher } from '../web/fetcher.js';
import { badStatus } from '../web/read-address.js';
import type { FeedState } from './feed-state.js';
import { retryAfter } from './retry-after.js';

/** An entry of a feed as it is known again: by its link wherever it stands, else by its name within the feed. */
export interface FeedEntry {
  readonly id: string;
  readonly found: FoundReport;
}

/** What came of asking a feed. */
export interface Polled {
  /** To be remembered once the entries are saved. */
  readonly state: FeedState;
  /** Every entry that the feed has now; none where nothing changed. */
  readonly entries: readonly FeedEntry[];
  readonly failure: RapporteurError | null;
  /** Where the feed is from now on. */
  readonly movedTo: string | null;
}

export interface PollOptions {
  readonly fetcher: Fetcher;
  readonly parser: Parser;
  /** **Units** milliseconds since 1970. */
  readonly now: () => number;
  /** How often a feed is asked that answers well; one that fails is asked less and less often. */
  readonly everyMs: number;
}

/** **Units** milliseconds. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

/** **Units** bytes. */
const LARGEST_FEED = 16 * 1024 * 1024;

/** Asks a feed for what is new. None of its faults is thrown: each is told, and the feed is asked later. */
export async function pollFeed(state: FeedState, options: PollOptions): Promise<Polled> {
  let fetched: Fetched | undefined;
  try {
    fetched = await options.fetcher.fetch(state.url, conditions(state));
    const { status, headers, movedTo } = fetched;
    const until = retryAfter(headers.get('retry-after'), options.now());
    const well = { ...state, failures: 0, notBefore: until };
    if (status === 304) return { state: well, entries: [], failure: null, movedTo };
    if (status !== 200) return failedPoll(state, badStatus(state.url, status), options, { until, status });
    const bytes = await collect(fetched.chunks, LARGEST_FEED);
    if (bytes === null) throw tooLarge(state.url, LARGEST_FEED);
    const digest = createHash('sha256').update(bytes).digest('base64url');
    const asked = { etag: headers.get('etag') ?? null, modified: headers.get('last-modified') ?? null };
    const next = { ...well, ...asked, digest };
    if (digest === state.digest) return { state: next, entries: [], failure: null, movedTo };
    const entries = await entriesIn(bytes, fetched, state.url, options.parser);
    return { state: next, entries, failure: null, movedTo };
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    return failedPoll(state, error, options, { until: null, status: null });
  } finally {
    fetched?.dismiss();
  }
}

function conditions({ etag, modified }: FeedState): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(modified === null ? {} : { 'if-modified-since': modified }),
  };
}

function failedPoll(
  state: FeedState,
  failure: RapporteurError,
  { now, everyMs }: PollOptions,
  { until, status }: { readonly until: number | null; readonly status: number | null },
): Polled {
  const failures = state.failures + 1;
  const wait = Math.min(LONGEST_WAIT, everyMs * 2 ** Math.min(failures, 20));
  const notBefore = Math.max(until ?? 0, now() + wait);
  return {
    state: { ...state, failures, notBefore, isGone: status === 410 },
    entries: [],
    failure,
    movedTo: null,
  };
}

async function entriesIn(
  bytes: Buffer,
  { url, mediaType, charset }: Fetched,
  feed: string,
  parser: Parser,
): Promise<FeedEntry[]> {
  const encoding = recognise(bytes, feed);
  const { text } = decode(bytes, encoding, charset ?? declaredCharset(bytes.toString('latin1', 0, 4096)));
  if (formOf({ name: '', mediaType }, text.slice(0, 65_536)) !== 'feed') throw noFeed(feed);
  const { reports } = await parser.parse({ kind: 'feed', text, url }, feed);
  const entries = reports.map((found) => ({ id: entryId(feed, found), found }));
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** The same report in two feeds of a publisher has one link. */
function entryId(feed: string, { key, url, title, text }: FoundReport): string {
  if (url !== null) return digestOf('link', withoutCampaign(url));
  return digestOf('entry', feed, key ?? `${title ?? ''}\n${text}`);
}

/** An address without what only tells where somebody came from. */
function withoutCampaign(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|at_|ns_)\w+$|^(?:cmp|cmpid|rss|ref|fbclid|gclid|ocid|src|traffic_source)$/i.test(name))
      url.searchParams.delete(name);
  return url.href;
}

function noFeed(url: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${url} is no feed (RSS, Atom or JSON Feed). Name the feed's own address; pages are read with: rapporteur read ${url}`,
  );
}
