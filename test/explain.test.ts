import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';
import { explainRecord } from '../src/pipeline.js';
import type { Reading } from '../src/reading/contract.js';
import type { Explanation } from '../src/reading/explain/explanation.js';
import { engine, exampleNames } from './examples.js';

const BIN = packagePath('bin', 'rapporteur');
const VOTE = packagePath('examples', 'vote-settlements.txt');

let folder: string;
let readings: string;
let reading: Reading;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  const { stdout } = rapporteur(['read', VOTE, '--json']);
  readings = join(folder, 'readings.jsonl');
  writeFileSync(readings, `${stdout}\n`);
  reading = JSON.parse(stdout) as Reading;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rapporteur(args: readonly string[], input = '') {
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') };
  return spawnSync(BIN, [...args, '--archive', join(folder, 'archive.duckdb')], {
    encoding: 'utf8',
    input,
    env,
  });
}

function explained(id: string): Explanation {
  return JSON.parse(rapporteur(['explain', id, '--json']).stdout) as Explanation;
}

describe('explain', () => {
  it('shows the sentence of an event with its parts, its frame and its parties', () => {
    const event = reading.events.find(({ by }) => by.startsWith('verb:'))!;
    const { status, stdout, stderr } = rapporteur(['explain', event.id]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${event.cue.text}[cue]`);
    expect(stdout).toMatch(/the\s+frame\s+verb:[\s\S]*verbs\.csv\s+line\s+\d+/);
    expect(stdout).toContain('as in: ');
    expect(stdout).toContain(event.actors[0]!.name);
  });

  it('gives the frame with file, line and example as JSON', () => {
    const event = reading.events.find(({ by }) => by.startsWith('verb:'))!;
    const { id, kind, isCurrent, reasons, marks, passage } = explained(event.id);
    expect({ id, kind, isCurrent }).toEqual({ id: event.id, kind: 'event', isCurrent: true });
    expect(reasons[0]).toMatchObject({ about: 'type', by: event.by.replace(' > arbiter', '') });
    expect(reasons[0]!.entry).toMatchObject({ file: 'codebook/verbs.csv', isOwn: false });
    expect(reasons[0]!.entry!.line).toBeGreaterThan(1);
    for (const { span } of [...marks, { span: passage }])
      expect(reading.report.text.slice(span.start, span.end)).toBe(span.text);
    expect(reasons.filter(({ about }) => about === 'actor').map(({ by }) => by)).toEqual(
      event.actors.map(({ resolvedBy }) => resolvedBy),
    );
  });

  it('explains statements, votes and claims', () => {
    const abouts = (id: string) => explained(id).reasons.map(({ about }) => about);
    expect(abouts(reading.statements[0]!.id)).toEqual(
      expect.arrayContaining(['cue', 'speaker', 'kind', 'when']),
    );
    expect(abouts(reading.votes[0]!.id)).toEqual(expect.arrayContaining(['outcome', 'when', 'record']));
    expect(abouts(reading.claims[0]!.id)).toEqual(expect.arrayContaining(['claim', 'verdict', 'evidence']));
  });

  it('names the words that change what became of an event', () => {
    const text = 'Norway tried to bomb Chad. Chad failed to send aid to Mali.';
    const { events } = JSON.parse(rapporteur(['read', '-', '--json'], text).stdout) as Reading;
    const signs = (type: string) =>
      explained(events.find((one) => one.type === type)!.id)
        .reasons.filter(({ about }) => about === 'status')
        .map(({ by, spans }) => `${spans[0]!.text} ${by}`);
    expect(signs('ASSAULT')).toEqual(['tried attempt']);
    expect(signs('AID')).toEqual(['failed fail']);
  });

  it('takes readings from a file or stdin in place of the archive', () => {
    const { id } = reading.events[0]!;
    const args = ['explain', id, '--json', '--archive', join(folder, 'none.duckdb')];
    const fromFile = spawnSync(BIN, [...args, '--readings', readings], { encoding: 'utf8' });
    expect(JSON.parse(fromFile.stdout)).toEqual(explained(id));
    const input = JSON.stringify(reading);
    const fromStdin = spawnSync(BIN, [...args, '--readings', '-'], { encoding: 'utf8', input });
    expect(JSON.parse(fromStdin.stdout)).toEqual(explained(id));
  });

  it('says where a record is read otherwise today', () => {
    const [first] = reading.events;
    const changed = { ...reading, events: [{ ...first, type: 'AID', by: 'verb:none' }] };
    const { status, stdout, stderr } = rapporteur(
      ['explain', first!.id, '--json', '--readings', '-'],
      JSON.stringify(changed),
    );
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Explanation).isCurrent).toBe(false);
    expect(stderr).toContain('Read the report again');
  });

  it('says where a record was read with other knowledge', () => {
    const knowledge = packagePath('examples', 'knowledge');
    const read = rapporteur(
      ['read', '-', '--json', '--no-save', '--knowledge', knowledge],
      'Norway greylisted Mali.',
    );
    const { events } = JSON.parse(read.stdout) as Reading;
    const explain = (...rest: string[]) =>
      rapporteur(['explain', events[0]!.id, '--readings', '-', ...rest], read.stdout);
    expect(explain().stderr).toContain('other knowledge');
    const { stdout, stderr } = explain('--knowledge', knowledge);
    expect(stdout).toContain('of your own');
    expect(stderr).toBe('');
  });
});

describe('explain ends with 2 and says how to mend it', () => {
  const check = (title: string, args: readonly string[], message: RegExp, input = '') =>
    it(title, () => {
      const { status, stdout, stderr } = rapporteur(['explain', ...args], input);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
    });

  check('for an unknown id', ['e-none'], /no record "e-none" in .*archive\.duckdb.*rapporteur events/);
  check('for an id of another kind', ['r-abc'], /events begin with e-.*claims with c-/);
  check('without an id', [], /missing required argument 'id'/);
  check('for readings that are none', ['e-none', '--readings', '-'], /No reading in -, line 1/, '{"a":1}');
  check(
    'for a file that is not there',
    ['e-none', '--readings', 'none.jsonl'],
    /none\.jsonl cannot be opened/,
  );
});

it('explains every record of the examples as it stands', () => {
  const paths = exampleNames().map((name) => packagePath('examples', `${name}.txt`));
  const { stdout } = rapporteur(['read', ...paths, '--json', '--no-save']);
  const unlike = stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      const one = JSON.parse(line) as Reading;
      const all = [...one.events, ...one.statements, ...one.votes, ...one.claims];
      return all.filter(({ id }) => explainRecord(one, id, engine())?.isCurrent !== true).map(({ id }) => id);
    });
  expect(unlike).toEqual([]);
});
