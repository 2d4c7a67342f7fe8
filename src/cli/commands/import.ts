import { type ImportedEvent, saveImported } from '../../archive/imported.js';
import { openFile } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { readEvents, SOURCES } from '../../formats/imports/read-events.js';
import { jsonLine } from '../../formats/json-line.js';
import { EXIT } from '../exit.js';
import type { ArchiveOptions } from '../program.js';
import { Progress } from '../progress.js';

interface ImportOptions extends ArchiveOptions {
  readonly from: string;
}

/** Events are kept so many at a time: memory stays flat, and transactions cheap. */
const BATCH = 20_000;
/** Faults are named up to so many a file, and then counted. */
const MOST_NAMED = 20;

/** Brings events that another program coded into the archive, apart from those that were read. */
export async function importEvents(files: readonly string[], options: ImportOptions): Promise<void> {
  const source = SOURCES.find(({ name }) => name === options.from)!;
  const archive = await openFile(options.archive);
  const progress = new Progress(process.stderr);
  try {
    for (const file of files) {
      let [read, added, faults] = [0, 0, 0];
      let batch: ImportedEvent[] = [];
      const flush = async () => {
        added += await saveImported(archive, source.name, batch);
        batch = [];
      };
      try {
        for await (const one of readEvents(file, source)) {
          if ('fault' in one) {
            faults++;
            if (faults <= MOST_NAMED) progress.say(`${file}, line ${one.line}: ${one.fault}`);
            continue;
          }
          read++;
          batch.push(one.event);
          if (batch.length === BATCH) await flush();
        }
        await flush();
      } catch (error) {
        if (!(error instanceof RapporteurError)) throw error;
        progress.say(error.message);
        process.exitCode = EXIT.incomplete;
        await flush();
      }
      if (faults > 0) process.exitCode = EXIT.incomplete;
      if (options.format === 'json')
        console.log(jsonLine({ file, source: source.name, read, added, known: read - added, faults }));
      else
        console.log(
          `${file}: ${read} events of ${source.name}, ${added} new${faults === 0 ? '' : `; ${faults} lines are none`}`,
        );
    }
  } finally {
    archive.close();
  }
}
