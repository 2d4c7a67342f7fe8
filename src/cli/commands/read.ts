import type { Archive, Saved, Saving } from '../../archive/index.js';
import { saveReadings } from '../../archive/index.js';
import { openFile } from '../../desk/open-desk.js';
import type { Report } from '../../document/report.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { type Paint, paintFor } from '../../formats/text/paint.js';
import { renderReading } from '../../formats/text/render-reading.js';
import { type IntakeItem, intake } from '../../intake/index.js';
import { openReaders } from '../../pipeline.js';
import type { Reading } from '../../reading/contract.js';
import { Relations } from '../../relations/relations.js';
import { inOrder } from '../../threads/in-order.js';
import type { Pool } from '../../threads/pool.js';
import { programVersion } from '../../version.js';
import { EXIT } from '../exit.js';
import { knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';
import { Progress } from '../progress.js';

interface ReadOptions extends ArchiveOptions, KnowledgeOptions {
  readonly published?: string;
  readonly publisher?: string;
  readonly save: boolean;
  readonly threads: number;
  readonly minConfidence: number;
}

type Readers = Pool<Report, Reading>;

/** Readings are saved so many at a time: few enough to keep memory flat, enough to make transactions cheap. */
const BATCH = 64;

/** Reads reports, prints each reading as it comes, and saves them; what cannot be read is named on stderr. */
export async function read(inputs: readonly string[], options: ReadOptions): Promise<void> {
  const paths = inputsOrStdin(inputs);
  const items = intake(paths, {
    ...(options.published === undefined ? {} : { published: options.published }),
    ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
  });
  const knowledge = knowledgeOf(options);
  const archive = options.save ? await openFile(options.archive) : undefined;
  try {
    const readers = await openReaders(options.threads, { knowledge });
    try {
      await readAll(items, readers, archive, options);
    } finally {
      await readers.close();
    }
  } finally {
    archive?.close();
  }
}

async function readAll(
  items: AsyncIterable<IntakeItem>,
  readers: Readers,
  archive: Archive | undefined,
  options: ReadOptions,
): Promise<void> {
  const paint = paintFor(process.stdout, process.env);
  const progress = new Progress(process.stderr);
  const totals = { read: 0, failed: 0, added: 0, replaced: 0, unchanged: 0 };
  const version = programVersion();
  const relations = archive === undefined ? undefined : new Relations(archive);
  let batch: Saving[] = [];
  const flush = async () => {
    if (archive !== undefined && batch.length > 0)
      add(totals, await saveReadings(archive, batch, version, relations?.relate));
    batch = [];
  };
  for await (const outcome of inOrder(items, readers.ahead, (item) => readOne(item, readers))) {
    const saving = tell(outcome, progress);
    if (saving === undefined) totals.failed += 1;
    else {
      totals.read += 1;
      await print(saving, options, paint);
      batch.push(saving);
      if (batch.length >= BATCH) await flush();
    }
    progress.show(`${totals.read} read${totals.failed > 0 ? `, ${totals.failed} failed` : ''}`);
  }
  await flush();
  progress.clear();
  summarise(totals, archive, options);
}

/** What came of an item: a reading, or a fault of ours; or nothing, for there was no report. */
interface Outcome {
  readonly item: IntakeItem;
  readonly reading?: Reading;
  readonly fault?: unknown;
}

async function readOne(item: IntakeItem, readers: Readers): Promise<Outcome> {
  if ('failure' in item) return { item };
  try {
    return { item, reading: await readers.run(item.report) };
  } catch (fault) {
    // A fault of ours in one report must not lose the others.
    return { item, fault };
  }
}

/** What there is to save; whatever went wrong is named on stderr. */
function tell({ item, reading, fault }: Outcome, progress: Progress): Saving | undefined {
  const { origin } = item;
  if ('failure' in item) {
    progress.say(named(origin, item.failure.message));
    process.exitCode ??= EXIT.incomplete;
    return undefined;
  }
  for (const warning of item.warnings) progress.say(named(origin, warning));
  if (reading !== undefined) return { reading, origin };
  progress.say(`${origin}: internal fault while reading, please report it: ${describe(fault)}`);
  process.exitCode = EXIT.fault;
  return undefined;
}

/** A message with the name of its input, once. */
function named(origin: string, message: string): string {
  return message.includes(origin) ? message : `${origin}: ${message}`;
}

/** Waits where the reader of our output is slower than we are, so that nothing piles up in memory. */
async function print({ reading, origin }: Saving, options: ReadOptions, paint: Paint): Promise<void> {
  const { format, minConfidence } = options;
  const line = format === 'json' ? jsonLine(reading) : renderReading(reading, origin, paint, minConfidence);
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function inputsOrStdin(inputs: readonly string[]): readonly string[] {
  if (inputs.length > 0) return inputs;
  if (!process.stdin.isTTY) return ['-'];
  throw new RapporteurError(
    'usage',
    'Nothing to read. Name files, folders or globs, or pipe a report in: rapporteur read report.txt',
  );
}

function add(totals: { added: number; replaced: number; unchanged: number }, saved: Saved): void {
  totals.added += saved.added;
  totals.replaced += saved.replaced;
  totals.unchanged += saved.unchanged;
}

function summarise(
  totals: { read: number; failed: number } & Saved,
  archive: Archive | undefined,
  options: ReadOptions,
): void {
  if (options.format === 'json' && !process.stderr.isTTY) return;
  const parts = [`${totals.read} read`];
  if (totals.failed > 0) parts.push(`${totals.failed} could not be read`);
  if (archive !== undefined) {
    parts.push(
      `${totals.added} new, ${totals.replaced} replaced, ${totals.unchanged} unchanged in ${archive.path}`,
    );
  }
  console.error(parts.join('; '));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
