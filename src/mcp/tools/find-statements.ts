import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { MEDIA, STANCE_ACTS } from '../../reading/contract.js';
import { answer, LOOKS } from '../answer.js';
import { citeStatement } from '../cite.js';
import { days, next, paging, statement, WHO, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

export function addFindStatements(server: McpServer, { ask }: Workshop): void {
  server.registerTool(
    'find_statements',
    {
      title: 'Find statements',
      description:
        'Finds statements in the reports of the archive: who said what, to whom and about whom, with the words as the report has them.',
      inputSchema: z.strictObject({
        speaker: words.optional().describe(WHO),
        addressee: words.optional().describe(WHO),
        about: words.optional().describe('Whom it is aimed at or tells of, or words in it.'),
        stance: z.enum(STANCE_ACTS).optional(),
        medium: z.enum(MEDIA).optional(),
        kind: z.enum(['direct', 'indirect', 'mixed']).optional(),
        text: words.optional().describe('Words that must stand in it.'),
        report: words.optional().describe('Of this report only.'),
        ...days,
        ...paging,
      }),
      outputSchema: z.strictObject({ statements: z.array(statement), next }),
      annotations: LOOKS,
    },
    async (asked) => {
      const { items, next: after } = await ask((desk) => desk.statements(given(asked)));
      return answer({ statements: items.map(citeStatement), next: after });
    },
  );
}
