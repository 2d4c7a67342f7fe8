import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import type { ImportedEvent } from '../../archive/imported.js';
import { RapporteurError } from '../../errors.js';
import { gdelt } from './gdelt.js';
import { icews } from './icews.js';
import { polecat } from './polecat.js';
import type { EventSource } from './source.js';

export const SOURCES: readonly EventSource[] = [gdelt, icews, polecat];

/** An event of a file, or what is wrong with one of its lines. */
export type ReadEvent = { readonly event: ImportedEvent } | { readonly fault: string; readonly line: number };

/**
 * The events of a file, one at a time; lines that are none are told with what is wrong, and the rest goes on. Files may be
 * compressed by gzip.
 *
 * **Errors** `input.unreadable` for a file that cannot be opened, `input.malformed` for one that is not of the source.
 */
export async function* readEvents(path: string, source: EventSource): AsyncGenerator<ReadEvent> {
  const head = await beginning(path);
  const isZipped = head[0] === 0x1f && head[1] === 0x8b;
  const file = createReadStream(path);
  const text: Readable = isZipped ? file.pipe(createGunzip()) : file;
  const rows = text.pipe(
    parse({
      delimiter: source.delimiter ?? (await delimiterOf(path, isZipped)),
      quote: source.columns === null ? '"' : null,
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      info: true,
      maxRecordSize: 1 << 20,
    }),
  );
  // A fault of the stream beneath is a fault of the rows.
  text.on('error', (error: Error) => rows.destroy(error));
  file.on('error', (error) => rows.destroy(error));
  let places: ReadonlyMap<string, number> | null = null;
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (source.columns === null && places === null) {
        places = header(record, source, path);
        continue;
      }
      const columns = source.columns === null ? places! : byCount(source.columns, record, path, info.lines);
      if (typeof columns === 'string') {
        yield { fault: columns, line: info.lines };
        continue;
      }
      const read = source.read((column) => record[columns.get(column) ?? -1] ?? '');
      if ('allowed' in read)
        yield { fault: `${read.column} is "${read.value}"; it must be ${read.allowed}`, line: info.lines };
      else yield { event: read };
    }
  } catch (error) {
    if (error instanceof RapporteurError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RapporteurError('input.malformed', `${path} cannot be read on: ${reason}`, { cause: error });
  }
}

/** What parts the columns of a file that has a header: tabs where the first line holds one. */
async function delimiterOf(path: string, isZipped: boolean): Promise<string> {
  const head = await beginning(path, HEAD);
  const text = isZipped ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  return new TextDecoder().decode(text).split('\n', 1)[0]!.includes('\t') ? '\t' : ',';
}

/** **Units** bytes in which the first line ends. */
const HEAD = 8192;

async function beginning(path: string, length = 2): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RapporteurError('input.unreadable', `${path} cannot be opened: ${reason}`, { cause: error });
  }
}

/** Where each column stands, by its name in lower case with spaces. **Errors** `input.malformed`. */
function header(record: readonly string[], source: EventSource, path: string): ReadonlyMap<string, number> {
  const places = new Map(record.map((name, at) => [name.trim().toLowerCase().replaceAll('_', ' '), at]));
  const missing = source.needed.filter((name) => !places.has(name));
  if (missing.length > 0)
    throw new RapporteurError(
      'input.malformed',
      `${path} is no file of ${source.name}: its first line lacks the columns ${missing.join(', ')}. Name another with --from.`,
    );
  return places;
}

const layouts = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The layout with as many columns as a row has; what is wrong where there is none. */
function byCount(
  known: readonly (readonly string[])[],
  record: readonly string[],
  path: string,
  line: number,
): ReadonlyMap<string, number> | string {
  const columns = known.find(({ length }) => length === record.length);
  if (columns === undefined) {
    const allowed = known.map(({ length }) => length).join(', ');
    const what = `it has ${record.length} columns; a row has ${allowed}`;
    if (line === 1) throw new RapporteurError('input.malformed', `${path} is no such file: ${what}.`);
    return what;
  }
  let places = layouts.get(columns);
  if (places === undefined) {
    places = new Map(columns.map((name, at) => [name, at]));
    layouts.set(columns, places);
  }
  return places;
}
