import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { buildMcpServer } from '../../mcp/server.js';
import { openWorkshop } from '../../mcp/workshop.js';
import { knowledgeOf } from '../knowledge.js';
import type { KnowledgeOptions } from '../program.js';

/** Speaks the Model Context Protocol over stdin and stdout until stdin ends. */
export async function mcp(options: KnowledgeOptions & { readonly archive?: string }): Promise<void> {
  const workshop = openWorkshop({ archive: options.archive, knowledge: knowledgeOf(options) });
  const server = buildMcpServer(workshop);
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  await workshop.close();
}
