import { type Configuration, LEFT, RIGHT, SHIFT } from '../../src/language/parsing/configuration.js';
import type { Sentence } from './treebank.js';

/** A gold tree as the oracle needs it: heads counted from 0, the root's being the number of words. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly dependents: readonly (readonly number[])[];
}

export function goldTree({ words, heads }: Sentence): GoldTree {
  const size = words.length;
  const dependents: number[][] = Array.from({ length: size + 1 }, () => []);
  const from0 = new Int32Array(size + 1).fill(-1);
  heads.forEach((head, at) => {
    from0[at] = head === 0 ? size : head - 1;
    dependents[from0[at]!]!.push(at);
  });
  return { heads: from0, dependents };
}

/**
 * How many gold arcs a move puts out of reach, in any state whatever.
 *
 * **Source** Y. Goldberg, J. Nivre, "Training deterministic parsers with non-deterministic oracles", TACL 1, 2013
 * (arc-hybrid).
 */
export function costOf(move: number, parse: Configuration, { heads, dependents }: GoldTree): number {
  const { buffer } = parse;
  const top = parse.onStack(0);
  let cost = 0;
  if (move === SHIFT) {
    for (let down = 0; down < parse.depth; down++) {
      const token = parse.onStack(down);
      if (heads[token] === buffer) cost += 1;
      if (down > 0 && heads[buffer] === token) cost += 1;
    }
    return cost;
  }
  const head = heads[top]!;
  if (move === LEFT && head !== buffer && (head > buffer || head === parse.onStack(1))) cost += 1;
  if (move === RIGHT && head >= buffer) cost += 1;
  for (const dependent of dependents[top]!) if (dependent >= buffer) cost += 1;
  return cost;
}

export const MOVES = [SHIFT, LEFT, RIGHT] as const;
