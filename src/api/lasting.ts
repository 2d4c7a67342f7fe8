import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Service } from './service.js';

/** Answers that hold until the archive changes: what the client has, or what was worked out for another. */
export type Lasting = (context: Context, answer: () => Promise<Response>) => Promise<Response>;

interface Kept {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** **Units** bytes of answers that are kept for whoever asks the same. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_BYTES_EACH = MOST_BYTES / 16;

/**
 * Keeps answers for as long as the archive stays as it is, the latest asked for.
 *
 * **Shape** `ETag` names the state of the archive and the run of the server: one that has changed changes them all.
 */
export function openLasting(service: Service): Lasting {
  const run = randomBytes(6).toString('base64url');
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();
  let bytes = 0;
  let of = -1;

  const work = async (url: string, answer: () => Promise<Response>, revision: number): Promise<Kept> => {
    try {
      const response = await answer();
      const made = { headers: [...response.headers], body: await response.arrayBuffer() };
      if (revision === of) keep(url, made);
      return made;
    } finally {
      if (revision === of) underWay.delete(url);
    }
  };

  const keep = (url: string, made: Kept) => {
    if (made.body.byteLength > MOST_BYTES_EACH) return;
    kept.set(url, made);
    bytes += made.body.byteLength;
    for (const [oldest, { body }] of kept) {
      if (bytes <= MOST_BYTES) return;
      kept.delete(oldest);
      bytes -= body.byteLength;
    }
  };

  return async ({ req }, answer) => {
    const revision = service.revision();
    if (revision !== of) {
      kept.clear();
      underWay.clear();
      [of, bytes] = [revision, 0];
    }
    const tag = `W/"${run}-${revision}"`;
    const headers = { etag: tag, 'cache-control': 'private, no-cache' };
    const known = (req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
    if (known.includes(tag)) return new Response(null, { status: 304, headers });

    const { url } = req;
    const found = kept.get(url);
    if (found !== undefined) {
      // What was asked for last is dropped last.
      kept.delete(url);
      kept.set(url, found);
      return responseOf(found, headers);
    }
    const working = underWay.get(url) ?? work(url, answer, revision);
    underWay.set(url, working);
    return responseOf(await working, headers);
  };
}

function responseOf({ headers, body }: Kept, more: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { ...Object.fromEntries(headers), ...more } });
}
