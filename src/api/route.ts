import type { Context } from 'hono';
import { z } from 'zod';
import { type Given, given } from '../desk/given.js';
import { RapporteurError } from '../errors.js';
import { Malformed } from './problem.js';
import type { Service } from './service.js';

type Shape = z.ZodRawShape;
type ValuesOf<S extends Shape> = Given<z.output<z.ZodObject<S>>>;

/** A value of a schema that nobody may change. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** What a route is asked. */
export interface Asked<Query, Path> {
  readonly query: Query;
  readonly path: Path;
  readonly service: Service;
  readonly context: Context;
}

/** A body that a route takes: of which kinds, and how large at most. */
export interface BodyOf {
  readonly kinds: readonly string[];
  readonly description: string;
  /** **Units** bytes. */
  readonly maxBytes: number;
}

/** An answer that is no JSON of one schema. */
export interface OtherAnswer {
  readonly kinds: readonly string[];
  readonly description: string;
}

/** What a route may do: look at the archive or the records, read reports and forget them, or change the archive. */
export type Access = 'look' | 'read' | 'change';

/** A route as the rest of the API sees it. */
export interface Route {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/reports/{id}`. */
  readonly address: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Access;
  readonly path: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: BodyOf | null;
  readonly answer: z.ZodType | OtherAnswer;
  /** Status of a success, and others that may come with the same answer. */
  readonly statuses: readonly number[];
  /** Whether the answer stays the same until the archive changes. */
  readonly isLasting: boolean;
  /** **Errors** `Malformed`; those of the work. */
  readonly respond: (context: Context, service: Service) => Promise<Response>;
}

interface Definition<Q extends Shape, P extends Shape, A extends z.ZodType> {
  readonly method?: 'get' | 'post';
  readonly address: string;
  readonly tag: string;
  readonly summary: string;
  readonly access?: Access;
  readonly path?: P;
  readonly query?: Q;
  readonly body?: BodyOf;
  readonly answer: A | OtherAnswer;
  readonly statuses?: readonly number[];
  readonly isLasting?: boolean;
  readonly run: (
    asked: Asked<ValuesOf<Q>, ValuesOf<P>>,
  ) => Promise<Frozen<z.output<A>> | Response> | Frozen<z.output<A>> | Response;
}

/** Makes a route: what it is asked is checked before its work begins, and unknown parameters are refused. */
export function route<
  A extends z.ZodType,
  Q extends Shape = Record<never, never>,
  P extends Shape = Record<never, never>,
>(definition: Definition<Q, P, A>): Route {
  const { method = 'get', access = 'look', body = null, statuses = [200], run, ...rest } = definition;
  const path = z.strictObject(definition.path ?? ({} as P));
  const query = z.strictObject(definition.query ?? ({} as Q));
  return {
    ...rest,
    method,
    access,
    path,
    query,
    body,
    statuses,
    isLasting: definition.isLasting ?? (method === 'get' && access === 'look'),
    respond: async (context, service) => {
      if (body !== null) checkKind(context, body);
      const asked = {
        query: checked(query, queryOf(context), 'query') as ValuesOf<Q>,
        path: checked(path, context.req.param(), 'path') as ValuesOf<P>,
        service,
        context,
      };
      const answer = await run(asked);
      return answer instanceof Response ? answer : json(answer);
    },
  };
}

/** An answer in JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

function queryOf(context: Context): Record<string, unknown> {
  const all = Object.entries(context.req.queries());
  return Object.fromEntries(all.map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function checked(schema: z.ZodObject, values: unknown, where: string): object {
  const result = schema.safeParse(values);
  if (result.success) return given(result.data);
  throw new Malformed(
    result.error.issues.map((issue) => ({
      at: [where, ...issue.path].join('.'),
      message:
        issue.code === 'unrecognized_keys'
          ? `There is no "${issue.keys.join('", "').slice(0, 100)}" here. Use one of: ${Object.keys(schema.shape).join(', ') || 'none'}.`
          : `${issue.message}${/[.!?]$/.test(issue.message) ? '' : '.'}`,
    })),
  );
}

function checkKind({ req }: Context, { kinds }: BodyOf): void {
  const kind = (req.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (kinds.includes(kind)) return;
  throw new RapporteurError(
    'request.media-type',
    `The body says to be "${kind.slice(0, 80)}". Send it with one of these as Content-Type: ${kinds.join(', ')}.`,
  );
}
