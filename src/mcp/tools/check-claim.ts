import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { answer, LOOKS } from '../answer.js';
import { citeClaim } from '../cite.js';
import { claim, day } from '../schemas.js';
import type { Workshop } from '../workshop.js';

const CHECKED =
  'votes and vetoes of the UN Security Council, its members, seats and rules, resolutions, roll calls of the General Assembly, and who held an office';

export function addCheckClaim(server: McpServer, { read }: Workshop): void {
  server.registerTool(
    'check_claim',
    {
      title: 'Check a claim',
      description: `Checks what a sentence claims against official records: ${CHECKED}. Answers with verdict, reason and the entries of the record; citations are of the sentence itself. Nothing is saved.`,
      inputSchema: z.strictObject({
        text: z.string().min(1).max(20_000).describe('One sentence or a few, as a report would put it.'),
        published: day
          .optional()
          .describe('The day that it was said on; words such as "yesterday" go by it.'),
      }),
      outputSchema: z.strictObject({
        claims: z.array(claim),
        note: z.string().nullable().describe('Said where nothing in the text can be checked.'),
      }),
      annotations: LOOKS,
    },
    async (asked) => {
      const { claims, report } = await read(given(asked), { save: false });
      const note = claims.length > 0 ? null : `Nothing in the text can be checked. What can be: ${CHECKED}.`;
      return answer({ claims: claims.map((record) => citeClaim({ record, report, context: '' })), note });
    },
  );
}
