import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RapporteurError } from '../errors.js';
import { archivePath, IN_MEMORY, prepareArchivePath } from './location.js';
import { CREATE_TABLES, RECORD_TABLES, SCHEMA_VERSION } from './schema.js';
import { canUpgrade, upgrade } from './upgrade.js';

/** An open archive. One process at a time may write. */
export interface Archive {
  readonly path: string;
  readonly connection: DuckDBConnection;
  /** Closes the file; everything saved is on disk then. Closing twice is harmless. */
  readonly close: () => void;
  /**
   * Another connection to the open file, for work at the same time: it sees what was committed, and closing it closes
   * nothing else. To be closed before the file is.
   */
  readonly connectAgain: () => Promise<Archive>;
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

/** Who only looks may count many millions of incidents, and sort all events: two threads, and room. */
const LOOKING = { threads: '2', memory_limit: '1GB' };

/**
 * Opens an archive, making it where there is none, and bringing one that an older version made to the present schema.
 *
 * **Shape** with `looks` it has room for large questions too, as those have that only look.
 *
 * **Errors** `archive.busy` when another process holds the file; `archive.unavailable` when it cannot be opened or
 * was made by a newer version.
 */
export async function openArchive(path?: string, { looks = false } = {}): Promise<Archive> {
  let prepared = path ?? 'the default archive';
  try {
    prepared = prepareArchivePath(path);
  } catch (error) {
    throw openingFailed(prepared, error);
  }
  return open(prepared, looks ? { ...SETTINGS, ...LOOKING } : SETTINGS, async (connection) => {
    const found = await checkTables(connection, prepared);
    if (typeof found === 'number') await upgrade(connection, found, SCHEMA_VERSION);
    await connection.run(CREATE_TABLES);
    await connection.run(
      `INSERT INTO meta SELECT 'schema', $1 WHERE NOT EXISTS (FROM meta WHERE key = 'schema')`,
      [String(SCHEMA_VERSION)],
    );
  });
}

async function open(
  path: string,
  settings: Record<string, string>,
  prepare: (connection: DuckDBConnection) => Promise<void>,
): Promise<Archive> {
  const instance = await createInstance(path, settings);
  const connection = await instance.connect();
  try {
    await prepare(connection);
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
  return archiveOf(path, instance, connection, () => instance.closeSync());
}

function archiveOf(
  path: string,
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  andThen: () => void,
): Archive {
  let isOpen = true;
  return {
    path,
    connection,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      connection.closeSync();
      andThen();
    },
    connectAgain: async () => archiveOf(path, instance, await instance.connect(), () => undefined),
  };
}

/** Others mostly hold an archive for a moment only: it is asked for again until then. */
async function createInstance(path: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  const patienceEnds = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await DuckDBInstance.create(path, settings);
    } catch (error) {
      const failure = openingFailed(path, error);
      if (failure.code !== 'archive.busy' || performance.now() > patienceEnds) throw failure;
      await pause(100);
    }
  }
}

const PATIENCE_MS = 3_000;

/**
 * Opens an archive to look things up in it, making none and changing nothing: any number of processes at a time may,
 * and a file that may not be written will do. Only one that an older version made is brought to the present schema
 * first, which takes it for oneself for that moment.
 *
 * **Errors** those of `openArchive`, and `archive.missing` where there is no such file.
 */
export async function openExistingArchive(path?: string): Promise<Archive> {
  const whole = archivePath(path);
  if (whole !== IN_MEMORY && !existsSync(whole)) {
    throw new RapporteurError(
      'archive.missing',
      `There is no archive ${whole}. "rapporteur read FILE" makes one; another one is named with --archive PATH.`,
    );
  }
  if (whole === IN_MEMORY) return openArchive(path);
  let isOlder = false;
  const look = () =>
    open(whole, { ...SETTINGS, ...LOOKING, access_mode: 'READ_ONLY' }, async (connection) => {
      const found = await checkTables(connection, whole);
      if (found === 'empty') throw noArchive(whole);
      isOlder = typeof found === 'number';
    });
  const archive = await look();
  if (!isOlder) return archive;
  archive.close();
  (await openArchive(path)).close();
  return look();
}

/**
 * Whether a database is an archive, or empty and may become one; the schema of an older one that can be upgraded.
 *
 * **Errors** `archive.unavailable`.
 */
async function checkTables(
  connection: DuckDBConnection,
  path: string,
): Promise<'archive' | 'empty' | number> {
  const found = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()');
  const tables = new Set(found.getRowsJS().map(([name]) => String(name)));
  if (tables.size === 0) return 'empty';
  if (!tables.has('meta') || !tables.has('reports')) throw noArchive(path);
  const rows = await connection.runAndReadAll(`SELECT value FROM meta WHERE key = 'schema'`);
  const version = rows.getRowsJS()[0]?.[0];
  if (version === undefined) throw noArchive(path);
  if (canUpgrade(Number(version), SCHEMA_VERSION)) return Number(version);
  if (Number(version) !== SCHEMA_VERSION) {
    throw new RapporteurError(
      'archive.unavailable',
      `The archive ${path} has schema ${String(version)}; this version reads schema ${SCHEMA_VERSION}. ` +
        'Use the version that made it, or name another file with --archive PATH.',
    );
  }
  if (!RECORD_TABLES.every((table) => tables.has(table))) throw noArchive(path);
  return 'archive';
}

function noArchive(path: string): RapporteurError {
  return new RapporteurError(
    'archive.unavailable',
    `${path} is a database, but no archive of this program, and was left as it is. Name another file with --archive PATH.`,
  );
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
