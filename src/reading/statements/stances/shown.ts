import type { Actor, StanceAct } from '../../contract.js';

/** What the words of a statement do, beside what its cue says. */
export interface ContentStance {
  readonly act: StanceAct;
  readonly toward: Actor | null;
  /** The word that shows it. */
  readonly token: number;
}

/** A stance before the word that shows it is put down. */
export type Shown = Omit<ContentStance, 'token'>;

/** By whom somebody speaks of himself. */
export const FIRST = new Set(['i', 'we']);
