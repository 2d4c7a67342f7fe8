import { z } from 'zod';
import { type ErrorCode, RapporteurError } from '../errors.js';

/** What every answer that is no success holds (RFC 9457), on every route. */
export const problem = z
  .strictObject({
    type: z.string().describe('A name of the kind of problem, for programs.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What failed, the value, what is allowed, how to mend it.'),
    code: z.string(),
    errors: z
      .array(z.strictObject({ at: z.string(), message: z.string() }))
      .optional()
      .describe('Each wrong part of the request, where there are several to name.'),
  })
  .describe('Why a request was not met.');

export type Problem = z.infer<typeof problem>;

const KINDS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  usage: [400, 'The question makes no sense'],
  'request.malformed': [400, 'The request is malformed'],
  'request.refused': [403, 'The request is refused'],
  'request.missing': [404, 'There is nothing here'],
  'record.missing': [404, 'There is no such record'],
  'request.method': [405, 'Another method is wanted'],
  'request.too-large': [413, 'The body is too large'],
  'input.too-large': [413, 'The report is too large'],
  'request.media-type': [415, 'The body is of another kind'],
  'input.missing': [422, 'There is no such input'],
  'input.unreadable': [422, 'The report cannot be read'],
  'input.empty': [422, 'The report is empty'],
  'input.binary': [422, 'The report is no text'],
  'input.malformed': [422, 'The report is malformed'],
  'input.date': [422, 'The date is none'],
  'input.refused': [422, 'The address is refused'],
  'input.unreachable': [422, 'The address cannot be reached'],
  'server.full': [503, 'The server has its hands full'],
  'server.slow': [503, 'The answer took too long'],
  'archive.missing': [503, 'The archive is not there'],
  'archive.unavailable': [503, 'The archive is not available'],
  'archive.busy': [503, 'The archive is busy'],
  'data.malformed': [500, 'Internal fault'],
  'knowledge.missing': [500, 'Internal fault'],
  'knowledge.malformed': [500, 'Internal fault'],
  'model.missing': [500, 'Internal fault'],
  'model.malformed': [500, 'Internal fault'],
  'evaluation.gold': [500, 'Internal fault'],
  'server.fault': [500, 'Internal fault'],
};

export const PROBLEM_TYPE = 'application/problem+json';

/** **Units** seconds, after which it is worth asking again. */
const RETRY_AFTER = 2;

/** What is said of an error: nothing of its inside where it is a fault of ours. */
export function problemOf(thrown: unknown, errors?: Problem['errors']): Problem {
  const isKnown = thrown instanceof RapporteurError;
  const code = isKnown ? thrown.code : 'server.fault';
  const [status, title] = KINDS[code];
  const detail = isKnown
    ? thrown.message
    : 'The server failed at this request. Its own output says why; please report it.';
  return {
    type: `urn:rapporteur:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The answer that tells a problem. */
export function problemResponse(told: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(told), {
    status: told.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(told.status === 503 ? { 'retry-after': String(RETRY_AFTER) } : {}),
      ...headers,
    },
  });
}

/** Several things that are wrong with a request, told together. */
export class Malformed extends RapporteurError {
  readonly errors: NonNullable<Problem['errors']>;

  constructor(errors: NonNullable<Problem['errors']>) {
    super('request.malformed', errors.map(({ at, message }) => `${at}: ${message}`).join(' '));
    this.errors = errors;
  }
}
