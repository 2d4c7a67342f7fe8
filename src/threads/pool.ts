import { Worker } from 'node:worker_threads';
import { errorOf } from './fault.js';
import type { Told } from './serve.js';

/** Threads that do tasks of one kind. */
export interface Pool<In, Out> {
  /** So many tasks, under way or waiting, keep every thread at work. */
  readonly ahead: number;
  /**
   * Does a task in the next free thread. **Errors** what the task threw, or why its thread ended; other tasks go on.
   */
  readonly run: (input: In) => Promise<Out>;
  /** Ends the threads; what is under way is given up. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions<In, Out, Data = undefined> {
  /** How many threads; a single one is this one, so that nothing is copied or loaded twice. */
  readonly threads: number;
  /** Even a single thread is one of its own, so that this one stays free. */
  readonly isApart?: boolean;
  /** Path of a module that calls `serve` with the same `load`. */
  readonly path: string;
  readonly load: (data: Data) => (input: In) => Out;
  /** What every thread loads with: plain data. */
  readonly data?: Data;
  /** **Units** milliseconds that a task may take before its thread is ended; of threads apart only. */
  readonly withinMs?: number;
}

/** A thread holds the task that it does and the next, so that it need not wait for us between them. */
const IN_HAND = 2;

/**
 * Tasks taken ahead, a thread. Answers are handed on in order, so while one thread is at a long report, the others need
 * this many short ones to be done meanwhile: with four, each thread stood idle for a twentieth of the time.
 */
const AHEAD = 8;

interface Task<In, Out> {
  readonly input: In;
  readonly resolve: (value: Out) => void;
  readonly reject: (error: Error) => void;
}

interface Thread<In, Out> {
  readonly worker: Worker;
  readonly hand: Task<In, Out>[];
  isReady: boolean;
  /** Ends the thread where its task takes too long. */
  timer?: NodeJS.Timeout;
}

/** A task that took longer than its pool allows. */
export class TookTooLong extends Error {}

/**
 * Opens a pool, ready for work. What is posted to and from its threads is copied, so it must be plain data.
 *
 * **Shape** a thread that ends while it does a task takes only that task with it, and another takes its place.
 * **Errors** what `load` throws.
 */
export async function openPool<In, Out, Data = undefined>(
  options: PoolOptions<In, Out, Data>,
): Promise<Pool<In, Out>> {
  const { threads, path, load, data, isApart = false, withinMs } = options;
  if (threads > 1 || isApart) return openThreads({ path, threads, data, withinMs });
  const work = load(data as Data);
  return { ahead: 1, run: async (input) => work(input), close: async () => undefined };
}

interface ThreadsOptions {
  readonly path: string;
  readonly threads: number;
  readonly data: unknown;
  readonly withinMs: number | undefined;
}

async function openThreads<In, Out>(options: ThreadsOptions): Promise<Pool<In, Out>> {
  const { path, threads, data, withinMs } = options;
  const waiting: Task<In, Out>[] = [];
  const all = new Set<Thread<In, Out>>();
  let ended: Error | undefined;
  let announce: { readonly ready: () => void; readonly unfit: (error: Error) => void };
  const ready = new Promise<void>((resolve, reject) => {
    announce = { ready: resolve, unfit: reject };
  });

  const start = () => {
    const thread: Thread<In, Out> = {
      worker: new Worker(path, { workerData: data }),
      hand: [],
      isReady: false,
    };
    all.add(thread);
    thread.worker.on('message', (told: Told<Out>) => listen(thread, told));
    thread.worker.on('error', (error: Error) => bury(thread, error));
    thread.worker.on('exit', (code) => bury(thread, new Error(`A thread ended with exit code ${code}.`)));
  };

  const listen = (thread: Thread<In, Out>, told: Told<Out>) => {
    if (told.kind === 'ready') {
      thread.isReady = true;
      announce.ready();
    } else if (told.kind === 'unfit') end(errorOf(told.fault));
    else if (told.kind === 'done') thread.hand.shift()?.resolve(told.value);
    else thread.hand.shift()?.reject(errorOf(told.fault));
    clock(thread);
    handOut();
  };

  /** Times the task that a thread is at: the first in its hand. */
  const clock = (thread: Thread<In, Out>) => {
    clearTimeout(thread.timer);
    if (withinMs === undefined || thread.hand.length === 0) return;
    thread.timer = setTimeout(() => {
      bury(thread, new TookTooLong(`The task took longer than ${withinMs / 1000} s.`));
      thread.worker.terminate();
    }, withinMs);
  };

  const bury = (thread: Thread<In, Out>, error: Error) => {
    clearTimeout(thread.timer);
    if (!all.delete(thread) || ended !== undefined) return;
    if (!thread.isReady) return end(error);
    thread.hand.shift()?.reject(error);
    waiting.unshift(...thread.hand.splice(0));
    start();
  };

  const end = (error: Error) => {
    ended ??= error;
    announce.unfit(ended);
    for (const { hand, timer } of all) {
      clearTimeout(timer);
      for (const task of hand.splice(0)) task.reject(ended);
    }
    for (const task of waiting.splice(0)) task.reject(ended);
  };

  const handOut = () => {
    for (let held = 0; held < IN_HAND; held++) {
      for (const thread of all) {
        const { worker, hand, isReady } = thread;
        if (!isReady || hand.length !== held) continue;
        const task = waiting.shift();
        if (task === undefined) return;
        hand.push(task);
        worker.postMessage(task.input);
        if (hand.length === 1) clock(thread);
      }
    }
  };

  const close = async () => {
    end(new Error('The threads have been ended.'));
    await Promise.all([...all].map(({ worker }) => worker.terminate()));
  };

  for (let thread = 0; thread < threads; thread++) start();
  try {
    await ready;
  } catch (error) {
    await close();
    throw error;
  }
  const run = (input: In) =>
    new Promise<Out>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      waiting.push({ input, resolve, reject });
      handOut();
    });
  return { ahead: AHEAD * threads, run, close };
}
