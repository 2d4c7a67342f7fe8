import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { reportsIn } from '../../desk/reading.js';
import { missing } from '../missing.js';
import { id } from '../parameters.js';
import { json, type Route, route } from '../route.js';
import { job } from '../schemas.js';
import { bodyOf, sent } from './reports.js';

/** **Units** bytes. */
const MOST_AT_ONCE = 32 * 1024 * 1024;

const START = route({
  method: 'post',
  address: '/api/jobs',
  tag: 'jobs',
  summary: 'Reads and saves many reports; answers at once, and tells later how far it is',
  access: 'change',
  query: sent,
  body: {
    kinds: [
      'application/x-ndjson',
      'application/jsonl',
      'application/json',
      'text/plain',
      'application/octet-stream',
    ],
    description: 'Reports as JSON objects, one a line, or as a JSON array.',
    maxBytes: MOST_AT_ONCE,
  },
  answer: job,
  statuses: [202],
  run: async ({ query, service, context }) => {
    const started = service.jobs.start(reportsIn(await bodyOf(context), query));
    return json(started, 202, { location: `/api/jobs/${started.id}` });
  },
});

const LIST = route({
  address: '/api/jobs',
  tag: 'jobs',
  summary: 'Jobs of this server, the latest first',
  isLasting: false,
  answer: z.strictObject({ items: z.array(job) }),
  run: ({ service }) => ({ items: service.jobs.list() }),
});

const GET = route({
  address: '/api/jobs/{id}',
  tag: 'jobs',
  summary: 'How far a job is',
  path: { id },
  isLasting: false,
  answer: job,
  run: ({ path, service }) => {
    const found = service.jobs.find(path.id);
    if (found === undefined) throw missing('job', path.id);
    return found;
  },
});

const PROGRESS = route({
  address: '/api/jobs/{id}/progress',
  tag: 'jobs',
  summary: 'How far a job is, now and at each change, as server-sent events; ends with the job',
  path: { id },
  isLasting: false,
  answer: {
    kinds: ['text/event-stream'],
    description: 'Events "progress" and at last "end", each with the job as JSON.',
  },
  run: ({ path, service, context }) => {
    if (service.jobs.find(path.id) === undefined) throw missing('job', path.id);
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const one of service.jobs.watch(path.id, gone.signal))
        await stream.writeSSE({
          event: one.state === 'running' ? 'progress' : 'end',
          data: JSON.stringify(one),
        });
    });
  },
});

export const JOBS: readonly Route[] = [START, LIST, GET, PROGRESS];
