import { RapporteurError } from '../errors.js';
import type { IntakeItem } from './index.js';
import type { Made } from './make-report.js';

/** What came of making a report: the report, or why there is none. */
export function attempt(origin: string, warnings: readonly string[], make: () => Made): IntakeItem {
  try {
    const made = make();
    return { report: made.report, origin, warnings: [...warnings, ...made.warnings] };
  } catch (error) {
    if (error instanceof RapporteurError) return { failure: error, origin };
    throw error;
  }
}

export function empty(origin: string): RapporteurError {
  return new RapporteurError('input.empty', `${origin} is empty: there is no report in it.`);
}

export function tooLarge(origin: string, maxBytes: number): RapporteurError {
  const limit = `${Math.round(maxBytes / 1024)} kB`;
  return new RapporteurError(
    'input.too-large',
    `${origin} is longer than ${limit}, which is more than one report can be. Split it, or write many reports as JSONL, one a line.`,
  );
}
