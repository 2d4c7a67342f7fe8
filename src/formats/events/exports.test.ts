import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { dealings, streamEvents, streamTable, writeParquet } from '../../archive/export.js';
import { saveImported } from '../../archive/imported.js';
import { IN_MEMORY, openArchive, saveReadings } from '../../archive/index.js';
import { reportFromText } from '../../intake/index.js';
import { loadEngine, readReport } from '../../pipeline.js';
import { dyadOf } from '../../relations/dyads/dyad.js';
import { Relations } from '../../relations/relations.js';
import { graphMl } from '../graph-ml.js';
import { gdelt } from '../imports/gdelt.js';
import { readEvents } from '../imports/read-events.js';
import { toCsv } from '../tables/csv.js';
import type { ExportedEvent } from './exported-event.js';
import { gdeltRows } from './gdelt.js';
import { GDELT_COLUMNS } from './gdelt-columns.js';
import { ICEWS_COLUMNS, icewsRows } from './icews.js';
import { ploverRecord } from './plover.js';
import { POLECAT_COLUMNS, polecatRows } from './polecat.js';
import { webAnnotations } from './web-annotation.js';

const TEXT =
  'The foreign ministers of France and Chile met in Santiago on Tuesday 😀, officials said.\n\n"=cmd" was the password.\tPeru condemned Chile’s decision to expel two diplomats.';
const reading = readReport(
  reportFromText(TEXT, { published: '2018-03-28', publisher: 'Herald\tand "Post"' }),
  loadEngine(),
);
const archive = await openArchive(IN_MEMORY);
await saveReadings(archive, [{ reading, origin: 'test' }], '1', new Relations(archive).relate);
const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-exports-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function exported(): Promise<ExportedEvent[]> {
  const all: ExportedEvent[] = [];
  for await (const some of streamEvents(archive)) all.push(...some);
  return all;
}

const tabbed = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join('\t')}\n`).join('');

describe('exports', () => {
  it('have something to tell', async () => expect((await exported()).length).toBeGreaterThan(1));

  it('have exactly the columns of GDELT and POLECAT and ICEWS', async () => {
    const events = await exported();
    expect(GDELT_COLUMNS).toHaveLength(61);
    expect(POLECAT_COLUMNS).toHaveLength(40);
    expect(ICEWS_COLUMNS).toHaveLength(20);
    const read = (rows: string[][]) => parse(tabbed(rows), { delimiter: '\t', quote: null }) as string[][];
    for (const row of read(events.flatMap((one) => gdeltRows(one, '20180328000000'))))
      expect(row).toHaveLength(61);
    for (const row of read(events.flatMap((one) => polecatRows(one, '1')))) expect(row).toHaveLength(40);
    for (const row of read(events.flatMap(icewsRows))) expect(row).toHaveLength(20);
  });

  it('give a meeting each way round in ICEWS', async () => {
    const rows = (await exported()).filter(({ event }) => event.type === 'CONSULT').flatMap(icewsRows);
    const pairs = rows.map((row) => `${row[4]} ${row[10]}`);
    expect(pairs.length).toBeGreaterThan(1);
    for (const pair of pairs) expect(pairs).toContain(pair.split(' ').toReversed().join(' '));
  });

  it('come back from GDELT’s form with type, parties and day', async () => {
    const events = await exported();
    const path = join(scratch, 'gdelt.tsv');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path, tabbed(events.flatMap((one) => gdeltRows(one, '20180328000000'))));
    const back = [];
    for await (const one of readEvents(path, gdelt)) {
      if ('fault' in one) throw new Error(one.fault);
      back.push(one.event);
    }
    const rows = events.flatMap((one) => gdeltRows(one, '').map(() => one.event));
    expect(back.map(({ type }) => type)).toEqual(rows.map(({ type }) => type));
    expect(back.map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(
      rows.map(({ when }) => when.start),
    );
    expect(await saveImported(archive, 'gdelt', back)).toBe(back.length);
    expect(await saveImported(archive, 'gdelt', back)).toBe(0);
    const { incidents } = await dyadOf(archive, { actors: ['PER'], recipients: ['CHL'], source: 'gdelt' });
    expect(incidents).toBe(
      back.filter(({ actor, recipient }) => actor === 'PER' && recipient === 'CHL').length,
    );
    expect(incidents).toBeGreaterThan(0);
  });

  it('quote the characters that annotations point at, counted in code points', () => {
    const all = webAnnotations(reading);
    const points = [...TEXT];
    const selectors = all.flatMap(
      ({ target }) => target as { selector: [{ start: number; end: number }, { exact: string }] }[],
    );
    expect(selectors.length).toBeGreaterThan(2);
    for (const {
      selector: [{ start, end }, { exact }],
    } of selectors)
      expect(points.slice(start, end).join('')).toBe(exact);
    // One of them stands behind the emoji, where code points and UTF-16 units part ways.
    expect(selectors.some(({ selector: [{ start }] }) => start > points.indexOf('😀'))).toBe(true);
  });

  it('keep formulas out of CSV, and quotes and tabs whole', async () => {
    for await (const rows of streamTable(archive, 'events')) {
      const read = parse(toCsv(rows), { columns: true }) as Record<string, string>[];
      expect(read.map(({ publisher }) => publisher)).toEqual(rows.map(() => 'Herald\tand "Post"'));
    }
    expect(toCsv([{ cue: '=cmd' }])).toContain("'=cmd");
  });

  it('are read back from Parquet by another reader, row for row', async () => {
    const path = join(scratch, "it's.parquet");
    await writeParquet(archive, 'incidents', path);
    const rows = await archive.connection.runAndReadAll(
      `SELECT id FROM read_parquet('${path.replaceAll("'", "''")}')`,
    );
    const kept = await archive.connection.runAndReadAll('SELECT id FROM incidents');
    expect(rows.getRowsJS().flat().sort()).toEqual(kept.getRowsJS().flat().sort());
  });

  it('draw who deals with whom', async () => {
    const xml = [...graphMl(await dealings(archive), new Map([['CHL', 'Chile & <co>']]))].join('');
    const { document } = parseHTML(xml);
    expect([...document.querySelectorAll('node')].map((node) => node.getAttribute('id'))).toContain('CHL');
    expect(document.querySelectorAll('edge').length).toBeGreaterThan(0);
    expect(xml).toContain('Chile &amp; &lt;co>');
  });

  it('are PLOVER records with actor, recipient and event', async () => {
    const [first] = (await exported()).map(ploverRecord);
    expect(first).toMatchObject({
      event: expect.any(String),
      actor: expect.any(Array),
      quad: expect.any(String),
    });
  });
});
