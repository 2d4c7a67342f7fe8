import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';

let folder: string;
let server: Server;
let base: string;
/** Numbers of the reports in the feed. */
let shown: number[];
let asked: { url: string; etag: string | undefined }[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  shown = [1, 2];
  asked = [];
  server = createServer((request, response) => {
    const etag = `"${shown.join('-')}"`;
    asked.push({ url: request.url!, etag: request.headers['if-none-match'] });
    if (request.url !== '/feed') response.writeHead(503).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(feed());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function feed(): string {
  const items = shown.map(
    (number) =>
      `<item><title>Aid ${number}</title><link>/${number}</link><pubDate>Wed, 12 Apr 2017 09:30:00 GMT</pubDate><description>Norway sent ${number} tonnes of aid to Chad.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Daily</title>${items.join('')}</channel></rss>`;
}

function start(args: readonly string[]) {
  const archive = ['--archive', join(folder, 'a.duckdb')];
  const child = spawn(process.execPath, [packagePath('bin', 'rapporteur'), ...args, ...archive, '--json']);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += String(chunk);
  });
  return { child, output };
}

async function run(args: readonly string[]) {
  const { child, output } = start(args);
  const [status] = (await once(child, 'close')) as [number];
  return { status, ...output };
}

const watchOnce = (...args: string[]) => run(['watch', '--once', '--allow-private', ...args]);

function titles(stdout: string): string[] {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { report: { title: string } }).report.title);
}

describe('watch', () => {
  it('reads each report once, across restarts', async () => {
    const first = await watchOnce(`${base}/feed`);
    const second = await watchOnce(`${base}/feed`);
    shown = [2, 3];
    const third = await watchOnce(`${base}/feed`);
    expect([first, second, third].map(({ stdout }) => titles(stdout))).toEqual([
      ['Aid 1', 'Aid 2'],
      [],
      ['Aid 3'],
    ]);
    expect([first, second, third].map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1-2"', '"1-2"']);
    const saved = await run(['search', 'Norway']);
    expect(saved.stdout.trim().split('\n')).toHaveLength(3);
  });

  it('reads the feeds in a list, and leaves one alone that fails', async () => {
    const list = join(folder, 'feeds.opml');
    writeFileSync(
      list,
      `<opml version="2.0"><body><outline text="Good" xmlUrl="${base}/feed"/><outline text="Bad" xmlUrl="${base}/bad"/></body></opml>`,
    );
    const first = await watchOnce(list);
    expect(first.status).toBe(3);
    expect(titles(first.stdout)).toEqual(['Aid 1', 'Aid 2']);
    expect(first.stderr).toContain(`${base}/bad answers with status 503`);
    asked = [];
    const second = await watchOnce(list);
    expect(asked.map(({ url }) => url)).toEqual(['/feed']);
    expect(second.stderr).toMatch(/\/bad is left alone until .*: it failed last time/);
  });

  it('says what is wrong with what it is given', async () => {
    const wrong = await watchOnce(join(folder, 'none.opml'));
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no file') });
    const often = await run(['watch', '--every', '1s', `${base}/feed`]);
    expect(often).toMatchObject({ status: 2, stderr: expect.stringContaining('from 60s') });
    const inside = await run(['watch', '--once', `${base}/feed`]);
    expect(inside).toMatchObject({ status: 3, stderr: expect.stringContaining('--allow-private') });
    expect(asked).toEqual([]);
  });

  it('goes on until it is stopped, and lets others at the archive meanwhile', async () => {
    const { child, output } = start(['watch', '--allow-private', `${base}/feed`]);
    while (output.stdout.split('\n').length < 3) await once(child.stdout, 'data');
    // The archive is free again as soon as what was printed is saved.
    let found = 0;
    while (found < 2) found = (await run(['search', 'Norway'])).stdout.split('\n').length - 1;
    child.kill('SIGTERM');
    const [status] = (await once(child, 'close')) as [number];
    expect(status).toBe(0);
  });
});
