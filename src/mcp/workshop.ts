import { openArchive, saveReadings } from '../archive/index.js';
import { archivePath } from '../archive/location.js';
import type { Desk } from '../desk/desk.js';
import { openDesk } from '../desk/open-desk.js';
import { openReading, reportIn } from '../desk/reading.js';
import { sendReport } from '../desk/remote-desk.js';
import { findServer } from '../desk/running-server.js';
import type { Reading } from '../reading/contract.js';
import type { OwnKnowledge } from '../registry/own/own-knowledge.js';
import { Relations } from '../relations/relations.js';
import { programVersion } from '../version.js';

/** A report as a tool is given it. */
export interface GivenReport {
  readonly text: string;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
}

/** What tools work with. The archive is opened for each question, so that others may have it in between. */
export interface Workshop {
  ask<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** Reads a report, and saves it where that is asked. */
  read(report: GivenReport, how: { readonly save: boolean }): Promise<Reading>;
  close(): Promise<void>;
}

export interface WorkshopOptions {
  readonly archive: string | undefined;
  readonly knowledge: OwnKnowledge | undefined;
}

/** **Units** milliseconds that reading a report may take. */
const READ_WITHIN_MS = 60_000;

export function openWorkshop({ archive: path, knowledge }: WorkshopOptions): Workshop {
  const readers = openReading({ threads: 1, knowledge, withinMs: READ_WITHIN_MS });
  return {
    ask: async (work) => {
      const desk = await openDesk(path, () => knowledge);
      try {
        return await work(desk);
      } finally {
        await desk.close();
      }
    },
    read: async (given, { save }) => {
      const body = new TextEncoder().encode(JSON.stringify(given));
      const server = save ? await findServer(archivePath(path)) : undefined;
      if (server !== undefined) return sendReport(server.url, body);
      const { report, origin } = await reportIn(body, { name: 'a tool' });
      const reading = await readers.read(report);
      if (save) await saveOne(path, { reading, origin });
      return reading;
    },
    close: () => readers.close(),
  };
}

async function saveOne(
  path: string | undefined,
  saving: { readonly reading: Reading; readonly origin: string },
): Promise<void> {
  const archive = await openArchive(path);
  try {
    await saveReadings(archive, [saving], programVersion(), new Relations(archive).relate);
  } finally {
    archive.close();
  }
}
