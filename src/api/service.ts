import { openArchive } from '../archive/index.js';
import { archiveDesk } from '../desk/archive-desk.js';
import type { Desk } from '../desk/desk.js';
import { openFile } from '../desk/open-desk.js';
import { openReading, type Readers } from '../desk/reading.js';
import { loadRecord, type OfficialRecord } from '../registry/official-record.js';
import type { OwnKnowledge } from '../registry/own/own-knowledge.js';
import { type Jobs, openJobs } from './jobs.js';
import { type Keeping, openKeeping } from './keeping.js';
import { openLooking } from './looking.js';

/** All that routes work with: one archive, held for as long as the server runs. */
export interface Service extends Pick<Keeping, 'save' | 'revision'> {
  readonly path: string;
  /** The official records, loaded when first asked for. */
  readonly record: () => OfficialRecord;
  /** Asks the archive. **Errors** `server.full`, `server.slow`, and those of the question. */
  look<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** A desk with a connection of its own, for what takes long; to be closed. */
  ownDesk(): Promise<Desk>;
  readonly read: Readers['read'];
  readonly jobs: Jobs;
  /** Ends jobs, waits for what is being saved, and closes the archive. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly archive: string | undefined;
  readonly knowledge?: OwnKnowledge | undefined;
  /** Threads that read reports. */
  readonly threads?: number;
  /** **Units** milliseconds that a question may take. */
  readonly withinMs?: number;
  /** **Units** milliseconds that reading a report may take. */
  readonly readWithinMs?: number;
}

const CONNECTIONS = 4;
const WITHIN_MS = 15_000;
const READ_WITHIN_MS = 60_000;

/** Opens an archive, made where there is none, and all that serves it. **Errors** those of `openFile`. */
export async function openService({
  archive: path,
  knowledge,
  threads = 1,
  withinMs = WITHIN_MS,
  readWithinMs = READ_WITHIN_MS,
}: ServiceOptions): Promise<Service> {
  const archive = await openFile(path, (file) => openArchive(file, { looks: true }));
  const looking = await openLooking(archive, { connections: CONNECTIONS, withinMs });
  const keeping = openKeeping(archive);
  const readers = openReading({ threads, knowledge, withinMs: readWithinMs });
  const jobs = openJobs(readers, keeping);
  let loaded: OfficialRecord | undefined;
  const record = () => {
    loaded ??= loadRecord(knowledge);
    return loaded;
  };
  return {
    path: archive.path,
    record,
    look: (work) => looking.look((connection) => work(archiveDesk(connection, record))),
    ownDesk: async () => archiveDesk(await archive.connectAgain(), record),
    read: readers.read,
    save: keeping.save,
    revision: keeping.revision,
    jobs,
    close: async () => {
      const ended = jobs.close();
      await readers.close();
      await ended;
      await keeping.close();
      await looking.close();
      archive.close();
    },
  };
}
