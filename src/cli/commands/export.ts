import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { checkExport, type ExportFormat, type ExportTable } from '../../desk/export-pieces.js';
import { atDesk } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';

interface ExportOptions {
  readonly archive?: string;
  readonly as: ExportFormat;
  readonly what: ExportTable;
  readonly output?: string;
}

/** Writes what the archive holds in a format of the field, piece by piece, to a file or to stdout. */
export async function exportRecords(options: ExportOptions): Promise<void> {
  const { as, what, output } = options;
  checkExport(as, what);
  if (as === 'parquet' && output === undefined)
    throw new RapporteurError('usage', 'Parquet is written to a file: name one with --output FILE.');
  await atDesk(options.archive, async (desk) => {
    const out: Writable = output === undefined ? process.stdout : createWriteStream(output);
    let failure: Error | undefined;
    out.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough closes the pipe.
      if (error.code !== 'EPIPE') failure = error;
    });
    for await (const piece of desk.export(as, what)) {
      if (failure !== undefined || out.destroyed) break;
      if (!out.write(piece)) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    if (output !== undefined) {
      out.end();
      await finished(out).catch(() => {});
    }
    if (failure !== undefined)
      throw new RapporteurError('usage', `${output ?? 'stdout'} cannot be written: ${failure.message}`);
  });
}
