import { setTimeout as pause } from 'node:timers/promises';
import { knownEntries, loadFeeds, saveFeeds } from '../../archive/feeds.js';
import { openArchive } from '../../archive/index.js';
import { RapporteurError } from '../../errors.js';
import { type FeedState, newFeed } from '../../intake/watch/feed-state.js';
import { type Feeds, openFeeds } from '../../intake/watch/feeds.js';
import type { Polled } from '../../intake/watch/poll-feed.js';
import { openReaders } from '../../pipeline.js';
import { EXIT } from '../exit.js';
import { knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';
import { Progress } from '../progress.js';
import { describeTotals, type Readers, readItems } from '../read-items.js';

interface WatchOptions extends ArchiveOptions, KnowledgeOptions {
  readonly every: number;
  readonly once?: boolean;
  readonly allowPrivate?: boolean;
  readonly threads: number;
  readonly minConfidence: number;
}

/** Everything that rounds share. */
interface Watch {
  readonly feeds: Feeds;
  readonly readers: Readers;
  /** Digest of the user's own knowledge. */
  readonly knowledge: string | undefined;
  readonly options: WatchOptions;
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

/** **Units** entries: what is read and saved at a time, so that memory stays flat however many feeds there are. */
const AT_ONCE = 256;

/** Polls feeds for what is new, reads and saves it; until it is stopped, or once. */
export async function watch(inputs: readonly string[], options: WatchOptions): Promise<void> {
  const stop = stopSignal();
  const feeds = openFeeds({ allowPrivate: options.allowPrivate === true, everyMs: options.every });
  stop.addEventListener('abort', () => void feeds.close());
  try {
    const urls = await feeds.resolve(inputs);
    const knowledge = knowledgeOf(options);
    const readers = await openReaders(options.threads, { knowledge });
    try {
      await rounds(urls, {
        feeds,
        readers,
        knowledge: knowledge?.digest,
        options,
        progress: new Progress(process.stderr),
        stop,
      });
    } finally {
      await readers.close();
    }
  } finally {
    await feeds.close();
  }
}

async function rounds(urls: readonly string[], watching: Watch): Promise<void> {
  const { options, progress, stop } = watching;
  const states = await remembered(urls, options.archive);
  for (const { url, isGone } of states.values())
    if (isGone) progress.say(`${url} is gone for good, as its server has said. Take it off your list.`);
  while (!stop.aborted) {
    const started = Date.now();
    if (options.once === true) tellWaiting(states, progress);
    await round(states, watching);
    if (options.once === true) return;
    progress.show(
      `${states.size} feeds; next round ${new Date(started + options.every).toTimeString().slice(0, 5)}`,
    );
    await pause(Math.max(0, started + options.every - Date.now()), undefined, { signal: stop }).catch(
      () => undefined,
    );
  }
  progress.clear();
}

/** The archive is held only while something is looked up or saved in it, so that others get at it between rounds. */
async function remembered(
  urls: readonly string[],
  path: string | undefined,
): Promise<Map<string, FeedState>> {
  const archive = await openArchive(path);
  try {
    const known = await loadFeeds(archive, urls);
    return new Map(urls.map((url) => [url, known.get(url) ?? newFeed(url)]));
  } finally {
    archive.close();
  }
}

async function round(states: Map<string, FeedState>, watching: Watch): Promise<void> {
  const { feeds, progress, stop } = watching;
  let polled: Polled[] = [];
  const keep = async () => {
    await save(polled, states, watching);
    polled = [];
  };
  for await (const one of feeds.poll([...states.values()])) {
    // What was asked while we are being stopped is asked again next time.
    if (stop.aborted) return;
    if (one.failure !== null) {
      progress.say(one.failure.message);
      process.exitCode ??= EXIT.incomplete;
    }
    if (one.movedTo !== null)
      progress.say(`${one.state.url} has moved for good to ${one.movedTo}. Change your list.`);
    polled.push(one);
    if (polled.reduce((sum, { entries }) => sum + entries.length, 0) >= AT_ONCE) await keep();
  }
  await keep();
}

/** Reads what is new of what was polled, and remembers it once it is saved. */
async function save(
  polled: readonly Polled[],
  states: Map<string, FeedState>,
  watching: Watch,
): Promise<void> {
  const changed = polled.filter(({ state }) => !isSame(state, states.get(state.url)!));
  if (changed.length === 0) return;
  const { feeds, readers, knowledge, options, progress } = watching;
  try {
    const archive = await openArchive(options.archive);
    try {
      const entries = changed.flatMap((one) => one.entries);
      const known = await knownEntries(
        archive,
        entries.map(({ id }) => id),
      );
      const fresh = new Map(entries.filter(({ id }) => !known.has(id)).map((entry) => [entry.id, entry]));
      if (fresh.size > 0) {
        const totals = await readItems(
          feeds.read([...fresh.values()]),
          { readers, knowledge },
          archive,
          options,
        );
        if (options.format !== 'json' || process.stderr.isTTY) progress.say(describeTotals(totals, archive));
      }
      await saveFeeds(archive, {
        feeds: changed.map(({ state }) => state),
        entries: entries.map(({ id }) => id),
        now: Date.now(),
      });
      for (const { state } of changed) states.set(state.url, state);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.code !== 'archive.busy' || options.once === true)
      throw error;
    progress.say(`${error.message} What is new is asked for again next round.`);
  }
}

function isSame(one: FeedState, other: FeedState): boolean {
  return (Object.keys(one) as (keyof FeedState)[]).every((key) => one[key] === other[key]);
}

/** Who asks once only would wait in vain for what is left alone. */
function tellWaiting(states: ReadonlyMap<string, FeedState>, progress: Progress): void {
  const now = Date.now();
  for (const { url, notBefore, failures, isGone } of states.values()) {
    if (isGone || notBefore === null || notBefore <= now) continue;
    const why =
      failures === 0
        ? 'its server wishes it'
        : `it failed ${failures === 1 ? 'last time' : `${failures} times in a row`}`;
    progress.say(`${url} is left alone until ${new Date(notBefore).toISOString().slice(0, 16)}Z: ${why}.`);
  }
}

/** The first wish to stop ends the round in good order; the second ends the program. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
