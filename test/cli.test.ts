import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';
import { exampleNames } from './examples.js';

const BIN = packagePath('bin', 'rapporteur');
const EXAMPLE = packagePath('examples', `${exampleNames()[0]}.txt`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('read', () => {
  it('prints the text and every section for a person', () => {
    const { status, stdout } = rapporteur(['read', EXAMPLE]);
    expect(status).toBe(0);
    expect(stdout).toContain('Events');
    expect(stdout).toContain('Statements');
    expect(stdout).not.toContain('\u001b');
  });

  it('prints one JSON object a report', () => {
    const { status, stdout } = rapporteur(['read', EXAMPLE, '--json']);
    expect(status).toBe(0);
    const objects = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { report: { text: string } });
    expect(objects.map((one) => one.report.text)).toEqual([readFileSync(EXAMPLE, 'utf8')]);
  });

  it('reads a report from stdin', () => {
    const { status, stdout } = rapporteur(['read', '-', '--json'], 'Norway expelled two Russian diplomats.');
    expect(status).toBe(0);
    expect(stdout).toContain('"SANCTION"');
  });

  it('keeps the other reports when one cannot be read, and says which and why', () => {
    write('good.txt', 'Norway sent aid to Chad.');
    write('empty.txt', '');
    write('broken.bin', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]));
    const files = ['good.txt', 'empty.txt', 'broken.bin', 'missing.txt'].map((name) => join(folder, name));
    const { status, stdout, stderr } = rapporteur(['read', ...files, '--json']);
    expect(status).toBe(3);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    for (const name of ['empty.txt', 'broken.bin', 'missing.txt']) expect(stderr).toContain(name);
    expect(search('Norway')).toHaveLength(1);
  });

  it('prints the same from two threads as from one, in the same order', () => {
    const texts = Array.from({ length: 12 }, (_, at) => `Norway sent ${at + 2} tonnes of aid to Chad.`);
    for (const [at, text] of texts.entries()) write(`${10 + at}.txt`, text);
    write('15-empty.txt', '');
    const [one, two] = ['1', '2'].map((threads) =>
      rapporteur(['read', folder, '--json', '--no-save', '--threads', threads]),
    );
    expect(lines(two!.stdout)).toHaveLength(12);
    expect(two!.stdout).toBe(one!.stdout);
    expect([two!.status, two!.stderr]).toEqual([one!.status, one!.stderr]);
    expect(two!.stderr).toContain('15-empty.txt');
  });

  it('reads a folder past a file that cannot be opened', () => {
    write('good.txt', 'Norway sent aid to Chad.');
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    const { status, stderr } = rapporteur(['read', folder]);
    expect(status).toBe(3);
    expect(stderr).toContain('loop.txt');
    expect(search('Norway')).toHaveLength(1);
  });

  it('changes nothing when it reads the same reports twice, and prints them from the archive', () => {
    const printed = rapporteur(['read', EXAMPLE]).stdout;
    const first = rapporteur(['events', '--json']).stdout;
    const { stderr, stdout } = rapporteur(['read', EXAMPLE]);
    expect(stderr).toContain('0 read; 1 known already; 0 new, 0 replaced, 1 unchanged');
    expect(stdout).toBe(printed);
    expect(rapporteur(['events', '--json']).stdout).toBe(first);
  });

  it('reads again what it is told to, and what came with another date', () => {
    rapporteur(['read', EXAMPLE]);
    expect(rapporteur(['read', EXAMPLE, '--again']).stderr).toContain(
      '1 read; 0 new, 0 replaced, 1 unchanged',
    );
    expect(rapporteur(['read', EXAMPLE, '--publisher', 'Herald']).stderr).toContain('1 read; 1 new');
  });

  it('prints nothing with --quiet, and refuses to do nothing at all', () => {
    expect(rapporteur(['read', EXAMPLE, '--quiet'])).toMatchObject({ status: 0, stdout: '' });
    expect(rapporteur(['events', '--json']).stdout).not.toBe('');
    expect(rapporteur(['read', EXAMPLE, '--quiet', '--no-save']).stderr).toContain('--quiet with --no-save');
  });

  it('has every report whole or not at all after it was killed, and goes on from there', async () => {
    const text = (index: number) => `Norway sent ${index + 2} doctors to Chad on Monday, the minister said.`;
    const many = Array.from({ length: 200 }, (_, index) => `${JSON.stringify({ text: text(index) })}\n`);
    write('many.jsonl', many.join(''));
    const path = join(folder, 'many.jsonl');
    // A batch is 64 reports: when the hundredth is printed, one is saved and the second is not.
    await killedAfter(['read', path, '--json'], 100);
    const found = lines(rapporteur(['events', '--json', '--min-confidence', '0']).stdout);
    expect(found.length).toBeGreaterThanOrEqual(64);
    expect(found.length).toBeLessThan(200);
    const { stderr } = rapporteur(['read', path, '--quiet']);
    expect(stderr).toMatch(/known already; (\d+) new/);
    const all = lines(rapporteur(['events', '--json', '--min-confidence', '0']).stdout);
    const whole = lines(rapporteur(['read', path, '--json', '--no-save']).stdout);
    expect(all).toHaveLength(
      whole.reduce((sum, line) => sum + (JSON.parse(line) as { events: unknown[] }).events.length, 0),
    );
  });

  it('leaves the archive alone with --no-save', () => {
    rapporteur(['read', EXAMPLE, '--no-save']);
    expect(rapporteur(['events', '--json']).stdout).toBe('');
  });

  it('takes the date of publication from the caller', () => {
    const { stdout } = rapporteur(
      ['read', '-', '--json', '--published', '2020-05-06'],
      'Norway expelled two Russian diplomats on Monday.',
    );
    const { report, events } = JSON.parse(stdout) as {
      report: { published: string; publishedBasis: string };
      events: { when: { start: string } }[];
    };
    expect(report).toMatchObject({ published: '2020-05-06', publishedBasis: 'given' });
    expect(events[0]?.when.start).toBe('2020-05-04');
  });
});

describe('listings', () => {
  it('list what was read, narrowed by actor, type and text', () => {
    write('a.jsonl', `${JSON.stringify({ title: 'Aid', text: 'Norway sent food aid to Chad.' })}\n`);
    rapporteur(['read', join(folder, 'a.jsonl')]);
    const events = (args: string[]) =>
      lines(rapporteur(['events', '--json', '--min-confidence', '0', ...args]).stdout);
    expect(events(['--actor', 'NOR']).length).toBeGreaterThan(0);
    expect(events(['--actor', 'FRA'])).toEqual([]);
    expect(events(['--type', 'aid']).length).toBeGreaterThan(0);
    expect(events(['--text', 'food']).length).toBeGreaterThan(0);
  });

  it('say how many less likely events they leave out, and list them when asked', () => {
    write('a.txt', 'Norway sent food aid to Chad.');
    rapporteur(['read', join(folder, 'a.txt')]);
    const sure = rapporteur(['events', '--json', '--min-confidence', '1']);
    expect(sure.stdout).toBe('');
    expect(sure.stderr).toContain('1 event less likely right than 100 % left out');
    expect(lines(rapporteur(['events', '--json', '--min-confidence', '0']).stdout)).toHaveLength(1);
  });

  it('leave nothing out of a reading in JSON', () => {
    const read = ['read', '-', '--no-save', '--min-confidence', '1'];
    const text = 'Norway sent food aid to Chad.';
    expect(rapporteur(read, text).stdout).toContain('1 event less likely right');
    expect(JSON.parse(rapporteur([...read, '--json'], text).stdout)).toMatchObject({
      events: [{ type: 'AID' }],
    });
  });
});

it('prints no control of the terminal that a report holds', () => {
  write('evil.txt', 'Summit\n\nFrance\u001b[2J signed a treaty with Spain on Monday.\n');
  const { stdout } = rapporteur(['read', '--no-save', join(folder, 'evil.txt')]);
  expect(stdout).toContain('France\u241b[2J signed');
  expect(stdout).not.toContain('\u001b');
});

describe('wrong usage', () => {
  const check = (title: string, args: string[], message: RegExp) =>
    it(`ends with 2 and says how to mend it: ${title}`, () => {
      const { status, stdout, stderr } = rapporteur(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
    });

  check('an unknown command', ['raed'], /unknown command 'raed'/);
  check('an unknown option', ['read', '--fast'], /unknown option '--fast'/);
  check('an unknown event type', ['events', '--type', 'ATTACK'], /Unknown event type "ATTACK".*ASSAULT/);
  check('a broken date', ['events', '--from', '2020-02-31'], /YYYY-MM-DD/);
  check(
    'a broken date of publication',
    ['read', EXAMPLE, '--published', 'soon'],
    /"soon".*2017-04-12T09:30:00Z/,
  );
  check('an unknown format', ['read', EXAMPLE, '--format', 'xml'], /Allowed choices are text, json/);
  check('days the wrong way round', ['events', '--from', '2020-02-01', '--to', '2020-01-01'], /Swap them/);
  check('a confidence that is none', ['events', '--min-confidence', '60'], /number from 0 to 1/);
  check('an empty name', ['events', '--actor', ''], /It is empty/);
  check('a country that is no code', ['votes', '--actor', 'France'], /code of three letters/);
  check('a search for nothing', ['search', ' '], /Name a word/);
  check('a limit that is no number', ['search', 'aid', '--limit', 'few'], /whole number/);
});

describe('the archive', () => {
  it('is named when it cannot be opened', () => {
    write('archive.duckdb', 'this is no database');
    const { status, stderr } = rapporteur(['events']);
    expect(status).toBe(2);
    expect(stderr).toContain(join(folder, 'archive.duckdb'));
  });

  it('lies in the XDG data folder unless told otherwise', () => {
    mkdirSync(join(folder, 'xdg'));
    const environment = { ...process.env, XDG_DATA_HOME: join(folder, 'xdg') };
    const run = spawnSync(BIN, ['doctor', '--json'], { encoding: 'utf8', env: environment });
    expect(JSON.parse(run.stdout)).toMatchObject({
      archive: { path: join(folder, 'xdg', 'rapporteur', 'archive.duckdb') },
    });
  });
});

function rapporteur(args: string[], input = '') {
  const withArchive = [...args, '--archive', join(folder, 'archive.duckdb')];
  // Whoever runs the tests may have knowledge of their own.
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') };
  return spawnSync(BIN, withArchive, { encoding: 'utf8', input, env });
}

/** Runs a command until it has printed so many lines, and kills it then. */
async function killedAfter(args: string[], count: number): Promise<void> {
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') };
  const child = spawn(BIN, [...args, '--archive', join(folder, 'archive.duckdb')], { env });
  let printed = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) printed++;
    if (printed >= count) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

function write(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function search(word: string): string[] {
  return lines(rapporteur(['search', word, '--json']).stdout);
}
