import type { Context } from 'hono';
import { reportIn } from '../../desk/reading.js';
import { RapporteurError } from '../../errors.js';
import { MAX_REPORT_BYTES } from '../../intake/index.js';
import { reading } from '../../reading/contract.js';
import { missing } from '../missing.js';
import { day, days, id, paging, words } from '../parameters.js';
import { type BodyOf, json, type Route, route } from '../route.js';
import { copiesOf, reportPage } from '../schemas.js';

/** What is known of what is sent, beside what it says itself. */
export const sent = {
  name: words.optional().describe('What the sender calls it: a file’s name.'),
  published: day.optional().describe('Date of publication, where it brings none.'),
  publisher: words.optional().describe('Publisher, where it brings none.'),
};

const oneReport: BodyOf = {
  kinds: ['text/plain', 'text/html', 'application/json', 'application/octet-stream'],
  description:
    'A report: its text, a page, or a JSON object with "text" and, where known, "title", "published", "publisher" and "url".',
  maxBytes: MAX_REPORT_BYTES + 1024,
};

/** **Errors** `request.malformed` where the client goes away in the middle; `request.too-large`, by the limit. */
export async function bodyOf({ req }: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await req.arrayBuffer());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    throw new RapporteurError('request.malformed', 'The body was cut off. Send it again, whole.');
  }
}

const LIST = route({
  address: '/api/reports',
  tag: 'reports',
  summary: 'Reports, the newest first',
  query: { ...paging, ...days, publisher: words.optional().describe('Part of the publisher’s name.') },
  answer: reportPage,
  run: ({ query, service }) => service.look((desk) => desk.reports(query)),
});

const SUBMIT = route({
  method: 'post',
  address: '/api/reports',
  tag: 'reports',
  summary:
    'Reads a report, saves it, and answers with its reading: 201 where it is new, 200 where it was known',
  access: 'change',
  query: sent,
  body: oneReport,
  answer: reading,
  statuses: [201, 200],
  run: async ({ query, service, context }) => {
    const { report, origin } = await reportIn(await bodyOf(context), query);
    const made = await service.read(report);
    const { added } = await service.save([{ reading: made, origin }]);
    return json(made, added > 0 ? 201 : 200, { location: `/api/reports/${made.report.id}` });
  },
});

const READ = route({
  method: 'post',
  address: '/api/readings',
  tag: 'reports',
  summary: 'Reads a report and answers with its reading; nothing is saved',
  access: 'read',
  query: sent,
  body: oneReport,
  answer: reading,
  run: async ({ query, service, context }) => {
    const { report } = await reportIn(await bodyOf(context), query);
    return service.read(report);
  },
});

const GET = route({
  address: '/api/reports/{id}',
  tag: 'reports',
  summary: 'A report and everything that was found in it',
  path: { id },
  answer: reading,
  run: async ({ path, service }) => {
    const found = await service.look((desk) => desk.reading(path.id));
    if (found === undefined) throw missing('report', path.id);
    return found;
  },
});

const COPIES_OF = route({
  address: '/api/reports/{id}/copies',
  tag: 'copies',
  summary: 'What a report repeats, sentence by sentence, and what repeats it',
  path: { id },
  answer: copiesOf,
  run: async ({ path, service }) => {
    const found = await service.look(async (desk) =>
      (await desk.reading(path.id)) === undefined ? undefined : desk.copiesOf(path.id),
    );
    if (found === undefined) throw missing('report', path.id);
    return found;
  },
});

export const REPORTS: readonly Route[] = [LIST, SUBMIT, READ, GET, COPIES_OF];
