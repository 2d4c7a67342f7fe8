import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RapporteurError } from '../errors.js';
import { packagePath } from '../package-root.js';
import { onlyFromHere, safeHeaders } from './guards.js';
import { type Lasting, openLasting } from './lasting.js';
import { openApi } from './openapi.js';
import { Malformed, problemOf, problemResponse } from './problem.js';
import { json, type Route } from './route.js';
import { ROUTES } from './routes/index.js';
import type { Service } from './service.js';

export interface ApiOptions {
  /** A folder whose files are served beside the API: the page. Nothing is where there is none. */
  readonly page?: string;
}

/** All that the server answers to, ready to be served. */
export function buildApi(service: Service, { page = pageFolder() }: ApiOptions = {}): Hono {
  const api = new Hono();
  const lasting = openLasting(service);
  const document = JSON.stringify(openApi());
  api.use(safeHeaders);
  api.use(closeUnread);
  api.use(onlyFromHere);
  for (const route of ROUTES) mount(api, route, service, lasting);
  api.get('/api/openapi.json', (context) =>
    lasting(context, async () => new Response(document, { headers: { 'content-type': 'application/json' } })),
  );
  if (existsSync(page)) api.get('*', serveStatic({ root: page }));
  else api.get('/', () => json({ api: '/api', document: '/api/openapi.json' }));
  api.notFound(({ req }) => problemResponse(...nothingAt(req.method, req.path)));
  api.onError((error) => {
    const problem = problemOf(error, error instanceof Malformed ? error.errors : undefined);
    if (problem.status === 500) console.error('Internal fault:', error);
    return problemResponse(problem);
  });
  return api;
}

/** Where a body is refused unread, what is left of it must not pass for the next request. */
const closeUnread: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.req.raw.body !== null && !context.req.raw.bodyUsed) context.header('connection', 'close');
};

/** Where the page's files lie, once they are built. */
export function pageFolder(): string {
  return packagePath('dist', 'page');
}

function mount(api: Hono, route: Route, service: Service, lasting: Lasting): void {
  const path = inHono(route.address);
  const { body } = route;
  if (body !== null) {
    const tooLarge = new RapporteurError(
      'request.too-large',
      `The body is larger than ${Math.round(body.maxBytes / 1024)} kB. Send fewer reports at a time, many to /api/jobs.`,
    );
    api.post(
      path,
      bodyLimit({ maxSize: body.maxBytes, onError: () => problemResponse(problemOf(tooLarge)) }),
    );
  }
  api.on(route.method.toUpperCase(), path, (context) =>
    route.isLasting
      ? lasting(context, () => route.respond(context, service))
      : route.respond(context, service),
  );
}

/** `/api/reports/{id}` as Hono writes it. */
function inHono(address: string): string {
  return address.replace(/\{(\w+)\}/g, ':$1');
}

function nothingAt(method: string, path: string): Parameters<typeof problemResponse> {
  const here = ROUTES.filter(({ address }) => isAt(address, path)).map((route) => route.method.toUpperCase());
  if (here.length === 0) {
    const missing = `There is nothing at ${path.slice(0, 200)}. /api/openapi.json lists all that there is.`;
    return [problemOf(new RapporteurError('request.missing', missing))];
  }
  const wrong = `${method} is not for ${path.slice(0, 200)}. Use one of: ${here.join(', ')}.`;
  return [problemOf(new RapporteurError('request.method', wrong)), { allow: here.join(', ') }];
}

function isAt(address: string, path: string): boolean {
  const [parts, given] = [address.split('/'), path.split('/')];
  return (
    parts.length === given.length && parts.every((part, at) => part.startsWith('{') || part === given[at])
  );
}
