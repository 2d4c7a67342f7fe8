import type { Trust } from '../../src/reading/events/trust/trust.js';
import { trustIn } from '../../src/reading/events/trust/trust.js';
import { seeded, shuffled } from '../random.js';
import type { JudgedSigns } from './judged-events.js';

/** How often a sign must be seen, and how strongly weights are held at nought. */
const SEEN = 6;
const HOLD = 6;
const ROUNDS = 1500;
const RATE = 0.5;

/** Weights by logistic regression, held at nought by their squares. */
export function fitTrust(rows: readonly JudgedSigns[], least: number): Trust {
  const counts = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const weights: Record<string, number> = {};
  for (const sign of [...counts.keys()].sort()) if (counts.get(sign)! >= SEEN) weights[sign] = 0;
  let base = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slope: Record<string, number> = {};
    let off = 0;
    for (const { signs, isRight } of rows) {
      const error = trustIn(signs, { base, weights, least }) - (isRight ? 1 : 0);
      off += error;
      for (const sign of signs) slope[sign] = (slope[sign] ?? 0) + error;
    }
    base -= (RATE * off) / rows.length;
    for (const sign of Object.keys(weights)) {
      weights[sign]! -= (RATE * ((slope[sign] ?? 0) + HOLD * weights[sign]!)) / rows.length;
    }
  }
  for (const sign of Object.keys(weights)) weights[sign] = Math.round(weights[sign]! * 1000) / 1000;
  return { base: Math.round(base * 1000) / 1000, weights, least };
}

/** How trust does on reports that it was not fitted on: its guess for each row, a tenth of the reports at a time. */
export function crossTrust(rows: readonly JudgedSigns[]): number[] {
  const reports = shuffled([...new Set(rows.map(({ report }) => report))], seeded(5));
  const fold = new Map(reports.map((report, index) => [report, index % 10]));
  const guesses = new Array<number>(rows.length).fill(0);
  for (let out = 0; out < 10; out++) {
    const trust = fitTrust(
      rows.filter(({ report }) => fold.get(report) !== out),
      0,
    );
    for (const [at, { report, signs }] of rows.entries()) {
      if (fold.get(report) === out) guesses[at] = trustIn(signs, trust);
    }
  }
  return guesses;
}
