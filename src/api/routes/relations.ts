import { z } from 'zod';
import { EVENT_TYPES } from '../../reading/contract.js';
import { SECTORS } from '../../registry/sectors.js';
import { STEPS } from '../../relations/dyads/dyad.js';
import { inDays } from '../../relations/dyads/in-days.js';
import { STATUSES } from '../../relations/incidents/telling.js';
import { missing } from '../missing.js';
import { count, days, flag, id, LIMIT, listOf, minConfidence, paging, words } from '../parameters.js';
import { type Route, route } from '../route.js';
import { copyPage, dyad, dyadIncident, incidentPage, wholeIncident } from '../schemas.js';

const WHO = 'A country code, or part of a name.';

const INCIDENTS = route({
  address: '/api/incidents',
  tag: 'relations',
  summary: 'Events merged over reports: each once, however many tell it',
  query: {
    ...paging,
    ...days,
    actor: words.optional().describe(WHO),
    recipient: words.optional().describe(WHO),
    type: listOf(EVENT_TYPES).optional().describe('PLOVER event types.'),
    status: z.enum(STATUSES).optional(),
    place: words.optional().describe('Part of the name of the place.'),
    minSources: count.optional().describe('Told by at least so many independent reports.'),
    minConfidence,
  },
  answer: incidentPage,
  run: ({ query, service }) => service.look((desk) => desk.incidents(query)),
});

const INCIDENT = route({
  address: '/api/incidents/{id}',
  tag: 'relations',
  summary: 'One incident with its tellings, by its id or that of an event in it',
  path: { id },
  answer: wholeIncident,
  run: async ({ path, service }) => {
    const found = await service.look((desk) => desk.incident(path.id));
    if (found === undefined) throw missing('incident or event', path.id);
    return { incident: found.incident, lines: Object.fromEntries(found.lines) };
  },
});

const SIDE = 'A country by code or name, or a bloc: USA, France, NATO.';
const sides = { one: words.describe(SIDE), other: words.describe(SIDE) };

const asked = {
  ...days,
  types: listOf(EVENT_TYPES).optional().describe('Only these PLOVER event types.'),
  sectors: listOf(SECTORS).optional().describe('Only where the actor is of one of these PLOVER sectors.'),
  source: words.optional().describe('Events imported from this source, in place of incidents.'),
  minConfidence,
};

const DYAD = route({
  address: '/api/dyads/{one}/{other}',
  tag: 'relations',
  summary: 'How two countries or blocs stand, now and over time, and what official records say beside',
  path: sides,
  query: {
    ...asked,
    step: z.enum(STEPS).optional().describe('How finely it is drawn.'),
    oneWay: flag.optional().describe('Only what the first does to the other.'),
  },
  answer: dyad,
  run: async ({ path, query, service }) => {
    const { ways, beside } = await service.look((desk) => desk.dyad({ ...path, ...query }));
    return {
      ways: ways.map((way) => {
        const dated = inDays(way.dyad);
        const explained = way.explained.map(({ incidents }, at) => ({ shock: dated.shocks[at]!, incidents }));
        return { ...way, dyad: dated, explained };
      }),
      beside,
    };
  },
});

const DYAD_INCIDENTS = route({
  address: '/api/dyads/{one}/{other}/incidents',
  tag: 'relations',
  summary:
    'The incidents behind a dyad, from the first to the other, those told by most and weightiest first',
  path: sides,
  query: { ...asked, limit: paging.limit.default(LIMIT) },
  answer: z.strictObject({ items: z.array(dyadIncident) }),
  run: async ({ path, query: { limit, ...query }, service }) => ({
    items: await service.look((desk) => desk.dyadIncidents({ ...path, ...query }, limit)),
  }),
});

const COPIES = route({
  address: '/api/copies',
  tag: 'copies',
  summary: 'Reports that repeat others',
  query: { ...paging, report: id.optional().describe('What this report repeats, and what repeats it.') },
  answer: copyPage,
  run: ({ query, service }) => service.look((desk) => desk.copies(query)),
});

export const RELATIONS: readonly Route[] = [INCIDENTS, INCIDENT, DYAD, DYAD_INCIDENTS, COPIES];
