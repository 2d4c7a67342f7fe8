import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApi, startServer } from './server.js';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
let server: RunningApi;
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(folder, 'secret.txt'), 'none of the page');
  server = await startServer({ archive: join(folder, 'a.duckdb'), page: pageFolder() });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function pageFolder(): string {
  const page = mkdtempSync(join(folder, 'page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Page</title>');
  return page;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends what browsers and clients would not: any header, any path. */
function send(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends bytes as they are, and gives back what comes until the connection is closed. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const refusedHeaders: readonly [string, Record<string, string>][] = [
  ['another host', { host: 'evil.example' }],
  ['a host that only begins like ours', { host: '127.0.0.1.evil.example' }],
  ['a host that only ends like ours', { host: 'evil.localhost' }],
  ['an address of the network', { host: '192.168.0.7:80' }],
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a page with no origin', { origin: 'null' }],
  ['a page over https', { origin: 'https://127.0.0.1' }],
  ['a fetch from another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a fetch from another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  [
    'a frame of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ],
];

describe('a request that says it comes from elsewhere', () => {
  for (const [what, headers] of refusedHeaders) {
    it(`is refused: ${what}`, async () => {
      for (const path of ['/api', '/api/events', '/', '/nowhere']) {
        const { status, body } = await send(path, headers);
        expect([path, status]).toEqual([path, 403]);
        expect(JSON.parse(body)).toMatchObject({ code: 'request.refused', status: 403 });
      }
      const posted = await send(
        '/api/reports',
        { ...headers, 'content-type': 'text/plain' },
        'POST',
        'Peru.',
      );
      expect(posted.status).toBe(403);
    });
  }

  it('is answered where it is a link that somebody followed, or our own page', async () => {
    const { host } = new URL(server.url);
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await send('/', link)).status).toBe(200);
    const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' };
    expect((await send('/api/readings', own, 'POST', 'Peru thanked Chile.')).status).toBe(200);
    const local = host.replace('127.0.0.1', 'localhost');
    expect((await send('/api', { host: local, origin: `http://${local}` })).status).toBe(200);
  });
});

describe('every answer', () => {
  it('tells browsers to run our own scripts only, and to guess no types', async () => {
    for (const path of ['/', '/api', '/api/nothing', '/api/events?limit=x', '/nowhere']) {
      const { headers } = await send(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('a path', () => {
  const leaving = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    '//etc/passwd',
    '/.%00./secret.txt',
    '/index.html%00.png',
    '/%c0%ae%c0%ae/secret.txt',
    '/api/reports/..%2f..%2fsecret.txt',
    '/%',
    '/api/reports/%',
    '/api/reports/%ff',
  ];
  for (const path of leaving) {
    it(`never leaves the page's folder: ${path}`, async () => {
      const { status, body } = await send(path);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('none of the page');
      expect(JSON.parse(body)).toHaveProperty('code');
    });
  }
});

describe('words that look like SQL, script or a pattern', () => {
  const words = [
    "'; DROP TABLE events; --",
    "' OR '1'='1",
    '$1); DELETE FROM reports; --',
    "read_csv('/etc/passwd')",
    '%_%',
    '(((((((',
    '[a-',
    '\\',
    '<script>alert(1)</script>',
    '\u0000',
    '\u202e',
    '{{7*7}}',
    '../../etc/passwd',
    '__proto__',
    'constructor',
  ];
  const listings = [
    ['events', 'actor'],
    ['events', 'text'],
    ['statements', 'about'],
    ['statements', 'speaker'],
    ['votes', 'body'],
    ['claims', 'kind'],
    ['disputes', 'actor'],
    ['matters', 'actor'],
    ['incidents', 'place'],
    ['reports', 'publisher'],
    ['copies', 'report'],
    ['search', 'q'],
    ['registry/council/votes', 'about'],
    ['registry/council/votes', 'symbol'],
  ];
  for (const [listing, name] of listings) {
    it(`are only words: ${listing}?${name}=`, async () => {
      for (const word of words) {
        const { status, headers } = await send(`/api/${listing}?${name}=${encodeURIComponent(word)}`);
        expect([word, status]).toEqual([word, 200]);
        expect(headers['content-type']).toContain('application/json');
      }
    });
  }

  it('are no country, report, incident or job', async () => {
    for (const word of words) {
      const part = encodeURIComponent(word);
      for (const path of [`dyads/${part}/RUS`, `reports/${part}`, `incidents/${part}`, `jobs/${part}`]) {
        const { status, body } = await send(`/api/${path}`);
        expect([400, 404]).toContain(status);
        expect(JSON.parse(body)).toHaveProperty('detail');
      }
    }
  });

  it('name no parameter, number or kind', async () => {
    for (const word of words) {
      const part = encodeURIComponent(word);
      for (const query of [
        `${part}=1`,
        `limit=${part}`,
        `type=${part}`,
        `from=${part}`,
        `after=${part}`,
        `limit=1&limit=2`,
      ])
        expect([query, (await send(`/api/events?${query}`)).status]).toEqual([query, 400]);
    }
  });
});

describe('what is no HTTP', () => {
  const bytes: readonly [string, string, string][] = [
    ['garbage', 'GARBAGE\r\n\r\n', '400'],
    ['no host', 'GET /api HTTP/1.1\r\n\r\n', '400'],
    ['an empty host', 'GET /api HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', '400'],
    ['a host with a user', 'GET /api HTTP/1.1\r\nHost: a@127.0.0.1\r\nConnection: close\r\n\r\n', '400'],
    [
      'two lengths',
      'POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      '400',
    ],
    [
      'a length and chunks',
      'POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['too many headers', `GET /api HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ];
  for (const [what, sent, status] of bytes) {
    it(`is told its problem: ${what}`, async () => {
      const answer = await sendRaw(sent);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).not.toContain('    at ');
    });
  }
});

describe('a body', () => {
  it('of a length that is not told is refused when it grows too large', async () => {
    const head =
      'POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n';
    const chunk = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`;
    expect(await sendRaw(head + chunk.repeat(40))).toMatch(/^HTTP\/1.1 413 /);
  });

  it('of deep JSON or of keys that reach for prototypes does no harm', async () => {
    const json = { 'content-type': 'application/json' };
    const deep = `{"text": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await send('/api/readings', json, 'POST', deep)).status).toBe(422);
    const proto = '{"text": "Peru thanked Chile.", "__proto__": {"isAdmin": true}, "constructor": {}}';
    expect((await send('/api/readings', json, 'POST', proto)).status).toBe(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('that takes too long to read is given up, and the next is read', async () => {
    const slow = await startServer({ archive: ':memory:', readWithinMs: 2_000 });
    try {
      const post = (text: string) =>
        fetch(`${slow.url}/api/readings`, {
          method: 'POST',
          body: text,
          headers: { 'content-type': 'text/plain' },
        });
      const given = await post('Russia said that '.repeat(60_000));
      expect(given.status).toBe(413);
      expect((await post('Peru thanked Chile.')).status).toBe(200);
    } finally {
      await slow.close();
    }
  });
});

it('a formula in a report is none in a table', async () => {
  const text = 'Norway expelled two Russian diplomats on Monday.';
  const report = JSON.stringify({ title: '=HYPERLINK("http://evil.example")', text, publisher: '+cmd' });
  await send('/api/reports', { 'content-type': 'application/json' }, 'POST', report);
  const { body } = await send('/api/exports/csv');
  expect(body).toContain('Norway');
  expect(body).not.toMatch(/(?:^|,)"?[=+@]/m);
});
