import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Service } from './service.js';

/** Answers of another run of the server may be of another archive. */
const RUN = randomBytes(6).toString('base64url');

/**
 * Answers that what the client has is still right, where nothing has changed since, without asking the archive.
 *
 * **Shape** `ETag` names the state of the archive: one that has changed changes them all.
 */
export async function lasting(
  { req }: Context,
  service: Service,
  answer: () => Promise<Response>,
): Promise<Response> {
  const tag = `W/"${RUN}-${service.revision()}"`;
  const headers = { etag: tag, 'cache-control': 'private, no-cache' };
  const known = (req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  const response = await answer();
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
