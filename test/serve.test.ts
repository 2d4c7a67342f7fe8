import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';
import { exampleNames } from './examples.js';

const BIN = packagePath('bin', 'rapporteur');
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
const archive = join(folder, 'a.duckdb');
const note = `${archive}.server.json`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rapporteur(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args, '--archive', archive], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  return { status, stdout, stderr };
}

/** Starts a server and waits for the address that it prints. */
async function serve(args: string[] = []): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [BIN, 'serve', '--archive', archive, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [url] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { url, process: child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

const LISTINGS = [
  ['events', '--json', '--min-confidence', '0'],
  ['events', '--actor', 'USA', '--limit', '2'],
  ['statements', '--about', 'Syria'],
  ['votes'],
  ['claims', '--format', 'csv'],
  ['disputes'],
  ['disputes', '--by-report', '--json'],
  ['incidents', '--format', 'csv'],
  ['incidents', 'i-none'],
  ['dyad', 'USA', 'Syria', '--json'],
  ['dyad', 'Atlantis', 'Syria'],
  ['copies', '--json'],
  ['search', 'Syria', 'strikes'],
  ['search', 'zebra'],
  ['export', '--as', 'csv'],
  ['export', '--as', 'plover'],
];

describe('rapporteur serve', () => {
  const apart: { readonly args: string[]; readonly answer: ReturnType<typeof rapporteur> }[] = [];
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const examples = exampleNames().map((name) => packagePath('examples', `${name}.txt`));
    expect(rapporteur(['read', ...examples, '--json']).status).toBe(0);
    for (const args of LISTINGS) apart.push({ args, answer: rapporteur(args) });
    server = await serve();
  });
  afterAll(() => {
    server.process.kill('SIGKILL');
  });

  it('prints the address that it can be asked at, and says it beside the archive', async () => {
    const about = (await (await fetch(`${server.url}/api`)).json()) as { archive: { path: string } };
    expect(about.archive.path).toBe(archive);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ url: server.url, pid: server.process.pid });
  });

  it('answers the command line as the file does', () => {
    expect(apart.map(({ args }) => ({ args, answer: rapporteur(args) }))).toEqual(apart);
  });

  it('is named to commands that need the file themselves', () => {
    const { status, stderr } = rapporteur(['read', '-'], 'Norway sent aid to Chad.');
    expect(status).toBe(1);
    expect(stderr).toContain(server.url);
    expect(rapporteur(['doctor']).stdout).toContain(server.url);
    const second = rapporteur(['serve']);
    expect([second.status, second.stderr.includes(server.url)]).toEqual([1, true]);
  });

  it('refuses a port that is taken, and leaves archives alone', async () => {
    const other = join(folder, 'b.duckdb');
    const { port } = new URL(server.url);
    const run = spawnSync(process.execPath, [BIN, 'serve', '--archive', other, '--port', port], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(port);
  });

  it('ends cleanly when told, keeps what it saved, and takes its address back', async () => {
    const posted = await fetch(`${server.url}/api/reports`, {
      method: 'POST',
      body: 'Peru thanked Chile.',
      headers: { 'content-type': 'text/plain' },
    });
    expect(posted.status).toBe(201);
    expect(await end(server.process, 'SIGTERM')).toBe(0);
    expect(existsSync(note)).toBe(false);
    expect(rapporteur(['search', 'Peru', '--json']).stdout).toContain('Peru thanked Chile.');
  });

  it('ends by Ctrl-C in the middle of a job, keeping what was saved', async () => {
    const again = await serve();
    const lines = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({ text: `Norway sent ${at + 2} tonnes of aid to Chad.` }),
    ).join('\n');
    const started = await fetch(`${again.url}/api/jobs`, {
      method: 'POST',
      body: lines,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const progress = await fetch(`${again.url}${started.headers.get('location')}/progress`);
    for await (const chunk of progress.body!) {
      if (/"added":[1-9]/.test(Buffer.from(chunk).toString())) break;
    }
    expect(await end(again.process, 'SIGINT')).toBe(0);
    expect(rapporteur(['search', 'tonnes', '--json']).stdout).toContain('tonnes of aid');
  });

  it('is not taken to run where it was killed', async () => {
    const killed = await serve();
    await end(killed.process, 'SIGKILL');
    expect(existsSync(note)).toBe(true);
    expect(rapporteur(['search', 'Peru']).status).toBe(0);
    // Another process may have its number by now.
    writeFileSync(note, JSON.stringify({ url: killed.url, pid: process.pid }));
    expect(rapporteur(['search', 'Peru']).status).toBe(0);
    writeFileSync(note, JSON.stringify({ url: 'http://evil.example:80', pid: process.pid }));
    expect(rapporteur(['search', 'Peru']).status).toBe(0);
    writeFileSync(note, 'torn');
    const next = await serve();
    expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ url: next.url });
    expect(await end(next.process, 'SIGINT')).toBe(0);
  });
});
