import type { TokenRange } from '../../document/span.js';
import type { FillCandidate } from './candidate-features.js';
import { MOST_CANDIDATE_FEATURES } from './candidate-features.js';
import { LONGEST_NAME } from './candidates.js';
import { type Score, TYPES } from './label-names.js';
import type { RoughName } from './repair-names.js';

/** 0 is no name; then the types in their order. */
export const CANDIDATE_CLASSES = TYPES.length + 1;

/** A person, an organisation or a place this likely is taken for one, whatever else the candidate could be. */
const LIKELY = 0.4;
/** Types that a reader asks for; the others only have to be likelier than no name. */
const ASKED_FOR = 3;

/** Scores of the classes of a candidate, as logarithms of what they are to each other. */
export interface Judge {
  readonly score: Score;
  /** What a score is multiplied by to be a logarithm. */
  readonly scale: number;
}

interface Choice {
  readonly name: RoughName;
  readonly merit: number;
}

export interface ChosenNames {
  /** In text order; they never overlap. */
  readonly outer: readonly RoughName[];
  /** Names within them. */
  readonly inner: readonly RoughName[];
}

/** The likeliest candidates, of those that cross each other the likelier one. */
export function chooseNames(spans: readonly TokenRange[], fill: FillCandidate, judge: Judge): ChosenNames {
  const buffer = new Uint32Array(MOST_CANDIDATE_FEATURES);
  const choices = spans.flatMap((span) => choice(span, judge, buffer, fill(span, buffer)) ?? []);
  choices.sort((a, b) => b.merit - a.merit || a.name.from - b.name.from || a.name.to - b.name.to);
  const byStart = new Map<number, RoughName[]>();
  for (const { name } of choices) {
    if (crosses(name, byStart)) continue;
    byStart.set(name.from, [...(byStart.get(name.from) ?? []), name]);
  }
  const kept = [...byStart.values()].flat().sort((a, b) => a.from - b.from || b.to - a.to);
  const outer: RoughName[] = [];
  const inner: RoughName[] = [];
  for (const name of kept) (name.from >= (outer.at(-1)?.to ?? 0) ? outer : inner).push(name);
  return { outer, inner };
}

function choice(
  { from, to }: TokenRange,
  judge: Judge,
  features: Uint32Array,
  size: number,
): Choice | undefined {
  const shares = likelihoods(judge, features, size);
  const [asked, other] = [largest(shares, 1, ASKED_FOR), largest(shares, ASKED_FOR + 1, TYPES.length)];
  const isName = 1 - shares[0]!;
  if (shares[asked]! > LIKELY) {
    return { name: { from, to, type: TYPES[asked - 1]! }, merit: isName + shares[asked]! - LIKELY };
  }
  return isName > 0.5 ? { name: { from, to, type: TYPES[other - 1]! }, merit: isName - 0.5 } : undefined;
}

function likelihoods({ score, scale }: Judge, features: Uint32Array, size: number): number[] {
  const scores = Array.from(score(features, size));
  const most = Math.max(...scores);
  const powers = scores.map((one) => Math.exp((one - most) * scale));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

function largest(shares: readonly number[], first: number, last: number): number {
  let best = first;
  for (let one = first + 1; one <= last; one++) if (shares[one]! > shares[best]!) best = one;
  return best;
}

/** Whether a name shares words with one kept, and neither lies in the other. */
function crosses({ from, to }: RoughName, byStart: ReadonlyMap<number, readonly RoughName[]>): boolean {
  for (let start = from - LONGEST_NAME + 1; start < to; start++) {
    for (const kept of byStart.get(start) ?? []) {
      const isApart = kept.to <= from;
      const isNested = (start <= from && kept.to >= to) || (start >= from && kept.to <= to);
      if (!isApart && !isNested) return true;
    }
  }
  return false;
}
