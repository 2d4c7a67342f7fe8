import type { Engine } from '../src/pipeline.js';

/** What a task prints: numbers first of all, in the units that `evaluation/README.md` names. */
export type Scores = { [key: string]: unknown };

/** One way of scoring the program on gold files. `engine` is loaded on first use, so tasks that need none are quick. */
export interface Task {
  readonly name: string;
  /** What PATH must be, for the usage text. */
  readonly takes: string;
  readonly run: (path: string, options: TaskOptions) => Promise<Scores> | Scores;
}

export interface TaskOptions {
  readonly engine: () => Engine;
  readonly folds: number | null;
  /** Print what went wrong, row by row, on stderr. */
  readonly errors: boolean;
}
