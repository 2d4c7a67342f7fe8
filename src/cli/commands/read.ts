import { openFile } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { intake, parseColumnMap } from '../../intake/index.js';
import { openReaders } from '../../pipeline.js';
import { knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';
import { describeTotals, readItems } from '../read-items.js';

interface ReadOptions extends ArchiveOptions, KnowledgeOptions {
  readonly published?: string;
  readonly publisher?: string;
  readonly map?: readonly string[];
  readonly allowPrivate?: boolean;
  readonly save: boolean;
  /** Whether what the archive has is read again. */
  readonly again?: boolean;
  readonly quiet?: boolean;
  readonly threads: number;
  readonly minConfidence: number;
}

/** Reads reports, prints each reading as it comes, and saves them; what cannot be read is named on stderr. */
export async function read(inputs: readonly string[], options: ReadOptions): Promise<void> {
  const paths = inputsOrStdin(inputs);
  const items = intake(paths, {
    allowPrivate: options.allowPrivate === true,
    ...(options.published === undefined ? {} : { published: options.published }),
    ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
    ...(options.map === undefined ? {} : { columns: parseColumnMap(options.map) }),
  });
  if (options.quiet && !options.save)
    throw new RapporteurError('usage', '--quiet with --no-save would do nothing. Leave one of them out.');
  const knowledge = knowledgeOf(options);
  const archive = options.save ? await openFile(options.archive) : undefined;
  try {
    const readers = await openReaders(options.threads, { knowledge });
    try {
      const totals = await readItems(
        items,
        { readers, knowledge: knowledge?.digest, again: options.again },
        archive,
        options,
      );
      // Who pipes JSON on wants no words beside it.
      if (options.format !== 'json' || process.stderr.isTTY) console.error(describeTotals(totals, archive));
    } finally {
      await readers.close();
    }
  } finally {
    archive?.close();
  }
}

function inputsOrStdin(inputs: readonly string[]): readonly string[] {
  if (inputs.length > 0) return inputs;
  if (!process.stdin.isTTY) return ['-'];
  throw new RapporteurError(
    'usage',
    'Nothing to read. Name files, folders or globs, or pipe a report in: rapporteur read report.txt',
  );
}
