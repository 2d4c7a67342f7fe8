import type { Document } from './document/document.js';
import type { Report } from './document/report.js';
import { analyse, type LanguageModel, loadLanguageModel } from './language/index.js';
import { packagePath } from './package-root.js';
import type { Reading } from './reading/contract.js';
import type { Arbiter } from './reading/events/arbiter/arbiter.js';
import { loadArbiter } from './reading/events/arbiter/load-arbiter.js';
import { shippedTrust, type Trust } from './reading/events/trust/trust.js';
import { explain, recordOf } from './reading/explain/explain.js';
import type { Explanation } from './reading/explain/explanation.js';
import { readDocument } from './reading/index.js';
import { loadRegistry } from './registry/index.js';
import type { OwnKnowledge } from './registry/own/own-knowledge.js';
import { readOwnKnowledge } from './registry/own/read-own-knowledge.js';
import type { Registry } from './registry/registry.js';
import { openPool, type Pool, type PoolOptions } from './threads/pool.js';

/** What a report is analysed with. */
export interface Grounds {
  readonly model: LanguageModel;
  readonly registry: Registry;
}

/** Models and facts, loaded once and shared by every report. */
export interface Engine extends Grounds {
  readonly arbiter: Arbiter;
  readonly trust: Trust;
}

/** What to load an engine with. */
export interface EngineOptions {
  /** A folder of CSV files of your own, or what was read from one: they win over what ships with the package. */
  readonly knowledge?: string | OwnKnowledge | undefined;
}

/**
 * Loads models and registry, and the knowledge of your own that you name: none is looked for unasked.
 *
 * **Errors** `model.missing`, `model.malformed`, `data.malformed`; `knowledge.missing`, `knowledge.malformed`.
 */
export function loadEngine({ knowledge }: EngineOptions = {}): Engine {
  const own = typeof knowledge === 'string' ? readOwnKnowledge(knowledge) : knowledge;
  return {
    model: loadLanguageModel(),
    registry: loadRegistry(own),
    arbiter: loadArbiter(),
    trust: shippedTrust(),
  };
}

/** A report's analysis, without its reading. */
export function analyseReport(report: Report, engine: Pick<Engine, 'model'>): Document {
  return analyse(report, engine.model);
}

/** A report's reading: the same report, engine and version give the same bytes. */
export function readReport(report: Report, engine: Engine): Reading {
  return readDocument(analyseReport(report, engine), engine);
}

/**
 * What a record of a reading rests on; undefined where the reading has no record of that id.
 *
 * Nothing of it is kept with the reading: the text is read again, and since reading is a pure function of text, models
 * and facts, that tells how the record came about. A reading of another version, or with other knowledge of the
 * user's, may not come out the same: then `isCurrent` is false.
 */
export function explainRecord(reading: Reading, id: string, engine: Engine): Explanation | undefined {
  const explained = recordOf(reading, id);
  if (explained === undefined) return undefined;
  const doc = analyseReport(asReceived(reading.report), engine);
  const fresh = readDocument(doc, engine);
  return explain({ doc, fresh }, reading, explained, engine);
}

/** A report as intake handed it on: without a date that its reading found in it. */
function asReceived({ ...report }: Report): Report {
  const isFound = report.publishedBasis === 'dateline' || report.publishedBasis === 'record';
  return isFound ? { ...report, published: null, publishedNotBefore: null, publishedBasis: null } : report;
}

/** Loads models and registry and makes ready to read with them, in whatever thread asks. */
export function loadReader(options: EngineOptions): (report: Report) => Reading {
  const engine = loadEngine(options);
  return (report) => readReport(report, engine);
}

/**
 * Threads that read reports, each with models and registry of its own.
 *
 * **Shape** with `isApart` even a single one is not the caller's; a report that takes longer than `withinMs` is given up.
 * **Errors** as `loadEngine`.
 */
export function openReaders(
  threads: number,
  options: EngineOptions = {},
  how: Pick<PoolOptions<Report, Reading>, 'isApart' | 'withinMs'> = {},
): Promise<Pool<Report, Reading>> {
  const path = packagePath('dist', 'src', 'reading-worker.js');
  return openPool({ threads, path, load: loadReader, data: options, ...how });
}
