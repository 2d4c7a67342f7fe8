import { overlaps, type Range } from './span.js';

/** Things found by the characters that they stand on, without asking each of them. */
export interface SpanIndex<Item> {
  /** Those of which some part shares a character with this range, in the order in which they were given. */
  touching(range: Range): Item[];
}

/** **Units** characters: about a sentence. */
const PAGE = 128;

/** **Shape** `partsOf` gives the stretches that an item stands on; none for one that is never found. */
export function spanIndex<Item>(
  items: readonly Item[],
  partsOf: (item: Item) => readonly Range[],
): SpanIndex<Item> {
  const pages = new Map<number, Set<number>>();
  items.forEach((item, index) => {
    for (const { start, end } of partsOf(item)) {
      for (let page = pageOf(start); page <= pageOf(end - 1); page++) {
        const found = pages.get(page);
        if (found === undefined) pages.set(page, new Set([index]));
        else found.add(index);
      }
    }
  });
  return {
    touching: (range) => {
      const { start, end } = range;
      if (start >= end) return [];
      const near = new Set<number>();
      for (let page = pageOf(start); page <= pageOf(end - 1); page++)
        for (const index of pages.get(page) ?? []) near.add(index);
      return [...near]
        .sort((a, b) => a - b)
        .map((index) => items[index]!)
        .filter((item) => partsOf(item).some((part) => overlaps(part, range)));
    },
  };
}

function pageOf(at: number): number {
  return Math.floor(at / PAGE);
}
