/**
 * What the API takes at a million events: 20 clients that ask one question after the other, 50,000 in all, of each kind
 * that the page asks. Takes some minutes, so it runs alone: `node dist/bench/api.js FOLDER [EVENTS [REQUESTS]]`. Prints
 * one JSON object, times in milliseconds.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openArchive } from '../src/archive/index.js';
import { packagePath } from '../src/package-root.js';
import { seeded } from '../training/random.js';

const [folder = '.', events = '1000000', requests = '50000'] = process.argv.slice(2);
const EVENTS = Number(events);
const REPORTS = Math.ceil(EVENTS / 12);
const CLIENTS = 20;
const next = seeded(7);

const path = join(folder, `api-${EVENTS}.duckdb`);
if (!existsSync(path)) await fill(path);
const server = spawn(process.execPath, [packagePath('bin', 'rapporteur'), 'serve', '--archive', path], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [url] = (await once(createInterface(server.stdout), 'line')) as [string];
try {
  console.log(JSON.stringify({ events: EVENTS, clients: CLIENTS, ...(await measure()) }));
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Questions as the page asks them, the common ones more often. */
function question(): [kind: string, path: string] {
  const code = () => `${letter(31)}${letter(26)}X`.replace(/[^A-Z]/g, 'A');
  const day = () => `20${10 + Math.floor(next() * 10)}-0${1 + Math.floor(next() * 9)}-11`;
  const dice = next();
  if (dice < 0.3) return ['report', `/api/reports/r-${Math.floor(next() * REPORTS)}`];
  if (dice < 0.45) return ['events of a country', `/api/events?actor=${code()}&limit=50`];
  if (dice < 0.55) return ['events since a day', `/api/events?from=${day()}&type=ASSAULT&limit=50`];
  if (dice < 0.65) return ['events', '/api/events?limit=50'];
  if (dice < 0.75) return ['incidents of a country', `/api/incidents?actor=${code()}&limit=50`];
  if (dice < 0.85) return ['dyad', `/api/dyads/${code()}/${code()}`];
  if (dice < 0.95) return ['reports', '/api/reports?limit=50'];
  return ['record of the Council', '/api/registry/council/votes?veto=Russia&about=Syria'];
}

function letter(of: number): string {
  return String.fromCharCode(65 + Math.floor(next() * Math.min(26, of)));
}

async function measure(): Promise<object> {
  const times = new Map<string, number[]>();
  let left = Number(requests);
  let faults = 0;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const [kind, address] = question();
      const started = performance.now();
      const response = await fetch(`${url}${address}`);
      await response.arrayBuffer();
      if (response.status >= 500) faults += 1;
      const all = times.get(kind) ?? [];
      all.push(performance.now() - started);
      times.set(kind, all);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - started) / 1000;
  const all = [...times.values()].flat();
  return {
    requests: all.length,
    faults,
    perSecond: Math.round(all.length / seconds),
    ...quantiles(all),
    kinds: Object.fromEntries([...times].map(([kind, some]) => [kind, quantiles(some)])),
  };
}

function quantiles(times: number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(10 * sorted[Math.floor(share * (sorted.length - 1))]!) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** An archive of made-up reports, a dozen events each, between countries that are as common as countries are. */
async function fill(file: string): Promise<void> {
  const archive = await openArchive(file, { looks: true });
  const run = (sql: string) => archive.connection.run(sql);
  const code = (salt: number) =>
    `(chr(65 + CAST(exp((hash(i * 31 + ${salt}) % 1000) / 1000.0 * ln(26)) AS INTEGER) - 1) || chr(65 + CAST(hash(i * 17 + ${salt}) % 26 AS INTEGER)) || 'X')`;
  await run(`INSERT INTO reports
    SELECT 'r-' || i, 'd', 'made up', CAST(DATE '2010-01-01' + CAST(i % 3650 AS INTEGER) AS VARCHAR), 'Fjord', 'Report ' || i,
      repeat('Norway sent aid to Chad on Friday, officials said. ', 40),
      json_object('id', 'r-' || i, 'title', 'Report ' || i, 'published', CAST(DATE '2010-01-01' + CAST(i % 3650 AS INTEGER) AS VARCHAR),
        'publishedNotBefore', NULL, 'publishedBasis', 'given', 'publisher', 'Fjord', 'url', NULL, 'language', 'en')
    FROM range(${REPORTS}) t(i)`);
  const types = `['CONSULT', 'ACCUSE', 'ASSAULT', 'AID'][1 + CAST(i % 4 AS INTEGER)]`;
  const quads = `['verbal cooperation', 'verbal conflict', 'material conflict', 'material cooperation'][1 + CAST(i % 4 AS INTEGER)]`;
  await run(`CREATE TEMP TABLE made AS
    SELECT i, i // 12 AS report, ${code(1)} AS actor, ${code(2)} AS recipient, ${types} AS type, ${quads} AS quad,
      DATE '2010-01-01' + CAST((i // 12) % 3650 AS INTEGER) AS day FROM range(${EVENTS}) t(i)`);
  const party = (who: string) =>
    `json_array(json_object('name', ${who}, 'country', ${who}, 'sectors', json_array('GOV'), 'title', NULL, 'person', NULL, 'id', NULL,
       'mention', json_object('start', 0, 'end', 6, 'text', 'Norway'), 'resolvedBy', 'name'))`;
  await run(`INSERT INTO events
    SELECT 'e-' || i, 'r-' || report, i % 12, type, 'reported', day::VARCHAR, day::VARCHAR,
      'Norway sent aid to Chad on Friday, officials said.',
      json_object('id', 'e-' || i, 'type', type, 'mode', NULL, 'contexts', json_array(), 'quad', quad, 'score', 3, 'cameo', NULL,
        'actors', ${party('actor')}, 'recipients', ${party('recipient')},
        'when', json_object('start', day::VARCHAR, 'end', day::VARCHAR, 'precision', 'day', 'text', NULL, 'basis', 'stated'),
        'place', NULL, 'auxiliary', json_array(), 'standing', 'reported', 'attributedTo', NULL, 'dead', NULL, 'injured', NULL,
        'cue', json_object('start', 7, 'end', 11, 'text', 'sent'), 'alsoAt', json_array(), 'sentence', 0, 'confidence', 0.8, 'by', 'made up'),
      0.8
    FROM made`);
  for (const role of ['actor', 'recipient'])
    await run(
      `INSERT INTO participants SELECT 'e-' || i, 'r-' || report, '${role}', ${role}, ${role}, NULL, 'Norway' FROM made`,
    );
  const number = `CAST(1 + i % 4 AS TINYINT)`;
  await run(`INSERT INTO incidents
    SELECT 'i-' || i, type, NULL, ${number}, 3, day, day, 'happened', 1, 1, 1, 0.8, actor || ' → ' || recipient,
      ' / ' || lower(actor) || ' / ', ' / ' || lower(recipient) || ' / ', NULL,
      json_object('id', 'i-' || i, 'type', type, 'title', actor || ' → ' || recipient, 'firstDay', day::VARCHAR, 'tellings',
        json_array(json_object('event', 'e-' || i, 'report', 'r-' || report)))
    FROM made`);
  await run(`INSERT INTO incident_dyads
    SELECT 'i-' || i, actor, recipient, 'GOV', 'GOV', day, type, NULL, ${number}, 3, 1, 0.8 FROM made`);
  archive.close();
}
