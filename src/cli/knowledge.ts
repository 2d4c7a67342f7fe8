import { existsSync } from 'node:fs';
import envPaths from 'env-paths';
import { RapporteurError } from '../errors.js';
import type { OwnKnowledge } from '../registry/own/own-knowledge.js';
import { OWN_TABLES } from '../registry/own/own-tables.js';
import { readOwnKnowledge } from '../registry/own/read-own-knowledge.js';
import type { KnowledgeOptions } from './program.js';

/** Where the user's own knowledge lies when nobody says otherwise: the XDG config folder, or the system's own kind. */
export function defaultKnowledgeFolder(): string {
  return envPaths('rapporteur', { suffix: '' }).config;
}

/**
 * The knowledge of the user's own that a command reads with; undefined where there is none.
 *
 * **Errors** those of `readOwnKnowledge`; `knowledge.missing` where a folder is named that holds none.
 */
export function knowledgeOf({ knowledge }: KnowledgeOptions): OwnKnowledge | undefined {
  if (knowledge === false) return undefined;
  if (typeof knowledge !== 'string') {
    const folder = defaultKnowledgeFolder();
    return existsSync(folder) ? readOwnKnowledge(folder) : undefined;
  }
  const own = readOwnKnowledge(knowledge);
  if (own !== undefined) return own;
  const names = OWN_TABLES.map(({ name }) => name).join(', ');
  throw new RapporteurError(
    'knowledge.missing',
    `The folder ${knowledge} holds no knowledge of your own. Put any of these into it: ${names}.`,
  );
}
