import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { RapporteurError } from '../errors.js';

const LOOPBACK = ['127.0.0.1', 'localhost'];

/**
 * Refuses what no program or page of this machine's user would send: a page elsewhere that has its own name lead to this
 * machine still says that name as host, and a browser says which page a request comes from.
 */
export const onlyFromHere: MiddlewareHandler = async ({ req }, next) => {
  const host = (req.header('host') ?? '').toLowerCase();
  if (!LOOPBACK.includes(host.replace(/:\d{1,5}$/, '')))
    throw new RapporteurError(
      'request.refused',
      `This server does not go by the name "${host.slice(0, 100)}". Ask it as 127.0.0.1 or localhost.`,
    );
  const origin = req.header('origin');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
    throw new RapporteurError(
      'request.refused',
      `Pages of "${origin.slice(0, 100)}" may not use this server; only its own may.`,
    );
  // A link from elsewhere may be followed; nothing may be fetched, embedded or posted from elsewhere.
  const site = req.header('sec-fetch-site');
  const isLink = req.header('sec-fetch-mode') === 'navigate' && req.method === 'GET';
  if (
    (site === 'cross-site' || site === 'same-site') &&
    !(isLink && req.header('sec-fetch-dest') === 'document')
  )
    throw new RapporteurError(
      'request.refused',
      'Pages of other sites may not use this server; only its own may.',
    );
  await next();
};

/** What browsers may do with answers: run our own scripts, and fetch nothing from anywhere else. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
});
