import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { gdelt } from './gdelt.js';
import { icews } from './icews.js';
import { polecat } from './polecat.js';
import { type ReadEvent, readEvents } from './read-events.js';
import type { EventSource } from './source.js';

const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-imports-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function read(content: string | Uint8Array, source: EventSource): Promise<ReadEvent[]> {
  const path = join(scratch, 'events');
  writeFileSync(path, content);
  const all: ReadEvent[] = [];
  for await (const one of readEvents(path, source)) all.push(one);
  return all;
}

const ICEWS_HEAD =
  'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country';
const ICEWS_ROW =
  '7\t2018-06-01\tMinistry (Chile)\tGovernment\tChile\tExpel\t166\t-7\tEnvoy (Peru)\tMilitary,Government\tPeru';

/** A row of GDELT: the cells that are named, all others empty. */
function gdeltRow(cells: Readonly<Record<string, string>>, columns = gdelt.columns![0]!): string {
  return columns.map((name) => cells[name] ?? '').join('\t');
}

const GDELT = {
  GLOBALEVENTID: '1',
  SQLDATE: '20170412',
  Actor1CountryCode: 'RUS',
  Actor1Type1Code: 'MED',
  Actor2CountryCode: 'ROM',
  EventCode: '190',
  QuadClass: '4',
  GoldsteinScale: '-10.0',
  NumArticles: '12',
};

describe('events of other programs', () => {
  it('come from ICEWS with countries by name and CAMEO as PLOVER', async () => {
    const [one] = await read(`${ICEWS_HEAD}\n${ICEWS_ROW}\n`, icews);
    expect(one).toMatchObject({
      event: {
        id: '7',
        actor: 'CHL',
        recipient: 'PER',
        score: -7,
        actorSectors: ['GOV'],
        recipientSectors: ['MIL', 'GOV'],
      },
    });
  });

  it('come from both forms of GDELT, with its own words for media and for Romania', async () => {
    for (const columns of gdelt.columns!.slice(0, 2)) {
      const [one] = await read(`${gdeltRow(GDELT, columns)}\n`, gdelt);
      expect(one).toMatchObject({
        event: {
          type: 'ASSAULT',
          actor: 'RUS',
          recipient: 'ROU',
          actorSectors: ['JRN'],
          quad: 4,
          reports: 12,
        },
      });
    }
  });

  it('come from POLECAT, whichever name its intensity has', async () => {
    for (const name of ['Intensity', 'Event Intensity']) {
      const head = `Event ID\tEvent Date\tEvent Type\tEvent Mode\t${name}\tActor Country\tRecipient Country`;
      const [one] = await read(`${head}\nA1\t2020-02-03\tPROTEST\tRALLY\t-6\tFRA\tFRA\n`, polecat);
      expect(one).toMatchObject({
        event: { type: 'PROTEST', mode: 'rally', score: -6, quad: 4, actor: 'FRA' },
      });
    }
  });

  it('are read from gzip', async () => {
    expect(await read(gzipSync(`${ICEWS_HEAD}\n${ICEWS_ROW}\n`), icews)).toHaveLength(1);
  });

  it('name what is wrong with a line, and go on', async () => {
    const rows = [
      gdeltRow({ ...GDELT, SQLDATE: '20171345' }),
      'only\tthree\tcells',
      gdeltRow({ ...GDELT, EventCode: '999' }),
      gdeltRow(GDELT),
    ];
    const all = await read(`${gdeltRow(GDELT)}\n${rows.join('\n')}\n`, gdelt);
    expect(all.map((one) => ('fault' in one ? `${one.line}: ${one.fault}` : 'event'))).toEqual([
      'event',
      '2: SQLDATE is "20171345"; it must be a day such as 20170412',
      '3: it has 3 columns; a row has 61, 58, 57',
      '4: EventCode is "999"; it must be a code of CAMEO',
      'event',
    ]);
  });

  it('are refused where the file is of another source, or broken', async () => {
    await expect(read('a,b\n1,2\n', icews)).rejects.toThrow(/lacks the columns event id/);
    await expect(read('# A page\n', gdelt)).rejects.toThrow(/1 columns/);
    const zipped = gzipSync(`${ICEWS_HEAD}\n${ICEWS_ROW}\n`.repeat(500));
    await expect(read(zipped.subarray(0, zipped.length / 2), icews)).rejects.toThrow(/cannot be read on/);
    await expect(readEvents(join(scratch, 'missing'), icews).next()).rejects.toThrow(/cannot be opened/);
  });
});
