/**
 * Reads many reports as a user would, most of them copies, once in one go and once killed at random moments and begun
 * again, and says what it took and whether the archives are the same: `npm run bench -- many-reports [COUNT] [SEED]`. At
 * its full size, 100,000 reports, it takes most of an hour. Prints one JSON object.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExistingArchive } from '../src/archive/index.js';
import { packagePath } from '../src/package-root.js';
import { seeded } from '../training/random.js';
import { loadCorpus } from './corpus.js';
import { makeReports } from './made-reports.js';

const [news = '', countText = '100000', seedText = '1'] = process.argv.slice(2);
const count = Number(countText);
const THREADS = '2';
/** One report in five is distinct. */
const DISTINCT = 0.2;
const KILLS = 3;

const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-many-'));
const next = seeded(Number(seedText));
const corpus = await loadCorpus(news === '' ? undefined : news);
const reports = makeReports(corpus.reports, {
  count,
  distinct: Math.round(count * DISTINCT),
  seed: Number(seedText),
});
const lines = reports.map((report) => `${JSON.stringify(report)}\n`);

try {
  const whole = join(scratch, 'whole.duckdb');
  const run = await readAll(whole);
  const broken = join(scratch, 'broken.duckdb');
  const kills: number[] = [];
  while (kills.length < KILLS) {
    // Each time further on, so that there is something to lose.
    const after = Math.round((run.seconds * (kills.length + next())) / KILLS);
    kills.push(after);
    await readAll(broken, after * 1000);
  }
  const resumed = await readAll(broken);
  const [one, other] = [await contents(whole), await contents(broken)];
  const differing = Object.keys(one).filter((table) => one[table] !== other[table]);
  if (differing.length > 0) process.exitCode = 1;
  console.log(
    JSON.stringify({
      reports: count,
      threads: Number(THREADS),
      seconds: Math.round(run.seconds),
      reportsPerSecond: Math.round(count / run.seconds),
      secondHalfToFirst: Math.round((100 * run.secondHalf) / run.firstHalf) / 100,
      peakMemoryMb: run.peakMb,
      quarterMemoryMb: run.quarters,
      killedAfterSeconds: kills,
      secondsToEndAfterwards: Math.round(resumed.seconds),
      tablesCompared: Object.keys(one).length,
      tablesDiffering: differing,
    }),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

interface Run {
  readonly seconds: number;
  readonly firstHalf: number;
  readonly secondHalf: number;
  readonly peakMb: number;
  /** Memory when a quarter, half, … had been handed over. */
  readonly quarters: readonly number[];
}

/** Feeds all lines to a reader's standard input; kills it after a while where that is asked for. */
async function readAll(archive: string, killAfterMs?: number): Promise<Run> {
  const args = ['read', '-', '--threads', THREADS, '--quiet', '--archive', archive];
  const started = performance.now();
  const child = spawn(process.execPath, [packagePath('bin', 'rapporteur'), ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  const ended = once(child, 'exit');
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  // Whoever is killed reads no more.
  child.stdin.on('error', () => undefined);
  const quarters: number[] = [];
  let half = started;
  for (const [index, line] of lines.entries()) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (!child.stdin.write(line)) await Promise.race([drained(child), ended]);
    if ((index + 1) % Math.ceil(count / 4) === 0) quarters.push(memoryMb(child, 'VmRSS'));
    if (index + 1 === Math.ceil(count / 2)) half = performance.now();
  }
  const peak = child.exitCode === null && child.signalCode === null ? memoryMb(child, 'VmHWM') : 0;
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  if (killAfterMs === undefined && code !== 0) throw new Error(`Reading ended with ${code}: ${said}`);
  const done = performance.now();
  return {
    seconds: (done - started) / 1000,
    firstHalf: half - started,
    secondHalf: done - half,
    peakMb: peak,
    quarters,
  };
}

/** Whoever is killed drains nothing, which is no failure. */
function drained({ stdin }: ChildProcess): Promise<unknown> {
  return once(stdin!, 'drain').catch(() => undefined);
}

/** What the kernel says that a process holds, or held at most. */
function memoryMb({ pid }: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** How many rows each table has, and a digest of them whatever their order. */
async function contents(path: string): Promise<Record<string, string>> {
  const archive = await openExistingArchive(path);
  const found = await archive.connection.runAndReadAll('SELECT table_name FROM duckdb_tables() ORDER BY 1');
  const tables: Record<string, string> = {};
  for (const [name] of found.getRowsJS()) {
    const rows = await archive.connection.runAndReadAll(
      `SELECT count(*), bit_xor(hash(t)) FROM "${String(name)}" t`,
    );
    tables[String(name)] = rows.getRowsJS()[0]!.map(String).join(' ');
  }
  archive.close();
  return tables;
}
