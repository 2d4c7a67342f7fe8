import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { given } from '../../desk/given.js';
import { RapporteurError } from '../../errors.js';
import type { Reading } from '../../reading/contract.js';
import { answer } from '../answer.js';
import { cite, citeClaim, citeDispute, citeEvent, citeStatement, citeVote } from '../cite.js';
import { citation, claim, day, dispute, event, statement, vote, words } from '../schemas.js';
import type { Workshop } from '../workshop.js';

export function addReadReport(server: McpServer, { ask, read }: Workshop): void {
  server.registerTool(
    'read_report',
    {
      title: 'Read a report',
      description:
        'Reads a news report and tells all that is found in it: events, statements, votes, claims with verdicts, disputes. Give its text, or the id of a report in the archive.',
      inputSchema: z.strictObject({
        text: z.string().min(1).max(1_000_000).optional().describe('The report, headline included.'),
        id: words.optional().describe('Id of a report in the archive, in place of a text.'),
        title: words.optional(),
        published: day.optional().describe('Date of publication, YYYY-MM-DD: without it days stay vague.'),
        publisher: words.optional(),
        save: z.boolean().default(false).describe('Whether to keep the text and its reading in the archive.'),
      }),
      outputSchema: z.strictObject({
        report: z.strictObject({
          id: z.string(),
          title: z.string().nullable(),
          published: z.string().nullable(),
          publisher: z.string().nullable(),
          length: z.int().describe('Of its text, in UTF-16 units.'),
        }),
        events: z.array(event),
        statements: z.array(statement),
        votes: z.array(vote),
        claims: z.array(claim),
        disputes: z.array(dispute),
        notes: z.array(z.strictObject({ kind: z.string(), text: z.string(), citations: z.array(citation) })),
      }),
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async ({ id, text, save, ...known }) => {
      if ((id === undefined) === (text === undefined))
        throw new RapporteurError(
          'usage',
          'Give either the text of a report or the id of one, and not both.',
        );
      const reading =
        text === undefined
          ? await ask((desk) => desk.reading(id!))
          : await read({ text, ...given(known) }, { save });
      if (reading === undefined)
        throw new RapporteurError(
          'record.missing',
          `There is no report "${id}" in the archive. search finds reports.`,
        );
      return answer(tell(reading));
    },
  );
}

function tell({ report, events, statements, votes, claims, disputes, notes }: Reading) {
  const { id, title, published, publisher, text } = report;
  const lineAt = (at: number) =>
    text.slice(text.lastIndexOf('\n', at - 1) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);
  const listed = <T>(record: T, context = '') => ({ record, report, context });
  return {
    report: { id, title, published, publisher, length: text.length },
    events: events.map((one) => citeEvent(listed(one, lineAt(one.cue.start)))),
    statements: statements.map((one) => citeStatement(listed(one))),
    votes: votes.map((one) => citeVote(listed(one))),
    claims: claims.map((one) => citeClaim(listed(one))),
    disputes: disputes.map((one) => citeDispute(listed(one))),
    notes: notes.map((one) => ({
      kind: one.kind,
      text: one.text,
      citations: one.spans.map((span) => cite(report, span)),
    })),
  };
}
