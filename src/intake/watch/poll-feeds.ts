import { setTimeout as wait } from 'node:timers/promises';
import { inOrder } from '../../threads/in-order.js';
import type { FeedState } from './feed-state.js';
import { type Polled, type PollOptions, pollFeed } from './poll-feed.js';

export interface RoundOptions extends PollOptions {
  /** How long a server is left alone between two questions. */
  readonly gapMs: number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** So many servers are asked at a time. */
const SERVERS_AT_ONCE = 4;

/**
 * Asks feeds for what is new: several servers at a time, each for one feed after another, with a pause between.
 *
 * **Shape** feeds that may not be asked yet, and those that are gone, are left out.
 */
export async function* pollFeeds(feeds: readonly FeedState[], options: RoundOptions): AsyncGenerator<Polled> {
  const now = options.now();
  const due = feeds.filter(({ notBefore, isGone }) => !isGone && (notBefore === null || notBefore <= now));
  for await (const group of inOrder(byHost(due), SERVERS_AT_ONCE, (one) => pollGroup(one, options)))
    yield* group;
}

function byHost(feeds: readonly FeedState[]): FeedState[][] {
  const groups = new Map<string, FeedState[]>();
  for (const feed of feeds) {
    const host = URL.canParse(feed.url) ? new URL(feed.url).host : feed.url;
    const group = groups.get(host);
    if (group === undefined) groups.set(host, [feed]);
    else group.push(feed);
  }
  return [...groups.values()];
}

async function pollGroup(feeds: readonly FeedState[], options: RoundOptions): Promise<Polled[]> {
  const { gapMs, pause = wait } = options;
  const polled: Polled[] = [];
  for (const [index, feed] of feeds.entries()) {
    if (index > 0 && gapMs > 0) await pause(gapMs);
    polled.push(await pollFeed(feed, options));
  }
  return polled;
}
