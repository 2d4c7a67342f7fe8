import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { DyadIncident } from '../../archive/dyads.js';
import type { Desk } from '../../desk/desk.js';
import { given } from '../../desk/given.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import type { DyadWay } from '../../relations/dyads/ask-dyad.js';
import { inDays } from '../../relations/dyads/in-days.js';
import { answer, LOOKS } from '../answer.js';
import { type Citation, cite } from '../cite.js';
import { citation, days, minConfidence, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

const SIDE = 'A country by code or name, or a bloc: USA, France, NATO.';

const incident = z.strictObject({
  id: z.string(),
  day: z.string(),
  type: z.string(),
  title: z.string().nullable(),
  score: z.number().nullable().describe('-10, hostile, to 10, friendly.'),
  sources: z.int().nullable().describe('Independent reports that tell it.'),
  citation: citation.nullable().describe('Where the first report tells it; null for imported events.'),
});

const way = z.strictObject({
  actor: z.string(),
  recipient: z.string(),
  incidents: z.int(),
  byQuad: z.strictObject({
    verbalCooperation: z.int(),
    materialCooperation: z.int(),
    verbalConflict: z.int(),
    materialConflict: z.int(),
  }),
  byType: z.array(z.strictObject({ type: z.string(), count: z.int() })),
  first: z.string().nullable(),
  last: z.string().nullable(),
  isEnough: z.boolean().describe('Whether there is enough to speak of a level at all.'),
  level: z
    .strictObject({ day: z.string(), level: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('How they stood at last, -10 to 10, and where that lies with a likelihood of 95 in 100.'),
  extremes: z.array(
    z.strictObject({ kind: z.string(), day: z.string(), level: z.number(), since: z.string().nullable() }),
  ),
  shocks: z.array(
    z.strictObject({
      day: z.string(),
      days: z.int(),
      kind: z.enum(['hostile', 'friendly']),
      count: z.int(),
      expected: z.number(),
      behind: z.array(incident),
    }),
  ),
  weightiest: z.array(incident),
});

export function addDyad(server: McpServer, { ask }: Workshop): void {
  server.registerTool(
    'dyad',
    {
      title: 'How two countries stand',
      description:
        'Tells how two countries or blocs stand with each other, each way round: what they did, the level and its interval, shocks with the incidents behind them, and what official records say beside. It rests on the reports of the archive alone.',
      inputSchema: z.strictObject({
        one: words.describe(SIDE),
        other: words.describe(SIDE),
        ...days,
        types: z.array(z.enum(EVENT_TYPES)).min(1).optional(),
        source: words.optional().describe('Events imported from this source, in place of incidents.'),
        minConfidence,
      }),
      outputSchema: z.strictObject({
        ways: z.array(way),
        beside: z
          .strictObject({
            councilSame: z.int(),
            councilDifferent: z.int(),
            vetoes: z.array(
              z.strictObject({ by: z.string(), of: z.string(), symbol: z.string(), date: z.string() }),
            ),
            alliances: z.array(
              z.strictObject({
                from: z.int(),
                to: z.int(),
                isOpen: z.boolean(),
                pledges: z.array(z.string()),
              }),
            ),
          })
          .nullable(),
      }),
      annotations: LOOKS,
    },
    async (asked) =>
      answer(
        await ask(async (desk) => {
          const { ways, beside } = await desk.dyad(given(asked));
          const told = [];
          for (const one of ways) told.push(await tell(desk, one));
          return {
            ways: told,
            beside: beside && {
              councilSame: beside.council.same,
              councilDifferent: beside.council.different,
              vetoes: [...beside.vetoes],
              alliances: beside.alliances.map((one) => ({ ...one, pledges: [...one.pledges] })),
            },
          };
        }),
      ),
  );
}

async function tell(desk: Desk, { actor, recipient, dyad, explained, weightiest }: DyadWay) {
  const { incidents, byQuad, byType, first, last, steps, extremes, shocks, isEnough, question } =
    inDays(dyad);
  const [verbalCooperation, materialCooperation, verbalConflict, materialConflict] = byQuad;
  const level = steps.findLast((step) => step.level !== null)?.level ?? null;
  const told = (some: readonly DyadIncident[]) =>
    Promise.all(some.map((one) => tellIncident(desk, one, question.source === undefined)));
  return {
    actor: actor.title,
    recipient: recipient.title,
    incidents,
    byQuad: { verbalCooperation, materialCooperation, verbalConflict, materialConflict },
    byType: [...byType],
    first,
    last,
    isEnough,
    level: level && { day: level.day, level: level.level, low: level.low, high: level.high },
    extremes: extremes.map(({ kind, day, level: at, since }) => ({ kind, day, level: at, since })),
    shocks: await Promise.all(
      shocks.map(async ({ day, days: lasting, kind, count, expected }, at) => ({
        day,
        days: lasting,
        kind,
        count,
        expected,
        behind: await told(explained[at]?.incidents ?? []),
      })),
    ),
    weightiest: await told(weightiest),
  };
}

async function tellIncident(desk: Desk, one: DyadIncident, isRead: boolean) {
  const { id, day, type, title, score, sources } = one;
  return { id, day, type, title, score, sources, citation: isRead ? await citeIncident(desk, id) : null };
}

/** Where the first telling of an incident stands. */
async function citeIncident(desk: Desk, id: string): Promise<Citation | null> {
  const telling = (await desk.incident(id))?.incident.tellings[0];
  if (telling === undefined) return null;
  const reading = await desk.reading(telling.report);
  const event = reading?.events.find((one) => one.id === telling.event);
  return reading === undefined || event === undefined ? null : cite(reading.report, event.cue);
}
