import { z } from 'zod';
import { programVersion } from '../version.js';
import { PROBLEM_TYPE } from './problem.js';
import type { Route } from './route.js';
import { ROUTES } from './routes/index.js';
import { NAMED } from './schemas.js';

type Json = Record<string, unknown>;

const at = (name: string) => `#/components/schemas/${name}`;

/** The API, described as OpenAPI 3.1: made from the same schemas that requests are checked by. */
export function openApi(): Json {
  const schemas = jsonSchemas();
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    const operations = paths[route.address] ?? {};
    operations[route.method] = operation(route, schemas);
    paths[route.address] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version: programVersion(),
      description:
        'What an archive of news reports tells: events, statements, votes, claims, incidents, and how countries stand. Offsets count UTF-16 units of a report’s text, half-open.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: { schemas: Object.fromEntries(Object.keys(NAMED).map((name) => [name, schemas.get(name)])) },
  };
}

/** JSON schemas of all that is named, and of each route's own answer, which refer to each other by name. */
function jsonSchemas(): Map<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });
  for (const route of ROUTES) {
    if ('kinds' in route.answer || registry.has(route.answer)) continue;
    registry.add(route.answer, { id: ownAnswer(route) });
  }
  const made = z.toJSONSchema(registry, { uri: at }).schemas as Record<string, Json>;
  return new Map(Object.entries(made).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]));
}

function ownAnswer({ method, address }: Route): string {
  return `${method} ${address}`;
}

function operation(route: Route, schemas: ReadonlyMap<string, Json>): Json {
  const { tag, summary, path, query, body, answer, statuses, access } = route;
  const content =
    'kinds' in answer ? anyOf(answer.kinds) : { 'application/json': { schema: answerOf(route, schemas) } };
  const description = 'kinds' in answer ? answer.description : summary;
  return {
    operationId: nameOf(route),
    tags: [tag],
    summary,
    'x-access': access,
    parameters: [...parameters(path, 'path'), ...parameters(query, 'query')],
    ...(body === null
      ? {}
      : { requestBody: { required: true, description: body.description, content: anyOf(body.kinds) } }),
    responses: {
      ...Object.fromEntries(statuses.map((status) => [String(status), { description, content }])),
      ...(route.isLasting
        ? { 304: { description: 'What the client has, by its ETag, is still right.' } }
        : {}),
      default: {
        description: 'Why the request was not met.',
        content: { [PROBLEM_TYPE]: { schema: { $ref: at('Problem') } } },
      },
    },
  };
}

function answerOf(route: Route, schemas: ReadonlyMap<string, Json>): Json {
  const named = Object.entries(NAMED).find(([, schema]) => schema === route.answer);
  return named === undefined ? schemas.get(ownAnswer(route))! : { $ref: at(named[0]) };
}

function anyOf(kinds: readonly string[]): Json {
  return Object.fromEntries(kinds.map((kind) => [kind, { schema: {} }]));
}

function parameters(schema: z.ZodObject, where: 'path' | 'query'): Json[] {
  const { properties = {} } = z.toJSONSchema(schema) as { properties?: Record<string, Json> };
  return Object.entries(schema.shape).map(([name, one]) => {
    const { description, ...rest } = properties[name] ?? {};
    return {
      name,
      in: where,
      required: !one.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
      ...(rest.type === 'array' ? { style: 'form', explode: false } : {}),
    };
  });
}

/** "getReportsId" of `GET /api/reports/{id}`. */
function nameOf({ method, address }: Route): string {
  const parts = address.split('/').map((part) => part.replace(/\W/g, ''));
  return method + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}
