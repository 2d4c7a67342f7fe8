import { countRecords, openArchive } from '../../archive/index.js';
import { STAGES } from '../../language/index.js';
import { loadEngine } from '../../pipeline.js';
import { programVersion } from '../../version.js';
import type { ArchiveOptions } from '../program.js';

/** Shows what is installed and whether it works: versions, pipeline, models, registry, archive. */
export async function doctor(options: ArchiveOptions): Promise<void> {
  const started = performance.now();
  const engine = loadEngine();
  const loadMs = Math.round(performance.now() - started);
  const archive = await openArchive(options.archive);
  const records = await countRecords(archive);
  archive.close();
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
    archive: { path: archive.path, records },
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
      `archive: ${archive.path}`,
      `  ${Object.entries(records)
        .map(([table, count]) => `${count} ${table}`)
        .join(', ')}`,
    ].join('\n'),
  );
}
