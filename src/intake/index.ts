/** Files, folders, globs, addresses and standard input in; reports out, one at a time. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Report } from '../document/report.js';
import type { RapporteurError } from '../errors.js';
import { locate } from './locate.js';
import type { Defaults } from './make-report.js';
import { openParser } from './parsing/parser.js';
import { parsePublished } from './published.js';
import { readSource } from './read-source.js';
import type { Source, Tools } from './source.js';
import type { ColumnMap } from './tables/columns.js';
import { type Fetcher, openFetcher } from './web/fetcher.js';
import { isAddress, readAddress } from './web/read-address.js';

export { isReadable } from '../document/report.js';
export { reportFromText } from './make-report.js';
export { parsePublished } from './published.js';
export { type ColumnMap, parseColumnMap } from './tables/columns.js';

/**
 * What came of one report, or of one file, line or path that yielded none.
 *
 * **Shape** `origin` names it for people: a path, `path:line` for a line of JSONL, `path[index]` for an entry of a
 * JSON array, `standard input`. `warnings` are whole sentences about what was mended or left out on the way in.
 */
export type IntakeItem =
  | { readonly report: Report; readonly origin: string; readonly warnings: readonly string[] }
  | { readonly failure: RapporteurError; readonly origin: string };

export interface IntakeOptions {
  /** Date of publication of reports that bring none, in a form that `parsePublished` takes. */
  readonly published?: string | null;
  /** Publisher of reports that bring none. */
  readonly publisher?: string | null;
  /** The longest report, and the longest line of JSONL, that is read. */
  readonly maxBytes?: number;
  /** Which columns of tables and keys of JSON hold what; others are guessed. */
  readonly columns?: ColumnMap;
  /** Whether addresses of private networks may be asked. */
  readonly allowPrivate?: boolean;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** No news report comes near it; a file that does is something else, or many reports in one. */
export const MAX_REPORT_BYTES = 2 * 1024 * 1024;

/**
 * Reads reports from files, folders, globs, addresses of the web and `-`.
 *
 * **Shape** in the order of `paths`, files within a folder by name, lines within a file as they stand. Memory is
 * that of one report; JSON arrays, feeds and pages are read whole, within bounds. A plain text is kept as it stands: a
 * byte order mark is dropped, line ends, `\r\n` included, are not touched.
 *
 * **Errors** `input.date`, at once, where `options.published` is no date. Beyond that none are thrown: what cannot
 * be read is an item with a `failure` (`input.*`), and the rest follows.
 */
export function intake(paths: readonly string[], options: IntakeOptions = {}): AsyncGenerator<IntakeItem> {
  const { stdin = process.stdin, allowPrivate = false } = options;
  return readAll(paths, { ...settingsOf(options), stdin, allowPrivate });
}

interface Settings {
  readonly defaults: Defaults;
  readonly columns: ColumnMap;
}

function settingsOf(options: IntakeOptions): Settings {
  const { published, publisher = null, maxBytes = MAX_REPORT_BYTES, columns = {} } = options;
  const defaults = { published: published == null ? null : parsePublished(published), publisher, maxBytes };
  return { defaults, columns };
}

async function* readAll(
  paths: readonly string[],
  {
    defaults,
    columns,
    stdin,
    allowPrivate,
  }: Settings & Required<Pick<IntakeOptions, 'stdin' | 'allowPrivate'>>,
): AsyncGenerator<IntakeItem> {
  const parser = openParser();
  const tools: Tools = { defaults, columns, parser };
  let fetcher: Fetcher | undefined;
  try {
    for (const path of paths) {
      if (isAddress(path)) {
        fetcher ??= openFetcher({ allowPrivate });
        yield* readAddress(path, fetcher, tools);
        continue;
      }
      for await (const found of locate(path)) {
        if ('failure' in found) yield found;
        else yield* readSource(sourceOf(found.path, stdin), tools);
      }
    }
  } finally {
    await parser.close();
    await fetcher?.close();
  }
}

function sourceOf(path: string, stdin: AsyncIterable<Uint8Array>): Source {
  const isStdin = path === '-';
  return {
    origin: isStdin ? 'standard input' : path,
    name: isStdin ? '' : basename(path),
    chunks: isStdin ? stdin : createReadStream(path),
    mediaType: null,
    charset: null,
    url: null,
    depth: 0,
  };
}
