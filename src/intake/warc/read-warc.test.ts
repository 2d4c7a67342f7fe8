import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type IntakeItem, intake } from '../index.js';

const PROSE = 'The minister said on Monday that the talks with the envoy would go on in the capital.';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warc-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function record(type: string, url: string, block: Buffer | string, fields = ''): Buffer {
  const body = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\n${fields}Content-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

function answer(body: Buffer | string, headers = 'Content-Type: text/html', status = 200): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
}

const page = (text: string) =>
  `<html><head><title>Talks</title></head><body><p>${text} ${PROSE}</p></body></html>`;

async function read(name: string, content: Uint8Array): Promise<IntakeItem[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const items: IntakeItem[] = [];
  for await (const item of intake([path])) items.push(item);
  return items;
}

/** The first words of each report, the code of each failure. */
function brief(items: readonly IntakeItem[]): string[] {
  return items.map((item) => ('report' in item ? item.report.text.slice(7, 11) : item.failure.code));
}

const check = (title: string, records: readonly Buffer[], expected: string[]) =>
  it(title, async () => expect(brief(await read('a.warc', Buffer.concat(records)))).toEqual(expected));

const good = (text: string) => record('response', `https://d.example/${text}`, answer(page(text)));

it('gives each page with its address', async () => {
  const [item] = await read('a.warc', good('One.'));
  expect(item).toMatchObject({
    report: { title: 'Talks', publisher: 'd.example', url: 'https://d.example/One.' },
  });
  expect(item?.origin).toBe(`${join(folder, 'a.warc')}: https://d.example/One.`);
});

it('may be packed record by record', async () => {
  const packed = Buffer.concat([gzipSync(good('One.')), gzipSync(good('Two.'))]);
  expect(brief(await read('a.warc.gz', packed))).toEqual(['One.', 'Two.']);
});

const chunked = (text: string) => {
  const body = page(text);
  return `10\r\n${body.slice(0, 16)}\r\n${(body.length - 16).toString(16)};x=y\r\n${body.slice(16)}\r\n0\r\n\r\n`;
};
check(
  'undoes how pages were packed and parted for the way',
  [
    record(
      'response',
      'https://d.example/1',
      answer(gzipSync(page('One.')), 'Content-Type: text/html\r\nContent-Encoding: gzip'),
    ),
    record(
      'response',
      'https://d.example/2',
      answer(brotliCompressSync(page('Two.')), 'content-type: text/html\r\ncontent-encoding: br'),
    ),
    record(
      'response',
      'https://d.example/3',
      answer(chunked('Thr.'), 'Content-Type: text/html\r\nTransfer-Encoding: chunked'),
    ),
    record(
      'response',
      'https://d.example/4',
      answer(page('Fou.'), 'Content-Type: text/html\r\nTransfer-Encoding: chunked'),
    ),
  ],
  ['One.', 'Two.', 'Thr.', 'Fou.'],
);

check(
  'passes over what is no page',
  [
    record('warcinfo', 'x', 'software: x'),
    record('request', 'https://d.example/1', 'GET / HTTP/1.1\r\n\r\n'),
    record('response', 'https://d.example/2', answer('\x89PNG\r\n', 'Content-Type: image/png')),
    record('response', 'https://d.example/3', answer(page('No..'), 'Content-Type: text/html', 404)),
    record('response', 'dns:d.example', 'd.example 1.2.3.4', 'Content-Type: text/dns\r\n'),
    good('One.'),
  ],
  ['One.'],
);

it('reads texts that were taken from pages', async () => {
  const text = record(
    'conversion',
    'https://d.example/1',
    `Talks\n\nOne. ${PROSE}`,
    'Content-Type: text/plain\r\n',
  );
  expect(await read('a.warc', text)).toMatchObject([
    { report: { text: `Talks\n\nOne. ${PROSE}`, url: 'https://d.example/1' } },
  ]);
});

check(
  'names a page without a report, and goes on',
  [record('response', 'https://d.example/1', answer('<html><p>Hi</p>')), good('Two.')],
  ['input.empty', 'Two.'],
);
check(
  'finds the next record after one whose length is wrong',
  [
    Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 2\r\n\r\nabcdefgh\r\nijkl\r\n\r\n'),
    good('Two.'),
  ],
  ['input.malformed', 'Two.'],
);
check(
  'finds the next record after one without a length',
  [Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\n\r\n'), good('Two.')],
  ['input.malformed', 'Two.'],
);
check(
  'names one that is larger than a page may be, and goes on',
  [record('response', 'https://d.example/1', answer(Buffer.alloc(11 * 1024 * 1024, 97))), good('Two.')],
  ['input.too-large', 'Two.'],
);
check(
  'names one that swells up, and goes on',
  [
    record(
      'response',
      'https://d.example/1',
      answer(
        gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)),
        'Content-Type: text/html\r\nContent-Encoding: gzip',
      ),
    ),
    good('Two.'),
  ],
  ['input.too-large', 'Two.'],
);
check('without pages is named', [record('warcinfo', 'x', 'software: x')], ['input.empty']);

it('keeps what came before it broke off, and nothing of what is not whole', async () => {
  const whole = Buffer.concat([good('One.'), good('Two.')]);
  for (const cut of [10, 230])
    expect(brief(await read('a.warc', whole.subarray(0, whole.length - cut)))).toEqual([
      'One.',
      'input.malformed',
    ]);
});
