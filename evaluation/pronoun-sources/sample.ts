import { seeded, shuffled } from '../../training/random.js';
import { type GoldReport, readAttributionGold } from '../attribution-gold.js';

/** A source of an attribution that is a personal pronoun and nothing else. **Units** UTF-16 units of the report's text. */
export interface PronounSource {
  /** The folder of the gold that the report lies in: `train`, `dev`. */
  readonly part: string;
  readonly report: GoldReport;
  readonly start: number;
  readonly end: number;
}

/** Personal pronouns of the first and third person; "you" and relative pronouns are left out. */
const PERSONAL = /^(?:i|me|my|we|us|our|he|him|his|she|her|it|its|they|them|their)$/i;

/**
 * Pronoun sources drawn by chance from the reports of some folders, at most one of each report.
 *
 * **Shape** in the order in which they are drawn, so that a smaller count is a beginning of a larger one.
 */
export function drawSources(
  folders: readonly { readonly part: string; readonly path: string }[],
  { seed, count }: { readonly seed: number; readonly count: number },
): PronounSource[] {
  const all = folders.flatMap(({ part, path }) =>
    readAttributionGold(path).flatMap((report) => sourcesOf(part, report)),
  );
  const drawn = new Map<string, PronounSource>();
  for (const one of shuffled(all, seeded(seed))) {
    const key = `${one.part}/${one.report.name}`;
    if (drawn.size < count && !drawn.has(key)) drawn.set(key, one);
  }
  return [...drawn.values()];
}

function sourcesOf(part: string, report: GoldReport): PronounSource[] {
  const found = new Map<number, PronounSource>();
  for (const { source } of report.attributions) {
    const [span, more] = source;
    if (span === undefined || more !== undefined) continue;
    if (PERSONAL.test(report.text.slice(span.start, span.end)))
      found.set(span.start, { part, report, start: span.start, end: span.end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
