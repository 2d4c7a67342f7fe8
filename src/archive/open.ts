import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RapporteurError } from '../errors.js';
import { archivePath, IN_MEMORY, prepareArchivePath } from './location.js';
import { CREATE_TABLES, SCHEMA_VERSION } from './schema.js';

/** An open archive. One process at a time holds the file. */
export interface Archive {
  readonly path: string;
  readonly connection: DuckDBConnection;
  /** Closes the file; everything saved is on disk then. Closing twice is harmless. */
  readonly close: () => void;
}

/**
 * DuckDB's own settings. The memory limit keeps the whole program flat however large the archive grows; extensions
 * are never fetched, since nothing may be downloaded at run time.
 */
const SETTINGS = {
  threads: '1',
  memory_limit: '64MB',
  preserve_insertion_order: 'true',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Opens an archive, making it where there is none.
 *
 * **Errors** `archive.busy` when another process holds the file; `archive.unavailable` when it cannot be opened or
 * was made by a newer version.
 */
export async function openArchive(path?: string): Promise<Archive> {
  let prepared = path ?? 'the default archive';
  let instance: DuckDBInstance;
  try {
    prepared = prepareArchivePath(path);
    instance = await DuckDBInstance.create(prepared, SETTINGS);
  } catch (error) {
    throw openingFailed(prepared, error);
  }
  const connection = await instance.connect();
  try {
    await prepareTables(connection, prepared);
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
  let open = true;
  return {
    path: prepared,
    connection,
    close: () => {
      if (!open) return;
      open = false;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Opens an archive to look things up in it, making none.
 *
 * **Errors** those of `openArchive`, and `archive.missing` where there is no such file.
 */
export function openExistingArchive(path?: string): Promise<Archive> {
  const whole = archivePath(path);
  if (whole !== IN_MEMORY && !existsSync(whole)) {
    throw new RapporteurError(
      'archive.missing',
      `There is no archive ${whole}. "rapporteur read FILE" makes one; another one is named with --archive PATH.`,
    );
  }
  return openArchive(path);
}

async function prepareTables(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(CREATE_TABLES);
  const rows = await connection.runAndReadAll(`SELECT value FROM meta WHERE key = 'schema'`);
  const version = rows.getRowsJS()[0]?.[0];
  if (version === undefined) {
    await connection.run(`INSERT INTO meta VALUES ('schema', $1)`, [String(SCHEMA_VERSION)]);
  } else if (Number(version) !== SCHEMA_VERSION) {
    throw new RapporteurError(
      'archive.unavailable',
      `The archive ${path} has schema ${String(version)}; this version reads schema ${SCHEMA_VERSION}. ` +
        'Use the version that made it, or name another file with --archive PATH.',
    );
  }
}

function openingFailed(path: string, cause: unknown): RapporteurError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/lock/i.test(reason)) {
    return new RapporteurError(
      'archive.busy',
      `The archive ${path} is held by another process. Wait until it ends, or name another file with --archive PATH.`,
      { cause },
    );
  }
  return new RapporteurError(
    'archive.unavailable',
    `The archive ${path} cannot be opened: ${firstLine(reason)} ` +
      'Name another file with --archive PATH, or read without saving with --no-save.',
    { cause },
  );
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
