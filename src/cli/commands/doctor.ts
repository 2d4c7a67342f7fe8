import { countRecords, openArchive } from '../../archive/index.js';
import { archivePath } from '../../archive/location.js';
import { remoteDesk } from '../../desk/remote-desk.js';
import { findServer, type RunningServer } from '../../desk/running-server.js';
import { STAGES } from '../../language/index.js';
import { loadEngine } from '../../pipeline.js';
import { loadRegistry } from '../../registry/index.js';
import { describeEffects, type OwnEffect } from '../../registry/own/describe-effects.js';
import type { OwnKnowledge } from '../../registry/own/own-knowledge.js';
import { programVersion } from '../../version.js';
import { defaultKnowledgeFolder, knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';

/** Shows what is installed and whether it works: versions, pipeline, models, registry, archive. */
export async function doctor(options: ArchiveOptions & KnowledgeOptions): Promise<void> {
  const knowledge = knowledgeOf(options);
  const started = performance.now();
  const engine = loadEngine({ knowledge });
  const loadMs = Math.round(performance.now() - started);
  const path = archivePath(options.archive);
  const server = await findServer(path);
  const records = await countHeld(path, server);
  const { registry, model } = engine;
  const facts = {
    version: programVersion(),
    node: process.versions.node,
    loadMs,
    models: model.version,
    pipeline: STAGES.map(({ name, reads, adds }) => ({ name, reads, adds })),
    registry: {
      countries: registry.countries.size,
      councilVotes: registry.council.votes.length,
      councilCovers: registry.council.covers,
    },
    knowledge: knowledge === undefined ? null : describeKnowledge(knowledge),
    archive: { path, records, server: server ?? null },
  };
  if (options.format === 'json') {
    console.log(JSON.stringify(facts));
    return;
  }
  const { from, to } = facts.registry.councilCovers;
  const stages = facts.pipeline.map(
    (stage) => `  ${stage.name}: ${stage.reads.join(', ')} → ${stage.adds.join(', ')}`,
  );
  console.log(
    [
      `rapporteur ${facts.version}, Node ${facts.node}; models ${facts.models}, loaded with the registry in ${loadMs} ms`,
      'pipeline',
      ...stages,
      `registry: ${facts.registry.countries} countries, ${facts.registry.councilVotes} Council votes (${from} to ${to})`,
      ...knowledgeLines(facts.knowledge),
      `archive: ${path}${server === undefined ? '' : `, held by the server at ${server.url} (process ${server.pid})`}`,
      `  ${Object.entries(records)
        .map(([table, count]) => `${count} ${table}`)
        .join(', ')}`,
    ].join('\n'),
  );
}

/** How much an archive holds; it is made where there is none. */
async function countHeld(path: string, server: RunningServer | undefined) {
  if (server !== undefined) return remoteDesk(server.url, path).counts();
  const archive = await openArchive(path);
  try {
    return await countRecords(archive);
  } finally {
    archive.close();
  }
}

interface DescribedKnowledge {
  readonly folder: string;
  readonly digest: string;
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  readonly added: number;
  readonly replaced: readonly OwnEffect[];
}

/** What the user's own files hold, and which of their rows stand in place of something of ours, or before it. */
function describeKnowledge(own: OwnKnowledge): DescribedKnowledge {
  const effects = describeEffects(own, loadRegistry());
  return {
    folder: own.folder,
    digest: own.digest,
    files: own.files.map(({ name, rows }) => ({ name, rows: rows.length })),
    added: effects.filter(({ instead }) => instead.length === 0).length,
    replaced: effects.filter(({ instead }) => instead.length > 0),
  };
}

/** A frame may stand before dozens of ours: so many are named. */
const MOST_NAMED = 4;

function knowledgeLines(own: DescribedKnowledge | null): string[] {
  if (own === null) return [`knowledge of your own: none in ${defaultKnowledgeFolder()}`];
  const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;
  return [
    `knowledge of your own: ${own.folder} (${own.digest})`,
    `  ${own.files.map((file) => `${file.name}: ${rows(file.rows)}`).join(', ')}`,
    `  ${rows(own.added)} new to us, ${rows(own.replaced.length)} before or in place of ours`,
    ...own.replaced.map(({ file, line, entry, instead }) => {
      const more = instead.length > MOST_NAMED ? `; and ${instead.length - MOST_NAMED} more` : '';
      return `  ${file}, line ${line}: ${entry} – before ${instead.slice(0, MOST_NAMED).join('; ')}${more}`;
    }),
  ];
}
