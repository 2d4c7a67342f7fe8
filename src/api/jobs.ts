import { randomUUID } from 'node:crypto';
import type { Saving } from '../archive/index.js';
import type { Readers } from '../desk/reading.js';
import { RapporteurError } from '../errors.js';
import type { IntakeItem } from '../intake/index.js';
import { inOrder } from '../threads/in-order.js';
import type { Keeping } from './keeping.js';

/** Many reports that are read and saved one after the other, and how far that is. */
export interface Job {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Reports read, and inputs that could not be. */
  readonly read: number;
  readonly failed: number;
  /** Of those that were saved. */
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** The first of those that could not be read, and why. */
  readonly failures: readonly { readonly origin: string; readonly code: string; readonly message: string }[];
  /** The report that was saved last. */
  readonly latest: { readonly id: string; readonly title: string | null } | null;
  /** Why it ended before its time. */
  readonly because: string | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface Jobs {
  /** Starts a job. **Errors** `server.full`. */
  start(items: AsyncIterable<IntakeItem>): Job;
  find(id: string): Job | undefined;
  /** The latest first. */
  list(): readonly Job[];
  /** How a job stands, now and at each change, to its end. Changes between two looks are told as one. */
  watch(id: string, signal: AbortSignal): AsyncGenerator<Job>;
  /** Jobs stop after what they save just now. */
  close(): Promise<void>;
}

const MOST_RUNNING = 8;
const MOST_KEPT = 100;
const MOST_FAILURES = 100;
/** Few enough that progress is seen, enough to make transactions cheap. */
const BATCH = 16;

/** A job while it is at work. */
interface Running {
  job: Job;
  readonly watchers: Set<() => void>;
}

export function openJobs(readers: Readers, keeping: Keeping): Jobs {
  const all = new Map<string, Running>();
  const ends = new Set<Promise<void>>();
  let isClosing = false;

  const update = (running: Running, news: Partial<Job>) => {
    running.job = { ...running.job, ...news };
    for (const wake of running.watchers) wake();
  };

  const work = async (running: Running, items: AsyncIterable<IntakeItem>) => {
    const outcomes = inOrder(items, readers.ahead, (item) => readOne(item, readers));
    let batch: Saving[] = [];
    const flush = async () => {
      if (batch.length === 0) return;
      const saved = await keeping.save(batch);
      const { id, title } = batch.at(-1)!.reading.report;
      const { job } = running;
      update(running, {
        added: job.added + saved.added,
        replaced: job.replaced + saved.replaced,
        unchanged: job.unchanged + saved.unchanged,
        latest: { id, title },
      });
      batch = [];
    };
    for await (const outcome of outcomes) {
      if (isClosing)
        throw new RapporteurError('server.full', 'The server was ended. What was saved is kept.');
      const { job } = running;
      if ('reading' in outcome) {
        batch.push(outcome);
        update(running, { read: job.read + 1 });
        if (batch.length >= BATCH) await flush();
      } else
        update(running, {
          failed: job.failed + 1,
          failures: job.failures.length < MOST_FAILURES ? [...job.failures, outcome] : job.failures,
        });
    }
    await flush();
  };

  const start = (items: AsyncIterable<IntakeItem>): Job => {
    if ([...all.values()].filter(({ job }) => job.state === 'running').length >= MOST_RUNNING)
      throw new RapporteurError(
        'server.full',
        `${MOST_RUNNING} jobs are running. Send this one again when one of them has ended.`,
      );
    const running: Running = { job: fresh(), watchers: new Set() };
    all.set(running.job.id, running);
    forgetOld(all);
    const end = work(running, items).then(
      () => update(running, { state: 'done', endedAt: new Date().toISOString() }),
      (error) =>
        update(running, {
          state: 'failed',
          because: error instanceof RapporteurError ? error.message : 'Internal fault. Please report it.',
          endedAt: new Date().toISOString(),
        }),
    );
    ends.add(end);
    end.finally(() => ends.delete(end));
    return running.job;
  };

  return {
    start,
    find: (id) => all.get(id)?.job,
    list: () => [...all.values()].map(({ job }) => job).reverse(),
    watch: async function* (id, signal) {
      const running = all.get(id);
      if (running === undefined) return;
      let seen: Job | undefined;
      while (!signal.aborted) {
        if (running.job === seen) await change(running, signal);
        else {
          seen = running.job;
          yield seen;
          if (seen.state !== 'running') return;
        }
      }
    },
    close: async () => {
      isClosing = true;
      await Promise.all(ends);
    },
  };
}

function fresh(): Job {
  return {
    id: randomUUID(),
    state: 'running',
    read: 0,
    failed: 0,
    added: 0,
    replaced: 0,
    unchanged: 0,
    failures: [],
    latest: null,
    because: null,
    startedAt: new Date().toISOString(),
    endedAt: null,
  };
}

function forgetOld(all: Map<string, Running>): void {
  for (const [id, { job }] of all) {
    if (all.size <= MOST_KEPT) return;
    if (job.state !== 'running') all.delete(id);
  }
}

type Outcome = Saving | Job['failures'][number];

/** A fault in one report must not lose the others. */
async function readOne(item: IntakeItem, readers: Readers): Promise<Outcome> {
  const { origin } = item;
  if ('failure' in item) return { origin, code: item.failure.code, message: item.failure.message };
  try {
    return { reading: await readers.read(item.report), origin };
  } catch (error) {
    if (error instanceof RapporteurError) return { origin, code: error.code, message: error.message };
    console.error(`${origin}: internal fault while reading, please report it:`, error);
    return { origin, code: 'server.fault', message: 'Internal fault while reading. Please report it.' };
  }
}

function change({ watchers }: Running, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      watchers.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    watchers.add(wake);
    signal.addEventListener('abort', wake);
  });
}
