import type { Document } from './document/document.js';
import type { Report } from './document/report.js';
import { analyse, type LanguageModel, loadLanguageModel } from './language/index.js';
import { packagePath } from './package-root.js';
import type { Reading } from './reading/contract.js';
import type { Arbiter } from './reading/events/arbiter/arbiter.js';
import { loadArbiter } from './reading/events/arbiter/load-arbiter.js';
import { shippedTrust, type Trust } from './reading/events/trust/trust.js';
import { readDocument } from './reading/index.js';
import { loadRegistry } from './registry/index.js';
import type { Registry } from './registry/registry.js';
import { openPool, type Pool } from './threads/pool.js';

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

/** Loads models and registry. **Errors** `model.missing`, `model.malformed`, `data.malformed`. */
export function loadEngine(): Engine {
  return {
    model: loadLanguageModel(),
    registry: loadRegistry(),
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

/** Loads models and registry and makes ready to read with them, in whatever thread asks. */
export function loadReader(): (report: Report) => Reading {
  const engine = loadEngine();
  return (report) => readReport(report, engine);
}

/** Threads that read reports, each with models and registry of its own. **Errors** as `loadEngine`. */
export function openReaders(threads: number): Promise<Pool<Report, Reading>> {
  return openPool({ threads, path: packagePath('dist', 'src', 'reading-worker.js'), load: loadReader });
}
