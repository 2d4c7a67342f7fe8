import { parentPort, workerData } from 'node:worker_threads';
import { type Fault, faultOf } from './fault.js';

/** What a worker tells its pool: that it is ready, that it never will be, or what came of the task in its hand. */
export type Told<Out> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unfit'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly value: Out }
  | { readonly kind: 'failed'; readonly fault: Fault };

/**
 * Serves a pool's tasks in this worker, one at a time, in their order. `load` makes ready what every task needs, from
 * the data that the pool was opened with.
 */
export function serve<In, Out, Data>(load: (data: Data) => (input: In) => Out | Promise<Out>): void {
  if (parentPort === null) throw new Error('This is a worker of a pool; it does nothing by itself.');
  const port = parentPort;
  const tell = (told: Told<Out>) => port.postMessage(told);
  let work: (input: In) => Out | Promise<Out>;
  try {
    work = load(workerData as Data);
  } catch (thrown) {
    tell({ kind: 'unfit', fault: faultOf(thrown) });
    return;
  }
  let last = Promise.resolve();
  port.on('message', (input: In) => {
    last = last.then(async () => {
      try {
        // Posting is within the fence too: an answer that cannot be copied is a fault like any other.
        tell({ kind: 'done', value: await work(input) });
      } catch (thrown) {
        tell({ kind: 'failed', fault: faultOf(thrown) });
      }
    });
  });
  tell({ kind: 'ready' });
}
