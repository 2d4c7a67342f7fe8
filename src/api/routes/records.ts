import { z } from 'zod';
import { EVENT_TYPES, MEDIA, STANCE_ACTS, STANDINGS } from '../../reading/contract.js';
import { missing } from '../missing.js';
import { days, id, listOf, minConfidence, paging, words } from '../parameters.js';
import { type Route, route } from '../route.js';
import { claimPage, disputePage, eventPage, matterPage, statementPage, votePage } from '../schemas.js';

const WHO = 'A country code, or part of a name.';

/** What every listing of records may be narrowed by. */
const usual = {
  ...paging,
  ...days,
  text: words.optional().describe('Words that must stand in it, in any order.'),
  report: id.optional().describe('Of this report only.'),
};

const EVENTS = route({
  address: '/api/events',
  tag: 'records',
  summary: 'Events: who did what to whom',
  query: {
    ...usual,
    actor: words.optional().describe(WHO),
    recipient: words.optional().describe(WHO),
    type: listOf(EVENT_TYPES).optional().describe('PLOVER event types.'),
    standing: z.enum(STANDINGS).optional(),
    minConfidence,
  },
  answer: eventPage,
  run: ({ query, service }) => service.look((desk) => desk.events(query)),
});

const STATEMENTS = route({
  address: '/api/statements',
  tag: 'records',
  summary: 'Statements: who said what',
  query: {
    ...usual,
    speaker: words.optional().describe(WHO),
    addressee: words.optional().describe(WHO),
    about: words.optional().describe('Whom it is aimed at or tells of, or words in it.'),
    stance: z.enum(STANCE_ACTS).optional(),
    medium: z.enum(MEDIA).optional(),
    kind: z.enum(['direct', 'indirect', 'mixed']).optional(),
  },
  answer: statementPage,
  run: ({ query, service }) => service.look((desk) => desk.statements(query)),
});

const VOTES = route({
  address: '/api/votes',
  tag: 'records',
  summary: 'Votes that reports tell of',
  query: {
    ...usual,
    actor: words.optional().describe('Code of a country that voted.'),
    body: words.optional().describe('Part of the name of the council or parliament.'),
    outcome: z.enum(['adopted', 'vetoed', 'failed', 'unknown']).optional(),
  },
  answer: votePage,
  run: ({ query, service }) => service.look((desk) => desk.votes(query)),
});

const CLAIMS = route({
  address: '/api/claims',
  tag: 'records',
  summary: 'Claims that the official record was asked about, with verdict and evidence',
  query: {
    ...usual,
    kind: words.optional(),
    verdict: z.enum(['supported', 'contradicted', 'unverifiable']).optional(),
  },
  answer: claimPage,
  run: ({ query, service }) => service.look((desk) => desk.claims(query)),
});

const DISPUTES = route({
  address: '/api/disputes',
  tag: 'records',
  summary: 'Disputes, each report for itself',
  query: { ...usual, actor: words.optional().describe(WHO) },
  answer: disputePage,
  run: ({ query, service }) => service.look((desk) => desk.disputes(query)),
});

const MATTERS = route({
  address: '/api/matters',
  tag: 'records',
  summary: 'What is in dispute, the disputes of several reports about one matter together',
  query: { ...usual, actor: words.optional().describe(WHO) },
  answer: matterPage,
  run: ({ query, service }) => service.look((desk) => desk.matters(query)),
});

const REPORT_OF = route({
  address: '/api/records/{id}',
  tag: 'records',
  summary: 'The report that an event, statement, vote or claim stands in',
  path: { id },
  answer: z.strictObject({ report: z.string() }),
  run: async ({ path, service }) => {
    const report = await service.look((desk) => desk.reportOf(path.id));
    if (report === undefined) throw missing('record', path.id);
    return { report };
  },
});

export const RECORDS: readonly Route[] = [EVENTS, STATEMENTS, VOTES, CLAIMS, DISPUTES, MATTERS, REPORT_OF];
