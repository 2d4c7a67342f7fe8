import { createReadStream } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { collect } from '../chunks.js';
import { decode } from '../decode.js';
import { type IntakeItem, MAX_REPORT_BYTES } from '../index.js';
import { attempt } from '../items.js';
import { fromFound } from '../make-report.js';
import { openParser } from '../parsing/parser.js';
import { recognise } from '../recognise.js';
import { fromSystem } from '../system-error.js';
import { openFetcher } from '../web/fetcher.js';
import { badStatus, isAddress } from '../web/read-address.js';
import type { FeedState } from './feed-state.js';
import type { FeedEntry, Polled } from './poll-feed.js';
import { pollFeeds } from './poll-feeds.js';

/** Feeds to be polled for what is new. */
export interface Feeds {
  /** The addresses of the feeds that are named, or listed in OPML files. **Errors** `usage`, `input.*`. */
  readonly resolve: (inputs: readonly string[]) => Promise<string[]>;
  /** Asks those that may be asked now. */
  readonly poll: (feeds: readonly FeedState[]) => AsyncGenerator<Polled>;
  /** Entries as reports. */
  readonly read: (entries: readonly FeedEntry[]) => AsyncGenerator<IntakeItem>;
  /** Ends; what is under way fails. */
  readonly close: () => Promise<void>;
}

export interface FeedsOptions {
  readonly allowPrivate: boolean;
  /** How often a feed is asked that answers well. */
  readonly everyMs: number;
  /** How long a server is left alone between two questions. */
  readonly gapMs?: number;
}

/** **Units** milliseconds. */
const GAP = 2_000;

/** **Units** bytes: many thousand feeds. */
const LARGEST_LIST = 8 * 1024 * 1024;

export function openFeeds({ allowPrivate, everyMs, gapMs = GAP }: FeedsOptions): Feeds {
  const fetcher = openFetcher({ allowPrivate });
  const parser = openParser();
  const defaults = { published: null, publisher: null, maxBytes: MAX_REPORT_BYTES };

  const listIn = async (input: string): Promise<string[]> => {
    const bytes = await collect(await open(input), LARGEST_LIST);
    if (bytes === null)
      throw new RapporteurError('input.too-large', `${input} is longer than any list of feeds.`);
    const { text } = decode(bytes, recognise(bytes, input));
    const { feeds } = await parser.parse({ kind: 'opml', text }, input);
    if (feeds.length === 0) throw new RapporteurError('input.empty', `${input} lists no feed.`);
    return feeds.map(({ url }) => url);
  };

  const open = async (input: string): Promise<AsyncIterable<Uint8Array>> => {
    if (!isAddress(input)) return fromFile(input);
    const { status, chunks } = await fetcher.fetch(input);
    if (status !== 200) throw badStatus(input, status);
    return chunks;
  };

  return {
    resolve: async (inputs) => {
      const urls: string[] = [];
      for (const input of inputs) {
        const isFeed = isAddress(input) && !/\.opml(?:[?#]|$)/i.test(input);
        urls.push(...(isFeed ? [input] : await listIn(input)));
      }
      return [...new Set(urls)];
    },
    poll: (feeds) => pollFeeds(feeds, { fetcher, parser, now: Date.now, everyMs, gapMs }),
    read: async function* (entries) {
      for (const { found } of entries) {
        const origin = found.url ?? found.title ?? 'an entry without link and title';
        yield attempt(origin, [], () => fromFound(found, origin, defaults));
      }
    },
    close: async () => {
      await parser.close();
      await fetcher.close();
    },
  };
}

async function* fromFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    throw fromSystem(path, error);
  }
}
