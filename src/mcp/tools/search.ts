import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { answer, LOOKS } from '../answer.js';
import { cite } from '../cite.js';
import { citation, next, paging, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

export function addSearch(server: McpServer, { ask }: Workshop): void {
  server.registerTool(
    'search',
    {
      title: 'Search reports',
      description:
        'Finds reports of the archive that hold all of some words, with the passage of the first of them.',
      inputSchema: z.strictObject({ words: words.describe('The words, parted by spaces.'), ...paging }),
      outputSchema: z.strictObject({
        reports: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string().nullable(),
            published: z.string().nullable(),
            citation,
          }),
        ),
        next,
      }),
      annotations: LOOKS,
    },
    async ({ words: text, ...page }) => {
      const wanted = text.split(/\s+/).filter((word) => word !== '');
      const { items, next: after } = await ask((desk) => desk.search(wanted, given(page)));
      const reports = items.map(({ id, title, published, snippet }) => ({
        id,
        title,
        published,
        citation: cite({ id, title, published }, snippet),
      }));
      return answer({ reports, next: after });
    },
  );
}
