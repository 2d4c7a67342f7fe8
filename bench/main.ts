/** Speed and memory: `npm run bench [-- JSONL]`. Prints a table and, last, one JSON object. */
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
const path = process.argv[2] ?? (existsSync(NEWS) ? NEWS : undefined);
const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));

try {
  const corpus = await loadCorpus(path);
  console.log(
    `${corpus.reports.length} reports (${path === NEWS ? 'Wikinews' : corpus.name}); Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
  );

  const loadStarted = performance.now();
  const engine = loadEngine();
  const loadMs = Math.round(performance.now() - loadStarted);

  timeStages(corpus.reports, engine);
  const { tokens, ms } = timeStages(corpus.reports, engine);
  const perStage = Object.fromEntries(
    Object.entries(ms).map(([stage, spent]) => [stage, Math.round((1000 * tokens) / spent)]),
  );
  for (const [stage, speed] of Object.entries(perStage)) {
    console.log(`${stage.padEnd(12)} ${speed.toLocaleString('en').padStart(12)} tokens/s`);
  }

  const whole = run(process.execPath, [
    packagePath('dist/bench/read-many.js'),
    path ?? '',
    '2000',
    join(scratch, 'a.duckdb'),
  ]);
  const archived = JSON.parse(whole.stdout) as Record<string, number>;
  console.log(
    `text to archive: ${archived.tokensPerSecond?.toLocaleString('en')} tokens/s, ${archived.reportsPerSecond} reports/s, ` +
      `peak memory ${archived.peakMemoryMb} MB over ${archived.reports} reports`,
  );

  const bin = packagePath('bin', 'rapporteur');
  const helpMs = median(() => run(bin, ['--help']).ms);
  const examples = packagePath('examples');
  const example = join(examples, readdirSync(examples).find((file) => file.endsWith('.txt'))!);
  const firstMs = median(() => run(bin, ['read', example, '--archive', join(scratch, 'b.duckdb')]).ms);
  console.log(
    `models and registry load in ${loadMs} ms; --help ${helpMs} ms; one report read, start to end, ${firstMs} ms`,
  );
  console.log(JSON.stringify({ corpus: corpus.reports.length, loadMs, perStage, archived, helpMs, firstMs }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(program: string, args: readonly string[]): { stdout: string; ms: number } {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return { stdout, ms: Math.round(performance.now() - started) };
}

function median(measure: () => number): number {
  const all = Array.from({ length: 5 }, measure).sort((a, b) => a - b);
  return all[2]!;
}
