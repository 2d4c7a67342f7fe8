/** Distances up to this are each of their own kind; longer ones fall into wider kinds, which begin at `STEPS`. */
const NEAR = 5;
const STEPS = [6, 8, 11, 15, 21, 30];

const HALF = NEAR + STEPS.length + 2;

/** How many kinds of distance there are, to either side. */
export const DISTANCES = 2 * HALF;

/** The kind of the distance from a word to its head, `offset` being the head's place less the word's. */
export function distanceOf(offset: number): number {
  const size = Math.abs(offset);
  let kind = size;
  if (size > NEAR) {
    kind = NEAR + 1;
    for (const step of STEPS) if (size >= step) kind += 1;
  }
  return offset < 0 ? HALF + kind : kind;
}
