import type { Document } from '../document/document.js';
import type { Report } from '../document/report.js';
import { packagePath } from '../package-root.js';
import { inOrder } from '../threads/in-order.js';
import { openPool } from '../threads/pool.js';
import { loadAnalysis } from './analyse.js';

/** What came of one report of many: its document, or the fault of ours that kept us from making one. */
export type Analysed =
  | { readonly report: Report; readonly document: Document }
  | { readonly report: Report; readonly fault: Error };

/**
 * Analyses many reports, in `threads` threads, each with models of its own (some 150 MB). One, as it is unless told
 * otherwise, is this one.
 *
 * **Shape** in the order of the reports, of which only a few are taken ahead, so that memory does not grow with their
 * number. A document from another thread is a copy, equal to what `analyse` gives. A fault in one report, or the end
 * of its thread, loses that report only.
 * **Errors** those of loading the models.
 */
export async function* analyseMany(
  reports: AsyncIterable<Report> | Iterable<Report>,
  { threads = 1 }: { readonly threads?: number } = {},
): AsyncGenerator<Analysed> {
  const path = packagePath('dist', 'src', 'language', 'analysis-worker.js');
  const pool = await openPool({ threads, path, load: loadAnalysis });
  const one = async (report: Report): Promise<Analysed> => {
    try {
      return { report, document: await pool.run(report) };
    } catch (error) {
      return { report, fault: error as Error };
    }
  };
  try {
    yield* inOrder(reports, pool.ahead, one);
  } finally {
    await pool.close();
  }
}
