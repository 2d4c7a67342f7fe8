import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../chunks.js';
import { type IntakeItem, intake } from '../index.js';
import { type FetcherOptions, openFetcher } from './fetcher.js';

const PROSE = 'The minister said on Monday that the talks with the envoy would go on in the capital.';
const PAGE = `<html><head><title>Talks go on</title></head><body><p>${PROSE}</p></body></html>`;

/** What the server does at each path; it speaks to us alone. */
const PATHS: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
  '/packed': (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/latin': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-2' })
      .end(Buffer.from([...Buffer.from('<p>Pan '), 0xa3, ...Buffer.from(`ukasz. ${PROSE}</p>`)])),
  '/feed': (response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<rss version="2.0"><channel><title>D</title><item><title>A</title><link>/1</link></item><item><title>B</title></item></channel></rss>`,
      ),
  '/moved': (response) => response.writeHead(301, { location: '/again' }).end(),
  '/again': (response) => response.writeHead(308, { location: 'page' }).end(),
  '/found': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/cloud': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/bad': (response) => response.writeHead(302, { location: 'http://[::1' }).end(),
  '/missing': (response) => response.writeHead(404).end('<p>Nothing</p>'),
  '/long': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(100_000)),
  '/bomb': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(10_000_000))),
  '/silent': () => undefined,
  '/stops': (response) => response.writeHead(200, { 'content-type': 'text/html' }).write('<p>Some'),
  '/drips': (response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/breaks': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('x');
    response.socket?.destroy();
  },
  '/headers': (response) => response.writeHead(200, { 'x-long': 'y'.repeat(40_000) }).end(),
};

let server: Server;
let base: string;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    PATHS[request.url!]!(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The body, or what is said where there is none. */
async function body(path: string, options: FetcherOptions = {}): Promise<string> {
  const fetcher = openFetcher({ allowPrivate: true, ...options });
  try {
    const fetched = await fetcher.fetch(`${base}${path}`);
    return String(await collect(fetched.chunks, 1e9));
  } catch (error) {
    return (error as Error).message;
  } finally {
    await fetcher.close();
  }
}

describe('fetching', () => {
  const check = (path: string, expected: string | RegExp, limits = {}) =>
    it(`${path} gives ${expected}`.slice(0, 80), async () =>
      expect(await body(path, { limits })).toMatch(expected),
    );

  check('/page', PAGE);
  check('/packed', PAGE);
  check('/moved', PAGE);
  check('/loop', /after 6 redirects/);
  check('/file', /file:\/\/\/etc\/passwd \(.*\/file leads there\) is not read/);
  check('/cloud', /169\.254\.169\.254 .* is no address of the public internet/);
  check('/bad', /leads to "http:\/\/\[::1", which is no address/);
  check('/long', /sends more than/, { bytes: 50_000 });
  check('/bomb', /sends more than/, { bytes: 1_000_000 });
  check('/silent', /does not answer in time/, { silenceMs: 200 });
  check('/stops', /stopped sending/, { silenceMs: 200 });
  check('/drips', /longer than a page may take/, { wholeMs: 500 });
  check('/breaks', /broke the connection off/);
  check('/headers', /more headers/);

  it('asks nobody in a private network unless told to', async () => {
    asked = [];
    expect(await body('/page', { allowPrivate: false })).toMatch(
      /127\.0\.0\.1 is no address of the public internet/,
    );
    expect(asked).toEqual([]);
  });

  it('asks no name that leads there', async () => {
    asked = [];
    const fetcher = openFetcher();
    const named = base.replace('127.0.0.1', 'localhost');
    await expect(fetcher.fetch(`${named}/page`)).rejects.toMatchObject({ code: 'input.refused' });
    await fetcher.close();
    expect(asked).toEqual([]);
  });

  it('says where a page has moved for good, and only then', async () => {
    const fetcher = openFetcher({ allowPrivate: true });
    expect(await fetcher.fetch(`${base}/moved`)).toMatchObject({
      url: `${base}/page`,
      movedTo: `${base}/page`,
    });
    expect(await fetcher.fetch(`${base}/found`)).toMatchObject({ url: `${base}/page`, movedTo: null });
    await fetcher.close();
  });

  it('names a server that takes no connections', async () => {
    const fetcher = openFetcher({ allowPrivate: true });
    await expect(fetcher.fetch('http://127.0.0.1:1/')).rejects.toThrow(/takes no connections/);
    await fetcher.close();
  });
});

describe('reading an address', () => {
  const read = async (...paths: string[]) => {
    const items: IntakeItem[] = [];
    for await (const item of intake(
      paths.map((path) => base + path),
      { allowPrivate: true },
    ))
      items.push(item);
    return items;
  };

  it('gives the report of a page, with where it is from', async () => {
    expect(await read('/found')).toMatchObject([
      {
        report: {
          title: 'Talks go on',
          text: `Talks go on\n\n${PROSE}`,
          url: `${base}/page`,
          publisher: '127.0.0.1',
        },
        origin: `${base}/found`,
      },
    ]);
  });

  it('gives the reports of a feed', async () => {
    expect(await read('/feed')).toMatchObject([
      { report: { text: 'A', url: `${base}/1` } },
      { report: { text: 'B', url: null } },
    ]);
  });

  it('takes the encoding that the server says', async () => {
    expect(await read('/latin')).toMatchObject([{ report: { text: `Pan Łukasz. ${PROSE}` } }]);
  });

  it('names what cannot be fetched, and goes on', async () => {
    expect(await read('/missing', '/headers', '/page')).toMatchObject([
      { failure: { code: 'input.unreachable' } },
      { failure: { code: 'input.unreachable' } },
      { report: { title: 'Talks go on' } },
    ]);
  });
});
