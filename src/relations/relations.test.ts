import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../../training/random.js';
import { type Archive, IN_MEMORY, openArchive, type Relate, saveReadings } from '../archive/index.js';
import { reportFromText } from '../intake/index.js';
import { loadEngine, readReport } from '../pipeline.js';
import type { Reading } from '../reading/contract.js';
import { Relations } from './relations.js';

const engine = loadEngine();

const TOLD = [
  [
    '2018-03-28',
    'Herald',
    'Chile expelled ten Peruvian diplomats on Tuesday, the foreign ministry in Santiago said.\n\nThe step answers a decision of Peru to close a consulate in the north. Officials in Lima called the expulsions an insult to the whole nation.',
  ],
  [
    '2018-03-29',
    'Courier',
    'Chile expelled ten Peruvian diplomats on Tuesday, the foreign ministry in Santiago said.\n\nThe step answers a decision of Peru to close a consulate in the north. Officials in Lima called the expulsions an insult to the whole nation.',
  ],
  [
    '2018-03-29',
    'Gazette',
    'Ten diplomats from Peru were expelled by Chile on Tuesday. A retired envoy spoke of the worst quarrel in decades.',
  ],
  ['2018-04-20', 'Gazette', 'Chile expelled two Peruvian diplomats on Thursday over spying.'],
  ['2018-05-02', 'Herald', 'Gunmen attacked a police station in Lima on Tuesday and killed 12 officers.'],
  [
    '2018-05-03',
    'Courier',
    'The attack on the police station in Lima on Tuesday killed 15 officers, the interior ministry said.',
  ],
] as const;

const readings: readonly Reading[] = TOLD.map(([published, publisher, text]) =>
  readReport(reportFromText(text, { published, publisher }), engine),
);

const TABLES = [
  'copies',
  'copied_sentences',
  'incidents',
  'incident_events',
  'incident_dyads',
  'tellings',
  'telling_keys',
];

async function contents(archive: Archive): Promise<string[]> {
  const rows: string[] = [];
  for (const table of TABLES) {
    const found = await archive.connection.runAndReadAll(`SELECT * FROM ${table}`);
    rows.push(...found.getRowsJson().map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return rows.sort();
}

async function saved(batches: readonly (readonly Reading[])[]): Promise<Archive> {
  const archive = await openArchive(IN_MEMORY);
  const relations = new Relations(archive);
  for (const batch of batches)
    await saveReadings(
      archive,
      batch.map((reading) => ({ reading, origin: 'test' })),
      '1',
      relations.relate,
    );
  return archive;
}

async function count(archive: Archive, sql: string): Promise<number> {
  return Number((await archive.connection.runAndReadAll(sql)).getRowsJS()[0]![0]);
}

describe('what follows from many reports', () => {
  it('is the same in whatever order and in whatever batches they arrive', async () => {
    const expected = await contents(await saved([readings]));
    expect(expected.length).toBeGreaterThan(10);
    for (let seed = 1; seed <= 6; seed++) {
      const inOrder = shuffled(readings, seeded(seed));
      const batches = seed % 2 === 0 ? inOrder.map((one) => [one]) : [inOrder.slice(0, 3), inOrder.slice(3)];
      expect(await contents(await saved(batches))).toEqual(expected);
    }
  });

  it('counts a copy as a report, and not as a source', async () => {
    const archive = await saved([readings]);
    const rows = await archive.connection.runAndReadAll(
      `SELECT reports, sources FROM incidents WHERE type = 'SANCTION' AND first_day = '2018-03-27'`,
    );
    expect(rows.getRowsJS()).toEqual([[3, 2]]);
  });

  it('changes no dyad when every report is copied by another newsroom', async () => {
    const copied = TOLD.map(([published, publisher, text]) =>
      readReport(reportFromText(text, { published, publisher: `${publisher} again` }), engine),
    );
    const dyads = async (archive: Archive) =>
      (
        await archive.connection.runAndReadAll(
          'SELECT actor, recipient, day, type, quad, score FROM incident_dyads ORDER BY ALL',
        )
      ).getRowsJson();
    const once = await dyads(await saved([readings]));
    expect(once.length).toBeGreaterThan(2);
    expect(await dyads(await saved([readings, copied]))).toEqual(once);
  });

  it('keeps two deeds of the same parties apart', async () => {
    const archive = await saved([readings]);
    const expelling = `type = 'SANCTION' AND mode = 'expel' AND status = 'happened'`;
    expect(await count(archive, `SELECT count(*) FROM incidents WHERE ${expelling}`)).toBe(2);
  });

  it('keeps every number that was told of the dead', async () => {
    const archive = await saved([readings]);
    const rows = await archive.connection.runAndReadAll(
      `SELECT record FROM incidents WHERE type = 'ASSAULT' AND sources = 2`,
    );
    const { tolls, disagreements } = JSON.parse(String(rows.getRowsJS()[0]![0]));
    expect(new Set(tolls.map(({ dead }: { dead: number }) => dead))).toEqual(new Set([12, 15]));
    expect(disagreements.map(({ about }: { about: string }) => about)).toContain('dead');
  });

  it('changes nothing when the same readings are saved again, and forgets what a new reading no longer tells', async () => {
    const archive = await saved([readings]);
    const before = await contents(archive);
    const relations = new Relations(archive);
    await saveReadings(
      archive,
      readings.map((reading) => ({ reading, origin: 'test' })),
      '1',
      relations.relate,
    );
    expect(await contents(archive)).toEqual(before);
    const bare = { ...readings[3]!, events: [] };
    await saveReadings(archive, [{ reading: bare, origin: 'test' }], '1', relations.relate);
    const without = await saved([[...readings.slice(0, 3), bare, ...readings.slice(4)]]);
    expect(await contents(archive)).toEqual(await contents(without));
  });

  it('is undone with the readings where something fails', async () => {
    const archive = await saved([readings.slice(0, 2)]);
    const before = await contents(archive);
    const relations = new Relations(archive);
    const failing: Relate = async (written) => {
      await relations.relate(written);
      throw new Error('no space left');
    };
    const save = (relate: Relate) =>
      saveReadings(
        archive,
        readings.map((reading) => ({ reading, origin: 'test' })),
        '1',
        relate,
      );
    await expect(save(failing)).rejects.toThrow('no space left');
    expect(await contents(archive)).toEqual(before);
    relations.forget();
    await save(relations.relate);
    expect(await contents(archive)).toEqual(await contents(await saved([readings])));
  });
});
