import { Worker } from 'node:worker_threads';
import { errorOf } from './fault.js';
import type { Told } from './serve.js';

/** A thread for work that might never end or eat all memory. */
export interface Fenced<In, Out> {
  /** Does a task, one at a time. **Errors** what the task threw, or that it outstayed its time or its memory. */
  readonly run: (input: In) => Promise<Out>;
  readonly close: () => Promise<void>;
}

export interface FenceOptions {
  /** Path of a module that calls `serve`. */
  readonly path: string;
  /** The longest that a task may take. */
  readonly limitMs: number;
  /** The most memory that a task may use for its objects. */
  readonly memoryMb: number;
}

interface Task<In, Out> {
  readonly input: In;
  readonly resolve: (value: Out) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A fence around work on what strangers wrote: a task that goes beyond its bounds loses its thread, and the next gets
 * another. What is posted is copied, so it must be plain data. The thread starts with the first task, and does not
 * keep the program alive while it has none.
 */
export function openFenced<In, Out>({ path, limitMs, memoryMb }: FenceOptions): Fenced<In, Out> {
  const waiting: Task<In, Out>[] = [];
  let worker: Worker | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const start = () => {
    const thread = new Worker(path, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    worker = thread;
    isReady = false;
    thread.on('message', (told: Told<Out>) => {
      if (thread === worker) listen(told);
    });
    thread.on('error', (error: Error) => lose(thread, error));
    thread.on('exit', () => lose(thread, new Error('The thread ended.')));
  };

  const listen = (told: Told<Out>) => {
    if (told.kind === 'ready') isReady = true;
    else if (told.kind === 'unfit') return lose(worker!, errorOf(told.fault));
    else if (told.kind === 'done') finish((task) => task.resolve(told.value));
    else finish((task) => task.reject(errorOf(told.fault)));
    handOut();
  };

  const finish = (settle: (task: Task<In, Out>) => void) => {
    clearTimeout(timer);
    timer = undefined;
    const task = waiting.shift();
    if (task !== undefined) settle(task);
  };

  const lose = (thread: Worker, error: Error) => {
    if (thread !== worker) return;
    worker = undefined;
    void thread.terminate();
    finish((task) => task.reject(error));
    handOut();
  };

  const handOut = () => {
    const [task] = waiting;
    if (task === undefined) return worker?.unref();
    if (worker === undefined) start();
    worker!.ref();
    if (!isReady || timer !== undefined) return;
    const thread = worker!;
    timer = setTimeout(() => lose(thread, new Error(`It took longer than ${limitMs / 1000} s.`)), limitMs);
    thread.postMessage(task.input);
  };

  return {
    run: (input) =>
      new Promise<Out>((resolve, reject) => {
        if (isClosed) return reject(new Error('The thread has been ended.'));
        waiting.push({ input, resolve, reject });
        if (waiting.length === 1) handOut();
      }),
    close: async () => {
      isClosed = true;
      const thread = worker;
      worker = undefined;
      clearTimeout(timer);
      for (const task of waiting.splice(0)) task.reject(new Error('The thread has been ended.'));
      await thread?.terminate();
    },
  };
}
