import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RapporteurError } from '../errors.js';

/** How bytes were packed, in the words of HTTP. */
export type Packing = 'gzip' | 'deflate' | 'br';

/** Texts shrink to a tenth, tables to a fiftieth; what shrinks more was made to overwhelm. */
const MOST_GROWTH = 200;

/** **Units** bytes: what is no larger than this overwhelms nobody, however small it was. */
const HARMLESS = 32 * 1024 * 1024;

/**
 * Unpacks a stream as it comes.
 *
 * **Errors** `input.malformed` where the stream is broken, after all that came before the break; `input.too-large`
 * where it grows as no text does. Those of the stream beneath pass.
 */
export async function* inflate(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  origin: string,
): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let given = 0;
  let fault: unknown;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        taken += chunk.length;
        yield chunk;
      }
    } catch (error) {
      fault = error;
      throw error;
    }
  }
  const unpacker = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[packing]();
  const flow = pipeline(Readable.from(counted()), unpacker).catch(() => undefined);
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      given += chunk.length;
      if (given > HARMLESS && given > taken * MOST_GROWTH) throw bomb(origin, taken);
      yield chunk;
    }
  } catch (error) {
    if (fault !== undefined) throw fault;
    if (error instanceof RapporteurError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RapporteurError(
      'input.malformed',
      `${origin} cannot be unpacked to its end: ${reason}. What came before was read; fetch or pack it anew.`,
      { cause: error },
    );
  } finally {
    unpacker.destroy();
    await flow;
  }
}

function bomb(origin: string, taken: number): RapporteurError {
  return new RapporteurError(
    'input.too-large',
    `${origin} unpacks to more than ${MOST_GROWTH} times its size (${taken} bytes so far), as no text does; it was given up. If you trust it, unpack it first.`,
  );
}
