/**
 * Speed and memory: `npm run bench [-- JSONL]`. Prints a table and, last, one JSON object. `npm run bench -- many-reports` is
 * apart, for it takes most of an hour.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../src/package-root.js';
import { loadEngine } from '../src/pipeline.js';
import { loadCorpus } from './corpus.js';
import { timeStages } from './stages.js';

/** Wikinews reports, where the material for evaluation lies beside the checkout. */
const NEWS = packagePath('..', 'shared', 'corpora', 'news', 'wikinews.jsonl');
const [first, ...others] = process.argv.slice(2);
if (first === 'many-reports') {
  const args = [packagePath('dist/bench/many-reports.js'), existsSync(NEWS) ? NEWS : '', ...others];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}
const path = first ?? (existsSync(NEWS) ? NEWS : undefined);
const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));

try {
  const corpus = await loadCorpus(path);
  console.log(
    `${corpus.reports.length} reports (${path === NEWS ? 'Wikinews' : corpus.name}); Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
  );

  const language = figures('language.js');
  const plain = figures('plain.js');
  const peers = figures('peers.js');
  const threads = [figures('threads.js', '1'), figures('threads.js', '2')] as const;
  line('trees and names', language.treesAndNames, 'one thread, warm');
  line('… and references', language.withReferences, 'one thread, warm');
  line('… plain kernel', plain.treesAndNames, sameTrees(plain));
  line('compromise', peers.compromiseTags, 'tags and names, no trees');
  line('wink-nlp', peers.winkTags, 'sentences, tags, dates and amounts; no names, no trees');
  const [one, two] = threads.map((run) => run.tokensPerSecond ?? 0) as [number, number];
  line('one thread', one, 'whole analysis of many reports, warm');
  line('two threads', two, `${(two / one).toFixed(2)} times one`);
  console.log(
    `language engine alone: loads in ${language.loadMs} ms, peak memory ${language.peakMemoryMb} MB; with two threads ${threads[1].peakMemoryMb} MB`,
  );

  const loadStarted = performance.now();
  const engine = loadEngine();
  const loadMs = Math.round(performance.now() - loadStarted);
  timeStages(corpus.reports, engine);
  const { tokens, ms } = timeStages(corpus.reports, engine);
  const perStage = Object.fromEntries(
    Object.entries(ms).map(([stage, spent]) => [stage, Math.round((1000 * tokens) / spent)]),
  );
  for (const [stage, speed] of Object.entries(perStage)) line(stage, speed, '');

  const archived = figures('read-many.js', '2000', join(scratch, 'a.duckdb'));
  console.log(
    `text to archive: ${archived.tokensPerSecond?.toLocaleString('en')} tokens/s, ${archived.reportsPerSecond} reports/s, ` +
      `peak memory ${archived.peakMemoryMb} MB over ${archived.reports} reports`,
  );

  const record = figures('registry.js');
  console.log(
    `official record: loads in ${record.loadMs} ms, slowest query ${record.slowestQueryMs} ms, warm`,
  );

  const related = figures('relations.js', scratch);
  console.log(
    `a new report among ${related.manySentences?.toLocaleString('en')} sentences: ${related.manyMs} ms, ` +
      `${related.ratio} times that among ${related.fewSentences?.toLocaleString('en')}; ` +
      `slowest dyad of ${related.dyadRows?.toLocaleString('en')} incidents ${related.slowestDyadMs} ms, archive open in ${related.openMs} ms`,
  );

  const bin = packagePath('bin', 'rapporteur');
  const helpMs = median(() => run(bin, ['--help']).ms);
  const examples = packagePath('examples');
  const example = join(examples, readdirSync(examples).find((file) => file.endsWith('.txt'))!);
  const firstMs = median(() => run(bin, ['read', example, '--archive', join(scratch, 'b.duckdb')]).ms);
  console.log(
    `models and registry load in ${loadMs} ms; --help ${helpMs} ms; one report read, start to end, ${firstMs} ms`,
  );
  const all = {
    record,
    language,
    plain,
    peers,
    threads,
    loadMs,
    perStage,
    archived,
    related,
    helpMs,
    firstMs,
  };
  console.log(JSON.stringify({ corpus: corpus.reports.length, ...all }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** What one of our scripts measured, in a process of its own. */
function figures(script: string, ...args: readonly string[]): Record<string, number> {
  const { stdout } = run(process.execPath, [packagePath('dist/bench', script), path ?? '', ...args]);
  return JSON.parse(stdout) as Record<string, number>;
}

function line(what: string, tokensPerSecond: number | undefined, note: string): void {
  const speed = (tokensPerSecond ?? 0).toLocaleString('en').padStart(12);
  console.log(`${what.padEnd(18)} ${speed} tokens/s  ${note}`.trimEnd());
}

function sameTrees({ sample = 0, differing = 0 }: Record<string, number>): string {
  const same = `the same tags, trees and names in ${sample - differing} of ${sample} reports`;
  if (differing > 0) process.exitCode = 1;
  return same;
}

function run(program: string, args: readonly string[]): { stdout: string; ms: number } {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // As the command line does.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return { stdout, ms: Math.round(performance.now() - started) };
}

function median(measure: () => number): number {
  const all = Array.from({ length: 5 }, measure).sort((a, b) => a - b);
  return all[2]!;
}
