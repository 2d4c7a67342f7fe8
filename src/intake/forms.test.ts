import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IntakeItem, type IntakeOptions, intake } from './index.js';

const PROSE = 'The minister said on Monday that the talks with the envoy would go on in the capital.';
const PAGE = `<!doctype html><html><head><title>Talks go on</title></head><body><h1>Talks go on</h1><p>${PROSE}</p></body></html>`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forms-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(
  name: string,
  content: string | Uint8Array,
  options: IntakeOptions = {},
): Promise<IntakeItem[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const items: IntakeItem[] = [];
  for await (const item of intake([path], options)) items.push(item);
  return items;
}

/** The text of each report, the code of each failure. */
function brief(items: readonly IntakeItem[]): string[] {
  return items.map((item) => ('report' in item ? item.report.text : item.failure.code));
}

function origins(items: readonly IntakeItem[]): string[] {
  return items.map(({ origin }) => origin.slice(folder.length + 1));
}

const check = (
  title: string,
  name: string,
  content: string | Uint8Array,
  expected: string[],
  options?: IntakeOptions,
) => it(title, async () => expect(brief(await read(name, content, options))).toEqual(expected));

describe('what a file holds is told by how it begins, then by its name', () => {
  const text = `Talks go on\n\n${PROSE}`;
  check('a page', 'a.html', PAGE, [text]);
  check('a page called .txt', 'a.txt', PAGE, [text]);
  check('a page without a name that tells', 'a', `<!-- saved -->\n${PAGE}`, [text]);
  check('a page, gzipped', 'a.html.gz', gzipSync(PAGE), [text]);
  check(
    'a feed called .xml',
    'a.xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><item><title>Talks go on</title><description>${PROSE}</description></item></channel></rss>`,
    [text],
  );
  check(
    'a feed of JSON called .json',
    'a.json',
    `{"version":"https://jsonfeed.org/version/1","title":"D","items":[{"id":"1","title":"Talks go on","content_text":"${PROSE}"}]}`,
    [text],
  );
  check('a table without a name that tells', 'a', `title,text\nTalks go on,${PROSE}\n`, [text]);
  check(
    'an answer of a news service',
    'a.json',
    `{"status":"ok","articles":[{"title":"Talks go on","content":"${PROSE}"}]}`,
    [text],
  );
  check(
    'a message without a name that tells',
    'a',
    `From: a@b.example\nDate: Wed, 12 Apr 2017 09:30:00 +0000\nSubject: Talks go on\n\n${PROSE}\n`,
    [text],
  );
  check('a text that begins with a name and a colon', 'a', `Moscow: ${PROSE}`, [`Moscow: ${PROSE}`]);
  check('a text with commas', 'a', 'Norway, Chad, and others met.\n\nIt is over.', [
    'Norway, Chad, and others met.\n\nIt is over.',
  ]);
  check('a list of feeds is no report', 'a.opml', '<opml version="2.0"><body/></opml>', ['input.malformed']);
});

describe('the encoding of a page', () => {
  const russian = 'Министр сказал в понедельник, что переговоры с посланником в столице будут продолжены.';
  const page = (head: string) => `<html><head>${head}</head><body><p>${russian}</p></body></html>`;
  check(
    'is the one that it declares',
    'a.html',
    iconv.encode(page('<meta charset="windows-1251">'), 'windows-1251'),
    [russian],
  );
  check(
    'may be declared as in old pages',
    'a.html',
    iconv.encode(page('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'), 'koi8-r'),
    [russian],
  );
  check(
    'is UTF-8 where it reads as such, whatever is declared',
    'a.html',
    page('<meta charset="iso-8859-1">'),
    [russian],
  );
  check(
    'is guessed where it declares what it is not',
    'a.html',
    iconv.encode(`<meta charset="utf-8"><p>“Café” ${PROSE}</p>`, 'windows-1252'),
    [`“Café” ${PROSE}`],
  );
  check('may be UTF-16', 'a.html', Buffer.from(`\ufeff${page('')}`, 'utf16le'), [russian]);
});

describe('a table', () => {
  it('has its columns guessed, and each row named by its line', async () => {
    const items = await read(
      'a.csv',
      'id,Headline,Body,Publish Date,Source\r\n1,"Talks, at last","He said ""no"".\r\nThen he left.",20170412,Daily\r\n2,Aid,It came.,,\r\n',
    );
    expect(items).toMatchObject([
      {
        report: {
          title: 'Talks, at last',
          text: 'Talks, at last\n\nHe said "no".\nThen he left.',
          published: '2017-04-12',
          publisher: 'Daily',
        },
      },
      { report: { text: 'Aid\n\nIt came.', published: null, publisher: null } },
    ]);
    expect(origins(items)).toEqual(['a.csv:2', 'a.csv:4']);
  });

  check('has the columns that are named', 'a.csv', 'a,b,text\nOne.,Head,no\n', ['Head\n\nOne.'], {
    columns: { text: 'a', title: 'B' },
  });
  check('may be parted by semicolons', 'a.csv', 'title;text\nA, b;"One;\ntwo."\n', ['A, b\n\nOne;\ntwo.']);
  check('may be parted by tabs', 'a.tsv', 'title\ttext\nA\tOne "two.\n', ['A\n\nOne "two.']);
  check('without a column of texts is named', 'a.csv', 'id,author\n1,2\n', ['input.malformed']);
  check('that lacks a named column is named', 'a.csv', 'title,text\n1,2\n', ['input.malformed'], {
    columns: { text: 'body' },
  });
  check('without rows is named', 'a.csv', 'title,text\n', ['input.empty']);
  check(
    'keeps the rows around one whose quotes are broken',
    'a.csv',
    'title,text\nA,One.\nB,"Two.\nC,Three.\nD,Fo"ur.\nE,Five.\n',
    ['A\n\nOne.', 'input.malformed', 'C\n\nThree.', 'D\n\nFo"ur.', 'E\n\nFive.'],
  );
  check('keeps the rows around one with too many columns', 'a.csv', 'title,text\nA,One, two.\nB,Three.\n', [
    'input.malformed',
    'B\n\nThree.',
  ]);
  check(
    'keeps the rows around one that is too long',
    'a.csv',
    `title,text\nA,${'x'.repeat(3_000)}\nB,Two.\n`,
    ['input.too-large', 'B\n\nTwo.'],
    { maxBytes: 2_000 },
  );
  check(
    'keeps the rows after a quote that is never closed',
    'a.csv',
    `title,text\nA,"One.\n${'B,Two.\n'.repeat(3_000)}`,
    ['input.malformed', ...Array.from({ length: 3_000 }, () => 'B\n\nTwo.')],
  );
});

describe('records', () => {
  it('have usual keys, those that are named, and keys within objects', async () => {
    const line = JSON.stringify({
      headline: 'Talks',
      story: { full: 'It is over.' },
      pubDate: 'Wed, 12 Apr 2017 09:30:00 GMT',
      source: { id: null, name: 'Daily' },
      link: 'https://d.example/1',
    });
    expect(await read('a.jsonl', line, { columns: { text: 'story.full' } })).toMatchObject([
      {
        report: {
          title: 'Talks',
          text: 'Talks\n\nIt is over.',
          published: '2017-04-12',
          publisher: 'Daily',
          url: 'https://d.example/1',
        },
      },
    ]);
  });
  check('do not reach into what objects inherit', 'a.jsonl', '{"title":"A"}', ['A'], {
    columns: { text: 'constructor.name' },
  });
});

describe('mail', () => {
  const message = (subject: string, body: string) =>
    `From: "Daily Digest" <news@daily.example>\nTo: me@x.example\nDate: Wed, 12 Apr 2017 23:30:00 +0200\nSubject: ${subject}\n${body}`;

  it('gives subject, sender and date', async () => {
    expect(await read('a.eml', message('=?utf-8?q?Caf=C3=A9_closed?=', '\nIt is over.\n'))).toMatchObject([
      {
        report: {
          title: 'Café closed',
          text: 'Café closed\n\nIt is over.',
          publisher: 'Daily Digest',
          published: '2017-04-12',
        },
      },
    ]);
  });
  check(
    'is read from HTML where it has nothing else',
    'a.eml',
    message('Talks', `Content-Type: text/html; charset=utf-8\n\n<p>One &amp; two.</p><p>Three.</p>\n`),
    ['Talks\n\nOne & two.\n\nThree.'],
  );
  check(
    'has broken lines joined',
    'a.eml',
    message(
      'Talks',
      `\n${'The minister said on Monday that talks with the envoy would go'}\non in the capital.\n\nShort\nlines.\n`,
    ),
    [
      `Talks\n\nThe minister said on Monday that talks with the envoy would go on in the capital.\n\nShort\nlines.`,
    ],
  );
  check('without a text is named', 'a.eml', message('Talks', '\n'), ['input.empty']);

  it('may lie in a mailbox, each message an item', async () => {
    const box = ['Talks', 'Aid']
      .map(
        (subject) => `From a@b.example Wed Apr 12 09:30:00 2017\n${message(subject, '\n>From here on.\n\n')}`,
      )
      .join('');
    const items = await read('a.mbox', box);
    expect(brief(items)).toEqual(['Talks\n\nFrom here on.', 'Aid\n\nFrom here on.']);
    expect(origins(items)).toEqual(['a.mbox[0]', 'a.mbox[1]']);
  });
});

describe('what is packed', () => {
  check('may hold lines of JSON', 'a.jsonl.gz', gzipSync('{"text":"One."}\n{"text":"Two."}\n'), [
    'One.',
    'Two.',
  ]);
  check(
    'may be in several parts',
    'a.jsonl.gz',
    Buffer.concat([gzipSync('{"text":"One."}\n'), gzipSync('{"text":"Two."}\n')]),
    ['One.', 'Two.'],
  );
  check(
    'and breaks off gives what came before',
    'a.jsonl.gz',
    gzipSync(`{"text":"One."}\n{"text":"${PROSE}"}\n`).subarray(0, -12),
    ['One.', 'input.malformed'],
  );
  check('and swells up is given up', 'a.jsonl.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024, 97)), [
    'input.too-large',
  ]);
  check('into itself is given up', 'a.gz', gzipSync(gzipSync(gzipSync(gzipSync(gzipSync('x'))))), [
    'input.too-large',
  ]);
  check('as a single text has its limit', 'a.txt.gz', gzipSync('word '.repeat(600_000)), ['input.too-large']);
});
