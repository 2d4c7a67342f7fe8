import type { Archive, Saved, Saving } from '../archive/index.js';
import { inputOf, knownInputs, loadReading, saveReadings } from '../archive/index.js';
import type { Report } from '../document/report.js';
import { jsonLine } from '../formats/json-line.js';
import { type Paint, paintFor } from '../formats/text/paint.js';
import { renderReading } from '../formats/text/render-reading.js';
import type { IntakeItem } from '../intake/index.js';
import type { Reading } from '../reading/contract.js';
import { Relations } from '../relations/relations.js';
import { inOrder } from '../threads/in-order.js';
import type { Pool } from '../threads/pool.js';
import { programVersion } from '../version.js';
import { EXIT } from './exit.js';
import type { OutputOptions } from './program.js';
import { Progress } from './progress.js';

/** How readings are printed. */
export interface ReadingOutput extends OutputOptions {
  readonly minConfidence: number;
  /** Whether readings are saved only. */
  readonly quiet?: boolean;
}

/** What is read with, and whether reports that the archive has a reading of are read again. */
export interface Reader {
  readonly readers: Readers;
  /** Digest of the user's own knowledge. */
  readonly knowledge: string | undefined;
  readonly again?: boolean | undefined;
}

export type Readers = Pool<Report, Reading>;

/** How many reports were read, and what saving them changed. */
export interface Totals extends Saved {
  readonly read: number;
  readonly failed: number;
  /** Of which the archive had a reading from the same text, by the same version. */
  readonly known: number;
}

/** Readings are saved so many at a time: few enough to keep memory flat, enough to make transactions cheap. */
const BATCH = 64;

/**
 * Reads reports, prints each reading as it comes, and saves them where there is an archive; what cannot be read is named
 * on stderr, and told by the exit code.
 */
export async function readItems(
  items: AsyncIterable<IntakeItem>,
  { readers, knowledge, again = false }: Reader,
  archive: Archive | undefined,
  options: ReadingOutput,
): Promise<Totals> {
  const paint = paintFor(process.stdout, process.env);
  const progress = new Progress(process.stderr);
  const totals = { read: 0, failed: 0, known: 0, added: 0, replaced: 0, unchanged: 0 };
  const version = programVersion();
  const relations = archive === undefined ? undefined : new Relations(archive);
  const known = archive === undefined || again ? new Set<number>() : await knownInputs(archive);
  const inputFor = (report: Report) => inputOf(report, { version, knowledge });
  let batch: Saving[] = [];
  const flush = async () => {
    if (archive !== undefined && batch.length > 0)
      add(totals, await saveReadings(archive, batch, version, relations?.relate));
    batch = [];
  };
  for await (const outcome of inOrder(items, readers.ahead, (item) =>
    readOne(item, { readers, known, inputFor }),
  )) {
    const saving = tell(outcome, progress);
    if (outcome.known !== undefined) {
      totals.known += 1;
      const reading = options.quiet ? undefined : await loadReading(archive!, outcome.known);
      if (reading !== undefined) await print({ reading, origin: outcome.item.origin }, options, paint);
    } else if (saving === undefined) totals.failed += 1;
    else {
      totals.read += 1;
      if (!options.quiet) await print(saving, options, paint);
      batch.push(saving);
      if (batch.length >= BATCH) await flush();
    }
    progress.show(`${totals.read} read${totals.failed > 0 ? `, ${totals.failed} failed` : ''}`);
  }
  await flush();
  progress.clear();
  return totals;
}

/** What came of an item: a reading, or a fault of ours; or nothing, for there was no report. */
interface Outcome {
  readonly item: IntakeItem;
  readonly reading?: Reading;
  readonly input?: number;
  readonly fault?: unknown;
  /** The id of a report whose reading the archive has. */
  readonly known?: string;
}

interface Means {
  readonly readers: Readers;
  readonly known: ReadonlySet<number>;
  readonly inputFor: (report: Report) => number;
}

/** Reads a report, unless the archive has what would come of it. */
async function readOne(item: IntakeItem, { readers, known, inputFor }: Means): Promise<Outcome> {
  if ('failure' in item) return { item };
  const input = inputFor(item.report);
  if (known.has(input)) return { item, known: item.report.id };
  try {
    return { item, input, reading: await readers.run(item.report) };
  } catch (fault) {
    // A fault of ours in one report must not lose the others.
    return { item, fault };
  }
}

/** What there is to save; whatever went wrong is named on stderr. */
function tell({ item, reading, input, fault, known }: Outcome, progress: Progress): Saving | undefined {
  const { origin } = item;
  if ('failure' in item) {
    progress.say(named(origin, item.failure.message));
    process.exitCode ??= EXIT.incomplete;
    return undefined;
  }
  for (const warning of item.warnings) progress.say(named(origin, warning));
  if (reading !== undefined) return { reading, origin, ...(input === undefined ? {} : { input }) };
  if (known !== undefined) return undefined;
  progress.say(`${origin}: internal fault while reading, please report it: ${describe(fault)}`);
  process.exitCode = EXIT.fault;
  return undefined;
}

/** A message with the name of its input, once. */
function named(origin: string, message: string): string {
  return message.includes(origin) ? message : `${origin}: ${message}`;
}

/** Waits where the reader of our output is slower than we are, so that nothing piles up in memory. */
async function print({ reading, origin }: Saving, options: ReadingOutput, paint: Paint): Promise<void> {
  const { format, minConfidence } = options;
  const line = format === 'json' ? jsonLine(reading) : renderReading(reading, origin, paint, minConfidence);
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function add(totals: { added: number; replaced: number; unchanged: number }, saved: Saved): void {
  totals.added += saved.added;
  totals.replaced += saved.replaced;
  totals.unchanged += saved.unchanged;
}

/** The totals in words. */
export function describeTotals(totals: Totals, archive: Archive | undefined): string {
  const parts = [`${totals.read} read`];
  if (totals.known > 0) parts.push(`${totals.known} known already`);
  if (totals.failed > 0) parts.push(`${totals.failed} could not be read`);
  if (archive !== undefined) {
    parts.push(
      `${totals.added} new, ${totals.replaced} replaced, ${totals.unchanged + totals.known} unchanged in ${archive.path}`,
    );
  }
  return parts.join('; ');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
