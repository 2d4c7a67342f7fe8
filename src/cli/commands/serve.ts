import { startServer } from '../../api/server.js';
import { knowledgeOf } from '../knowledge.js';
import type { KnowledgeOptions } from '../program.js';

interface ServeOptions extends KnowledgeOptions {
  readonly archive?: string;
  readonly port?: number;
  readonly threads: number;
}

/** Serves the archive until it is told to end: prints the address on stdout once it can be asked. */
export async function serve(options: ServeOptions): Promise<void> {
  const { archive, port, threads } = options;
  const server = await startServer({
    archive,
    knowledge: knowledgeOf(options),
    threads,
    ...(port === undefined ? {} : { port }),
  });
  console.log(server.url);
  console.error(`Serving ${server.archive}. Ctrl-C ends it.`);
  await told(['SIGINT', 'SIGTERM']);
  await server.close();
}

/** Whoever tells it twice wants it to end at once. */
function told(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}
