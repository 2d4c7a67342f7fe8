import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Claim, Reading } from '../reading/contract.js';
import {
  type Archive,
  countRecords,
  countUnsure,
  type Filter,
  IN_MEMORY,
  listEvents,
  listStatements,
  listVotes,
  loadReading,
  openArchive,
  openExistingArchive,
  saveReadings,
  searchReports,
} from './index.js';
import { saveSignature, signedAmong } from './signatures.js';

const TEXT = 'Norland expelled two envoys of Sudmark. "We had no choice," Premier Ada Holm said.';

let archive: Archive;
beforeEach(async () => {
  archive = await openArchive(IN_MEMORY);
});
afterEach(() => archive.close());

describe('saveReadings', () => {
  it('gives back a reading as it was saved', async () => {
    await save(reading('r-1'));
    expect(JSON.stringify(await loadReading(archive, 'r-1'))).toBe(JSON.stringify(reading('r-1')));
  });

  it('changes nothing when a report is read twice', async () => {
    await save(reading('r-1'));
    expect(await save(reading('r-1'))).toEqual({ added: 0, replaced: 0, unchanged: 1 });
    expect(await countRecords(archive)).toMatchObject({ reports: 1, events: 1, statements: 1, votes: 1 });
  });

  it('replaces the whole reading when a newer version reads the report', async () => {
    await save(reading('r-1'));
    const emptied = { ...reading('r-1'), events: [], votes: [] };
    expect(await save(emptied, '2')).toEqual({ added: 0, replaced: 1, unchanged: 0 });
    expect(await countRecords(archive)).toMatchObject({ reports: 1, events: 0, statements: 1, votes: 0 });
    expect(await events({ actor: 'Norland' })).toEqual([]);
  });

  it('counts a report that stands twice in one batch once', async () => {
    const twice = [reading('r-1'), reading('r-1')].map((one) => ({ reading: one, origin: 'a.txt' }));
    expect(await saveReadings(archive, twice, '1')).toEqual({ added: 1, replaced: 0, unchanged: 1 });
    expect(await countRecords(archive)).toMatchObject({ reports: 1, events: 1 });
  });

  it('saves none of a batch when one reading cannot be saved', async () => {
    const broken = reading('r-2');
    broken.events[0]!.when.start = Symbol('no text') as unknown as string;
    await expect(save(reading('r-1'), '1', broken)).rejects.toThrow();
    expect(await countRecords(archive)).toMatchObject({ reports: 0, events: 0 });
  });
});

describe('listEvents', () => {
  const check = (title: string, filter: Filter, expected: string[]) =>
    it(title, async () => {
      await save(reading('r-1'));
      expect(await events(filter)).toEqual(expected);
    });

  check('lists all without a filter', {}, ['SANCTION']);
  check('finds an actor by country code', { actor: 'NLD' }, ['SANCTION']);
  check('finds an actor by a code in small letters', { actor: 'nld' }, ['SANCTION']);
  check('finds an actor by part of its name', { actor: 'norl' }, ['SANCTION']);
  check('keeps actor and recipient apart', { actor: 'Sudmark' }, []);
  check('finds a recipient', { recipient: 'Sudmark' }, ['SANCTION']);
  check('finds by type', { type: ['SANCTION', 'AID'] }, ['SANCTION']);
  check('leaves other types out', { type: ['AID'] }, []);
  check('finds by day', { from: '2020-05-01', to: '2020-05-31' }, ['SANCTION']);
  check('leaves other days out', { from: '2020-06-01' }, []);
  check('finds by the words around it', { text: 'envoys expelled' }, ['SANCTION']);
  check('lists what is sure enough', { minConfidence: 0.8 }, ['SANCTION']);
  check('leaves out what is less sure', { minConfidence: 0.81 }, []);
  check('takes signs in a search as they stand', { text: "'; DROP TABLE events; --" }, []);
});

describe('countUnsure', () => {
  const check = (title: string, filter: Filter, expected: number) =>
    it(title, async () => {
      await save(reading('r-1'));
      expect(await countUnsure(archive, filter)).toBe(expected);
    });

  check('counts what is left out for its confidence', { minConfidence: 0.9 }, 1);
  check('counts nothing that is listed', { minConfidence: 0.5 }, 0);
  check('counts nothing that other conditions leave out', { minConfidence: 0.9, type: ['AID'] }, 0);
});

describe('listStatements', () => {
  const check = (title: string, filter: Filter, expected: number) =>
    it(title, async () => {
      await save(reading('r-1'));
      expect(await listStatements(archive, filter)).toHaveLength(expected);
    });

  check('finds a speaker', { speaker: 'holm' }, 1);
  check('finds whom it was said to', { addressee: 'NLD' }, 1);
  check('keeps speaker and addressee apart', { addressee: 'holm' }, 0);
  check('finds whom it is aimed at', { about: 'SDM' }, 1);
  check('finds words in it', { about: 'no choice' }, 1);
  check('finds nothing that is not in it', { about: 'no envoys' }, 0);
  check('finds what it does', { stance: 'regrets' }, 1);
  check('leaves out what does something else', { stance: 'denies' }, 0);
  check('finds how it was said', { medium: 'interview' }, 1);
  check('leaves out what was said otherwise', { medium: 'letter' }, 0);
  check('finds by all at once', { speaker: 'NLD', about: 'Sudmark', stance: 'regrets', text: 'choice' }, 1);

  it('finds the parties of what it tells', async () => {
    const told = reading('r-1');
    const events = told.events.map((event) => ({ ...event, attributedTo: 's-r-1' }));
    await save({ ...told, events });
    expect(await listStatements(archive, { about: 'Norland' })).toHaveLength(1);
  });
});

describe('other listings', () => {
  it('finds votes by member', async () => {
    await save(reading('r-1'));
    expect((await listVotes(archive, { actor: 'NLD' })).map((one) => one.record.outcome)).toEqual([
      'adopted',
    ]);
    expect(await listVotes(archive, { outcome: 'vetoed' })).toEqual([]);
  });

  it('searches the text of reports', async () => {
    await save(reading('r-1'));
    expect((await searchReports(archive, ['envoy', 'choice'], 10)).map((one) => one.id)).toEqual(['r-1']);
    expect(await searchReports(archive, ['voy'], 10)).toEqual([]);
    expect(await searchReports(archive, [], 10)).toEqual([]);
  });

  it('knows where a word begins in any script', async () => {
    const text = 'Le président est arrivé à l’Élysée.';
    await save({ ...reading('r-1'), report: { ...reading('r-1').report, text }, events: [] });
    expect((await searchReports(archive, ['élys'], 10)).map((one) => one.id)).toEqual(['r-1']);
    expect(await searchReports(archive, ['sident'], 10)).toEqual([]);
  });
});

async function events(filter: Filter) {
  return (await listEvents(archive, filter)).map((one) => one.record.type);
}

function save(one: Reading, version = '1', ...more: Reading[]) {
  const savings = [one, ...more].map((each) => ({ reading: each, origin: 'a.txt' }));
  return saveReadings(archive, savings, version);
}

function actor(name: string, country: string): Actor {
  const start = Math.max(0, TEXT.indexOf(name));
  const mention = { start, end: start + name.length, text: name };
  return {
    name,
    country,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: null,
    mention,
    resolvedBy: 'name',
  };
}

function reading(id: string): Reading {
  const when = {
    start: '2020-05-04',
    end: '2020-05-04',
    precision: 'day',
    text: null,
    basis: 'published',
  } as const;
  const cue = { start: 8, end: 16, text: 'expelled' };
  return {
    report: {
      id,
      title: null,
      text: TEXT,
      published: '2020-05-04',
      publishedNotBefore: null,
      publishedBasis: 'given',
      publisher: null,
      url: null,
      language: 'en',
    },
    events: [
      {
        id: `e-${id}`,
        type: 'SANCTION',
        mode: 'expel',
        contexts: ['diplomatic'],
        quad: 'material conflict',
        score: -5.5,
        cameo: null,
        actors: [actor('Norland', 'NLD')],
        recipients: [actor('Sudmark', 'SDM')],
        when: { ...when },
        place: null,
        auxiliary: [],
        standing: 'reported',
        attributedTo: null,
        dead: null,
        injured: null,
        cue,
        alsoAt: [],
        sentence: 0,
        confidence: 0.8,
        by: 'verb:expel',
      },
    ],
    statements: [
      {
        id: `s-${id}`,
        kind: 'direct',
        speaker: actor('Ada Holm', 'NLD'),
        source: [],
        cue: null,
        content: [{ start: 40, end: 58, text: TEXT.slice(40, 58) }],
        addressee: actor('Norland', 'NLD'),
        when: { ...when },
        place: null,
        medium: { kind: 'interview', span: { start: 71, end: 75, text: 'said' } },
        stance: [{ act: 'regrets', toward: actor('Sudmark', 'SDM'), event: null }],
        sentence: 1,
        confidence: 0.9,
        by: 'cue:say',
      },
    ],
    votes: [
      {
        id: `v-${id}`,
        body: 'Parliament of Norland',
        matter: 'the envoys',
        draft: null,
        outcome: 'adopted',
        for: null,
        against: null,
        abstain: null,
        members: [{ country: 'NLD', vote: 'for', span: null, inferred: false }],
        vetoedBy: [],
        when: { ...when },
        span: cue,
        record: null,
        candidates: [],
      },
    ],
    claims: [],
    disputes: [{ id: `d-${id}`, about: 'the envoys', event: null, positions: [], decider: null }],
    notes: [{ kind: 'unclear', text: 'Who are the envoys?', spans: [] }],
  };
}

describe('an archive', () => {
  it('is not made by looking something up', async () => {
    const path = join(tmpdir(), `no-such-folder-${process.pid}`, 'none.duckdb');
    await expect(openExistingArchive(path)).rejects.toThrow(
      /There is no archive .*none\.duckdb.*rapporteur read/,
    );
    expect(existsSync(path)).toBe(false);
  });

  it('cannot lie where nobody can make a folder, and says so', async () => {
    const file = join(await temporary(), 'file');
    await writeFile(file, '');
    await expect(openArchive(join(file, 'folder', 'a.duckdb'))).rejects.toThrow(/cannot be opened: .*file/);
  });

  it('is looked up by two at once, and by those who may not write', async () => {
    const path = await saved();
    await chmod(path, 0o444);
    const [one, other] = [await openExistingArchive(path), await openExistingArchive(path)];
    expect(await countRecords(one)).toEqual(await countRecords(other));
    await expect(one.connection.run('DELETE FROM meta')).rejects.toThrow(/read-only/);
    one.close();
    other.close();
  });

  it.each([openArchive, openExistingArchive])(
    'leaves the database of another program as it is',
    async (open) => {
      const path = join(await temporary(), 'other.duckdb');
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      await connection.run('CREATE TABLE mine(a INTEGER)');
      connection.closeSync();
      instance.closeSync();
      const before = await readFile(path);
      await expect(open(path)).rejects.toThrow(/other\.duckdb is a database, but no archive.*--archive PATH/);
      expect((await readFile(path)).equals(before)).toBe(true);
    },
  );
});

describe('an archive of an older version', () => {
  /** The file as version 1 of the schema had it. */
  async function older(): Promise<string> {
    const path = await saved();
    const archive = await openArchive(path);
    for (const step of [
      'ALTER TABLE events DROP COLUMN confidence',
      'ALTER TABLE statements DROP COLUMN medium',
      `UPDATE statements SET record = regexp_replace(record, '"medium":\\{.*?\\}\\},', '')`,
      `UPDATE disputes SET record = replace(record, ',"decider":null', '')`,
      `UPDATE votes SET record = replace(record, ',"candidates":[]', '')`,
      'DROP TABLE signatures',
      'DROP TABLE acts',
      'ALTER TABLE reports DROP COLUMN input',
      `DELETE FROM participants WHERE role IN ('toward', 'about')`,
      `UPDATE meta SET value = '1' WHERE key = 'schema'`,
    ])
      await archive.connection.run(step);
    archive.close();
    return path;
  }

  it.each([openArchive, openExistingArchive])(
    'is brought to the present one, and loses nothing',
    async (open) => {
      const found = await open(await older());
      const { statements, ...rest } = (await loadReading(found, 'r-1'))!;
      const { statements: wanted, ...others } = reading('r-1');
      expect(JSON.stringify(rest)).toBe(JSON.stringify(others));
      expect(JSON.stringify(statements)).toBe(
        JSON.stringify(wanted.map((one) => ({ ...one, medium: null }))),
      );
      expect(await listEvents(found, { minConfidence: 0.8 })).toHaveLength(1);
      expect(await listStatements(found, { stance: 'regrets', about: 'SDM' })).toHaveLength(1);
      found.close();
    },
  );

  it('is refused where it is newer, and says so', async () => {
    const path = await saved();
    const archive = await openArchive(path);
    await archive.connection.run(`UPDATE meta SET value = '99'`);
    archive.close();
    await expect(openExistingArchive(path)).rejects.toThrow(/has schema 99; this version reads schema 5/);
  });
});

describe('signatures', () => {
  it('outlive the reading, and a person signs a claim once', async () => {
    const path = await saved();
    const archive = await openArchive(path);
    const signature = {
      claim: 'c-1',
      verdict: 'contradicted',
      signer: 'Desk',
      url: null,
      note: null,
      signedAt: '2026-11-23T10:00:00Z',
    } as const;
    await saveSignature(archive, signature);
    await saveSignature(archive, { ...signature, verdict: 'supported', signedAt: '2026-11-24T10:00:00Z' });
    await saveReadings(archive, [{ reading: reading('r-1'), origin: 'b.txt' }], '2');
    const listed = [
      { record: { id: 'c-1' } as Claim, report: { id: 'r-1', title: null, published: null }, context: '' },
      { record: { id: 'c-2' } as Claim, report: { id: 'r-1', title: null, published: null }, context: '' },
    ];
    const signed = await signedAmong(archive, listed);
    expect(signed.map((one) => [one.record.id, one.signature.verdict])).toEqual([['c-1', 'supported']]);
    archive.close();
  });
});

async function saved(): Promise<string> {
  const path = join(await temporary(), 'a.duckdb');
  const made = await openArchive(path);
  await saveReadings(made, [{ reading: reading('r-1'), origin: 'a.txt' }], '1');
  made.close();
  return path;
}

function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'rapporteur-'));
}
