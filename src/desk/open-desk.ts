import type { Archive } from '../archive/index.js';
import { openArchive, openExistingArchive } from '../archive/index.js';
import { archivePath } from '../archive/location.js';
import { RapporteurError } from '../errors.js';
import { loadRecord, type OfficialRecord } from '../registry/official-record.js';
import type { OwnKnowledge } from '../registry/own/own-knowledge.js';
import { archiveDesk } from './archive-desk.js';
import type { Desk } from './desk.js';
import { remoteDesk } from './remote-desk.js';
import { findServer } from './running-server.js';

/**
 * Opens an archive to ask it things: the file, or the server that holds it.
 *
 * **Errors** those of `openExistingArchive`.
 */
export async function openDesk(
  path: string | undefined,
  knowledge: () => OwnKnowledge | undefined = () => undefined,
): Promise<Desk> {
  const whole = archivePath(path);
  const server = await findServer(whole);
  if (server !== undefined) return remoteDesk(server.url, whole);
  const archive = await openExistingArchive(path);
  let record: OfficialRecord | undefined;
  return archiveDesk(archive, () => {
    record ??= loadRecord(knowledge());
    return record;
  });
}

/** Does some work with a desk, and closes it. */
export async function atDesk<T>(path: string | undefined, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(path);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/**
 * Opens an archive for what no server does: to write into it, mostly.
 *
 * **Errors** those of `open`; `archive.busy`, with the address, where a server holds it.
 */
export async function openFile(path: string | undefined, open = openArchive): Promise<Archive> {
  const server = await findServer(archivePath(path));
  if (server === undefined) return open(path);
  throw new RapporteurError(
    'archive.busy',
    `The archive ${archivePath(path)} is held by the server at ${server.url} (process ${server.pid}), and this needs the file itself. ` +
      'End the server, or name another file with --archive PATH.',
  );
}
