import { percent, round } from './percent.js';

/** How well labels were guessed, each label by itself. **Units** percent. */
export interface ClassScores {
  readonly macroF1: number;
  readonly accuracy: number;
  readonly perType: Readonly<Record<string, { precision: number; recall: number; f1: number; rows: number }>>;
}

/** Scores guesses against gold labels; the macro mean is over the labels that the gold has. */
export function scoreClasses(pairs: readonly { gold: string; guess: string }[]): ClassScores {
  const perType: Record<string, { precision: number; recall: number; f1: number; rows: number }> = {};
  for (const label of [...new Set(pairs.map((pair) => pair.gold))].sort()) {
    const rows = pairs.filter((pair) => pair.gold === label).length;
    const guessed = pairs.filter((pair) => pair.guess === label).length;
    const right = pairs.filter((pair) => pair.gold === label && pair.guess === label).length;
    const precision = guessed === 0 ? 0 : right / guessed;
    const recall = right / rows;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    perType[label] = {
      precision: percent(precision, 1),
      recall: percent(recall, 1),
      f1: percent(f1, 1),
      rows,
    };
  }
  const all = Object.values(perType);
  const right = pairs.filter((pair) => pair.gold === pair.guess).length;
  return {
    macroF1: all.length === 0 ? 0 : round(all.reduce((sum, one) => sum + one.f1, 0) / all.length),
    accuracy: percent(right, pairs.length),
    perType,
  };
}
