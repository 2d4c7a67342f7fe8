/** What the command line's exit status says. */
export const EXIT = {
  /** Everything asked for was done. */
  done: 0,
  /** A fault of ours. */
  fault: 1,
  /** Wrong usage: nothing was done. */
  usage: 2,
  /** Some inputs could not be read; the rest are kept. */
  incomplete: 3,
} as const;
