import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { answer, LOOKS } from '../answer.js';
import { citeVote } from '../cite.js';
import { days, next, paging, vote, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

export function addFindVotes(server: McpServer, { ask }: Workshop): void {
  server.registerTool(
    'find_votes',
    {
      title: 'Find votes',
      description:
        'Finds votes of councils and parliaments that the reports of the archive tell of: the outcome, how members voted, and the entry of the official record.',
      inputSchema: z.strictObject({
        actor: words.optional().describe('Code of a country that voted, such as RUS.'),
        body: words.optional().describe('Part of the name of the council or parliament.'),
        outcome: z.enum(['adopted', 'vetoed', 'failed', 'unknown']).optional(),
        text: words.optional().describe('Words that must stand in what it was about.'),
        report: words.optional().describe('Of this report only.'),
        ...days,
        ...paging,
      }),
      outputSchema: z.strictObject({ votes: z.array(vote), next }),
      annotations: LOOKS,
    },
    async (asked) => {
      const { items, next: after } = await ask((desk) => desk.votes(given(asked)));
      return answer({ votes: items.map(citeVote), next: after });
    },
  );
}
