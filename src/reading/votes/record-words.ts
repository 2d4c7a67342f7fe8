import type { Council, CouncilVote } from '../../registry/registry.js';

const kept = new WeakMap<Council, ReadonlyMap<string, number>>();
const words = new WeakMap<CouncilVote, ReadonlySet<string>>();

/** The share of the record's rows that each word of their matter, crisis and topic stands in. */
export function frequenciesOf(council: Council): ReadonlyMap<string, number> {
  let found = kept.get(council);
  if (found === undefined) {
    const counts = new Map<string, number>();
    for (const row of council.votes) {
      for (const word of wordsOf(row)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    found = new Map([...counts].map(([word, count]) => [word, count / council.votes.length]));
    kept.set(council, found);
  }
  return found;
}

/** The words, cut short, that tell what a row is on. */
export function wordsOf(row: CouncilVote): ReadonlySet<string> {
  let found = words.get(row);
  if (found === undefined) {
    found = stemsOf([row.matter, row.crisis, row.topic].filter((text) => text !== null).join(' '));
    words.set(row, found);
  }
  return found;
}

/** **Units** letters: enough to make one of "chemical" and "chemicals", few enough to tell most words apart. */
const STEM = 6;

/** The words of a text from five letters on, cut short. */
export function stemsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{5,}/gu)) found.add(word.slice(0, STEM));
  return found;
}
