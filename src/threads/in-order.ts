/**
 * What `work` makes of each input, in the order of the inputs, with at most `ahead` of them under way or waiting to be
 * taken. What is done is handed on even while the next input is still to come.
 *
 * **Errors** what `work` rejects with, in its turn; what the inputs throw, after all that came before it.
 */
export async function* inOrder<In, Out>(
  inputs: AsyncIterable<In> | Iterable<In>,
  ahead: number,
  work: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const source = toAsync(inputs);
  const underWay: Promise<Out>[] = [];
  let coming = attempt(source);
  let isOver = false;
  try {
    while (!isOver || underWay.length > 0) {
      const [first] = underWay;
      const next = isOver || underWay.length >= ahead ? undefined : await eitherOf(coming, first);
      if (next === undefined) {
        underWay.shift();
        yield await first!;
      } else if ('value' in next) {
        underWay.push(handled(work(next.value)));
        coming = attempt(source);
      } else {
        isOver = true;
        if ('thrown' in next) underWay.push(handled(Promise.reject(next.thrown)));
      }
    }
  } finally {
    // A source that still waits for its next input would make us wait as well.
    handled(source.return(undefined));
  }
}

/** What the inputs do next: give one, fail, or end. */
type Next<In> = { readonly value: In } | { readonly thrown: unknown } | { readonly end: true };

async function attempt<In>(source: AsyncGenerator<In>): Promise<Next<In>> {
  try {
    const { value, done } = await source.next();
    return done === true ? { end: true } : { value };
  } catch (thrown) {
    return { thrown };
  }
}

/** The next input, or undefined where the first answer is there before it. */
function eitherOf<In>(coming: Promise<Next<In>>, first: Promise<unknown> | undefined) {
  if (first === undefined) return coming;
  const nothing = () => undefined;
  return Promise.race([coming, first.then(nothing, nothing)]);
}

/** A promise that may fail long before its turn, which must not pass for a failure that nobody awaits. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function* toAsync<In>(inputs: AsyncIterable<In> | Iterable<In>): AsyncGenerator<In> {
  yield* inputs;
}
