/** Bytes as they come from a file or pipe, kept within bounds. */

const NEWLINE = 0x0a;

/** A line's bytes without its newline; null where it was longer than allowed and was skipped. */
export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

/** Everything that a source has to give; null when that is more than allowed. */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) return null;
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}

/** Cuts a source into lines, holding no more than one of them. A last newline begins no line. */
export async function* lines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let kept: Uint8Array[] = [];
  let size = 0;
  const finish = (): Line => {
    const bytes = size > maxBytes ? null : Buffer.concat(kept, size);
    kept = [];
    size = 0;
    return { number: number++, bytes };
  };
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= maxBytes) kept.push(part);
    else kept = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

/**
 * The first bytes of a source, at least as many as asked for where it has them, and the whole source again. A source that
 * fails meanwhile fails when it is read so far.
 */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ readonly head: Buffer; readonly chunks: AsyncIterable<Uint8Array> }> {
  const rest = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let fault: { readonly thrown: unknown } | undefined;
  try {
    while (size < count) {
      const next = await rest.next();
      if (next.done === true) break;
      first.push(next.value);
      size += next.value.length;
    }
  } catch (thrown) {
    if (size === 0) throw thrown;
    fault = { thrown };
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      if (fault !== undefined) throw fault.thrown;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { head: Buffer.concat(first, size), chunks: again() };
}
