import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  columnsOf,
  dealings,
  reportIds,
  streamEvents,
  streamIncidents,
  streamStatements,
  streamTable,
  type TableName,
  writeParquet,
} from '../archive/export.js';
import { type Archive, loadReading } from '../archive/index.js';
import { RapporteurError } from '../errors.js';
import { gdeltRows } from '../formats/events/gdelt.js';
import { ICEWS_COLUMNS, icewsRows } from '../formats/events/icews.js';
import { ploverRecord } from '../formats/events/plover.js';
import { POLECAT_COLUMNS, polecatRows } from '../formats/events/polecat.js';
import { webAnnotations } from '../formats/events/web-annotation.js';
import { graphMl } from '../formats/graph-ml.js';
import { jsonLine } from '../formats/json-line.js';
import { toCsv } from '../formats/tables/csv.js';
import { loadCountries } from '../registry/countries.js';
import { programVersion } from '../version.js';

export { TABLES as EXPORT_TABLES, type TableName as ExportTable } from '../archive/export.js';

export const EXPORTS = [
  'plover',
  'polecat',
  'icews',
  'gdelt',
  'jsonl',
  'csv',
  'parquet',
  'webanno',
  'graphml',
] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** Formats that are made of events and nothing else. */
const OF_EVENTS: ReadonlySet<ExportFormat> = new Set(['plover', 'polecat', 'icews', 'gdelt']);

/** Refuses a format that has no place for what is wanted. **Errors** `usage`. */
export function checkExport(as: ExportFormat, what: TableName): void {
  if (OF_EVENTS.has(as) && what !== 'events')
    throw new RapporteurError('usage', `"${as}" holds events only. For ${what} use jsonl, csv or parquet.`);
}

/** What an archive holds in a format of the field, piece by piece. **Errors** `usage`, as `checkExport`. */
export async function* exportPieces(
  archive: Archive,
  as: ExportFormat,
  what: TableName,
): AsyncGenerator<string | Uint8Array> {
  checkExport(as, what);
  if (as === 'parquet') yield* parquet(archive, what);
  else yield* pieces(archive, as, what);
}

/** The database writes Parquet to files only. */
async function* parquet(archive: Archive, what: TableName): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-'));
  try {
    const path = join(folder, `${what}.parquet`);
    await writeParquet(archive, what, path);
    const file = await open(path);
    yield* file.createReadStream() as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* pieces(
  archive: Archive,
  as: Exclude<ExportFormat, 'parquet'>,
  what: TableName,
): AsyncGenerator<string> {
  switch (as) {
    case 'csv':
      yield toCsv([], await columnsOf(archive, what));
      for await (const rows of streamTable(archive, what)) yield withoutHeader(toCsv(rows));
      return;
    case 'jsonl':
      yield* jsonLines(archive, what);
      return;
    case 'webanno':
      for (const id of await reportIds(archive)) {
        const reading = await loadReading(archive, id);
        if (reading !== undefined) for (const one of webAnnotations(reading)) yield `${jsonLine(one)}\n`;
      }
      return;
    case 'graphml': {
      const names = new Map([...loadCountries().values()].map(({ code, name }) => [code, name]));
      yield* graphMl(await dealings(archive), names);
      return;
    }
    case 'plover':
      for await (const events of streamEvents(archive))
        for (const one of events) yield `${jsonLine(ploverRecord(one))}\n`;
      return;
    case 'polecat':
      yield `${POLECAT_COLUMNS.join('\t')}\n`;
      for await (const events of streamEvents(archive))
        yield tabbed(events.flatMap((one) => polecatRows(one, programVersion())));
      return;
    case 'icews':
      yield `${ICEWS_COLUMNS.join('\t')}\n`;
      for await (const events of streamEvents(archive)) yield tabbed(events.flatMap(icewsRows));
      return;
    case 'gdelt': {
      const added = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
      for await (const events of streamEvents(archive))
        yield tabbed(events.flatMap((one) => gdeltRows(one, added)));
    }
  }
}

async function* jsonLines(archive: Archive, what: TableName): AsyncGenerator<string> {
  if (what === 'events') {
    for await (const events of streamEvents(archive))
      for (const { event, report } of events) yield `${jsonLine({ ...event, report })}\n`;
  } else if (what === 'statements') {
    for await (const statements of streamStatements(archive))
      for (const one of statements) yield `${jsonLine({ ...one })}\n`;
  } else for await (const records of streamIncidents(archive)) for (const one of records) yield `${one}\n`;
}

function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

function withoutHeader(csv: string): string {
  return csv.slice(csv.indexOf('\n') + 1);
}
