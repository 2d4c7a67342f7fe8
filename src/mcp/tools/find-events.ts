import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { EVENT_TYPES, STANDINGS } from '../../reading/contract.js';
import { answer, LOOKS } from '../answer.js';
import { citeEvent } from '../cite.js';
import { days, event, minConfidence, next, paging, WHO, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

export function addFindEvents(server: McpServer, { ask }: Workshop): void {
  server.registerTool(
    'find_events',
    {
      title: 'Find events',
      description:
        'Finds events in the reports of the archive: who did what to whom, when and where, in PLOVER terms, each with the characters of the report that tell it.',
      inputSchema: z.strictObject({
        actor: words.optional().describe(WHO),
        recipient: words.optional().describe(WHO),
        type: z.array(z.enum(EVENT_TYPES)).min(1).optional().describe('PLOVER event types.'),
        standing: z.enum(STANDINGS).optional(),
        text: words.optional().describe('Words that must stand in the passage.'),
        report: words.optional().describe('Of this report only.'),
        ...days,
        minConfidence,
        ...paging,
      }),
      outputSchema: z.strictObject({
        events: z.array(event),
        leftOut: z.int().nullable().describe('How many more there are that are less likely right.'),
        next,
      }),
      annotations: LOOKS,
    },
    async (asked) => {
      const { items, leftOut, next: after } = await ask((desk) => desk.events(given(asked)));
      return answer({ events: items.map(citeEvent), leftOut, next: after });
    },
  );
}
