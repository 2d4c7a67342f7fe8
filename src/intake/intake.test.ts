import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IntakeItem, intake } from './index.js';

const SENTENCE = 'The minister said that the talks with the envoy would go on in the capital.';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function all(paths: readonly string[], options = {}): Promise<IntakeItem[]> {
  const items: IntakeItem[] = [];
  for await (const item of intake(paths, options)) items.push(item);
  return items;
}

/** What came of each item: the text of a report, the code of a failure. */
function brief(items: readonly IntakeItem[]): string[] {
  return items.map((item) => ('report' in item ? item.report.text : item.failure.code));
}

function names(items: readonly IntakeItem[]): string[] {
  return items.map((item) => item.origin.slice(folder.length + 1));
}

describe('a text file', () => {
  const check = (title: string, content: string | Uint8Array, text: string, warned = false) =>
    it(title, async () => {
      const [item] = await all([await put('a.txt', content)]);
      expect(brief([item!])).toEqual([text]);
      expect('warnings' in item! && item.warnings.length > 0).toBe(warned);
    });
  const accented = 'Café owners in São Paulo protested on Monday, the mayor said.';
  check(
    'is kept as it stands, line ends included',
    'Talks fail\r\n\r\nIt is over.\n',
    'Talks fail\r\n\r\nIt is over.\n',
  );
  check('loses a byte order mark', `\ufeff${SENTENCE}`, SENTENCE);
  check('is decoded from UTF-16 LE with a mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le'), SENTENCE);
  check('is decoded from UTF-16 LE without a mark', Buffer.from(SENTENCE, 'utf16le'), SENTENCE);
  check(
    'is decoded from UTF-16 BE with a mark',
    Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16(),
    SENTENCE,
  );
  check('is decoded from UTF-16 BE without a mark', Buffer.from(SENTENCE, 'utf16le').swap16(), SENTENCE);
  check('is decoded from Latin-1 with a warning', Buffer.from(accented, 'latin1'), accented, true);
  check(
    'is decoded from Windows-1252 with a warning',
    Buffer.from([0x93, ...Buffer.from('No'), 0x94, ...Buffer.from(', he said.')]),
    '“No”, he said.',
    true,
  );
  check(
    'stays UTF-8 where a single byte is broken',
    Buffer.concat([Buffer.from(accented.repeat(3)), Buffer.from([0xc3])]),
    `${accented.repeat(3)}\ufffd`,
    true,
  );
});

describe('what is no report', () => {
  const check = (title: string, name: string, content: string | Uint8Array, code: string, says: RegExp) =>
    it(title, async () => {
      const path = await put(name, content);
      const [item, ...rest] = await all([path]);
      expect(rest).toEqual([]);
      expect(item).toMatchObject({ failure: { code }, origin: path });
      if (item !== undefined && 'failure' in item) expect(item.failure.message).toMatch(says);
    });
  const random = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff);
  check('an empty file is named', 'a.txt', '', 'input.empty', /a\.txt is empty/);
  check('white space is named', 'a.txt', ' \n\t\n', 'input.empty', /there is no report/);
  check('a PDF is sent to pdftotext', 'a.pdf', '%PDF-1.7\n1 0 obj', 'input.binary', /pdftotext/);
  check('a PDF called .txt is still a PDF', 'a.txt', '%PDF-1.7\n1 0 obj', 'input.binary', /pdftotext/);
  check('an archive is to be unpacked', 'a.zip', 'PK\x03\x04aaaa', 'input.binary', /Unpack/);
  check('bytes are no text', 'a.txt', random, 'input.binary', /binary/);
  check(
    'a web page without text is named',
    'a.html',
    '<!DOCTYPE html><p>Hi',
    'input.empty',
    /a\.html is a page/,
  );
  check('bytes called a page are no page', 'a.html', random, 'input.binary', /binary/);
  check('a 3 MB line is too long', 'a.txt', 'word '.repeat(600_000), 'input.too-large', /2048 kB/);
  check('an empty JSONL file is named', 'a.jsonl', '\n\n', 'input.empty', /a\.jsonl is empty/);
  check('broken JSON is named', 'a.json', '{"text": ', 'input.malformed', /not JSON/);
  check('JSON without a text is named', 'a.json', '{"author": "x"}', 'input.malformed', /neither "text"/);
  check('a text that is a number is named', 'a.json', '{"text": 12}', 'input.malformed', /number 12/);
});

describe('JSONL', () => {
  it('gives a report a line, and a failure with its number for a wrong one', async () => {
    const path = await put('a.jsonl', `{"text":"One."}\nnonsense\n\n{"text":3}\n{"text":"Two."}`);
    const items = await all([path]);
    expect(brief(items)).toEqual(['One.', 'input.malformed', 'input.malformed', 'Two.']);
    expect(names(items)).toEqual(['a.jsonl:1', 'a.jsonl:2', 'a.jsonl:4', 'a.jsonl:5']);
  });

  it('skips a line that is too long and keeps the rest', async () => {
    const path = await put('a.jsonl', `{"text":"${'x'.repeat(200)}"}\n{"text":"Two."}\n`);
    expect(brief(await all([path], { maxBytes: 100 }))).toEqual(['input.too-large', 'Two.']);
  });

  it('puts the title before a text that lacks it, and only there', async () => {
    const lacks = `{"title":"Talks fail","text":"It is over."}`;
    const has = `{"title":"Talks fail","text":"Talks fail\\n\\nIt is over."}`;
    const items = await all([await put('a.jsonl', `${lacks}\n${has}`)]);
    expect(brief(items)).toEqual(['Talks fail\n\nIt is over.', 'Talks fail\n\nIt is over.']);
  });

  it('takes date, publisher and address along', async () => {
    const line =
      '{"text":"x","published":"2019-01-04T10:00:00Z","publisher":"Daily","url":"https://a.example/1"}';
    const [item] = await all([await put('a.jsonl', line)], { published: '2001-01-01', publisher: 'Other' });
    expect(item).toMatchObject({
      report: {
        published: '2019-01-04',
        publishedBasis: 'metadata',
        publisher: 'Daily',
        url: 'https://a.example/1',
      },
    });
  });

  it('keeps a report whose date is broken, undated and with a warning', async () => {
    const [item] = await all([await put('a.jsonl', '{"text":"x","published":"2017-13-45"}')]);
    expect(item).toMatchObject({
      report: { published: null, publishedBasis: null },
      warnings: [expect.stringMatching(/2017-13-45/)],
    });
  });

  it('mends half a surrogate pair', async () => {
    expect(brief(await all([await put('a.jsonl', '{"text":"a \\ud83d b"}')]))).toEqual(['a \ufffd b']);
  });
});

describe('JSON', () => {
  it('may hold one report or an array of them', async () => {
    const one = await put('a.json', '{\n "text": "One."\n}');
    const many = await put('b.json', '[{"text":"Two."}, 5]');
    const items = await all([one, many]);
    expect(brief(items)).toEqual(['One.', 'Two.', 'input.malformed']);
    expect(names(items)).toEqual(['a.json', 'b.json[0]', 'b.json[1]']);
  });
});

describe('standard input', () => {
  async function* bytes(text: string): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < text.length; at += 7) yield Buffer.from(text.slice(at, at + 7));
  }
  const check = (title: string, text: string, expected: string[]) =>
    it(title, async () => expect(brief(await all(['-'], { stdin: bytes(text) }))).toEqual(expected));
  check('may hold a text', 'One.\n\nTwo.', ['One.\n\nTwo.']);
  check('may hold JSONL', '{"text":"One."}\n{"text":"Two."}\n', ['One.', 'Two.']);
  check('may hold JSON', '{\n"text":"One."\n}', ['One.']);
  check('may hold a text that begins with a bracket', '[Photo] The king spoke.', ['[Photo] The king spoke.']);
  check('may be empty, which is a failure', '', ['input.empty']);
});

const NOBODY = 65534;

/** The superuser may read every file, so a test of permissions lends its task to nobody. */
async function withoutPrivileges<T>(task: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return task();
  process.seteuid!(NOBODY);
  try {
    return await task();
  } finally {
    process.seteuid!(0);
  }
}

describe('folders and globs', () => {
  it('reads the reports of a folder in order, and passes over what is none', async () => {
    await mkdir(join(folder, 'sub'));
    for (const name of ['b.txt', 'a.txt', 'README.md', '.hidden.txt', 'c.md', 'table.csv', 'b.notes.md']) {
      await put(name, SENTENCE);
    }
    await put('a.expect.json', '{}');
    await put('sub/d.jsonl', '{"text":"x"}');
    expect(names(await all([folder]))).toEqual(['a.txt', 'b.txt', 'c.md', 'sub/d.jsonl:1']);
  });

  it('reads pages, feeds and mail of a folder, and not what belongs to a page', async () => {
    await put('a.html', `<p>${SENTENCE}</p>`);
    await mkdir(join(folder, 'a_files'));
    await put('a_files/b.txt', SENTENCE);
    await put('c.eml', `From: a@b.example\n\n${SENTENCE}`);
    await put('d.rss', `<rss version="2.0"><channel><item><title>D</title></item></channel></rss>`);
    await put('e.csv.gz', 'x');
    expect(names(await all([folder]))).toEqual(['a.html', 'c.eml', 'd.rss[0]']);
  });

  it('keeps the rest of a folder when one file cannot be read', async () => {
    await put('a.txt', 'One.');
    await put(
      'b.txt',
      Uint8Array.from({ length: 900 }, (_, at) => at % 8),
    );
    await put('c.txt', 'Three.');
    await symlink(join(folder, 'gone.txt'), join(folder, 'd.txt'));
    expect(brief(await all([folder]))).toEqual(['One.', 'input.binary', 'Three.', 'input.missing']);
  });

  it('names a file that may not be read', async () => {
    const path = await put('a.txt', 'One.');
    await chmod(path, 0);
    await chmod(folder, 0o755);
    const [item] = await withoutPrivileges(() => all([path]));
    expect(item).toMatchObject({ failure: { code: 'input.unreadable' } });
  });

  it('does not follow a link that leads back', async () => {
    await put('a.txt', 'One.');
    await symlink(folder, join(folder, 'loop'));
    expect(brief(await all([folder]))).toEqual(['One.']);
  });

  it('reads what a glob matches, in order', async () => {
    await put('b.txt', 'Two.');
    await put('a.txt', 'One.');
    await put('c.md', 'Three.');
    expect(brief(await all([join(folder, '*.txt')]))).toEqual(['One.', 'Two.']);
  });

  it('names an empty folder, a missing file, a glob without a match, and goes on', async () => {
    await mkdir(join(folder, 'none'));
    const last = await put('a.txt', 'One.');
    const paths = [join(folder, 'none'), join(folder, 'nope.txt'), join(folder, '*.nope'), last];
    expect(brief(await all(paths))).toEqual(['input.empty', 'input.missing', 'input.missing', 'One.']);
  });
});

describe('options', () => {
  it('date reports that bring no date', async () => {
    const [item] = await all([await put('a.txt', 'One.')], { published: '2017-04-13', publisher: 'Daily' });
    expect(item).toMatchObject({
      report: { published: '2017-04-13', publishedBasis: 'given', publisher: 'Daily' },
    });
  });

  it('refuse a date that is none, at once', () => {
    expect(() => intake(['x'], { published: 'yesterday' })).toThrow(/"yesterday" is not a date/);
  });
});
