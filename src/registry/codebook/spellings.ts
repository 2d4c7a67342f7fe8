import type { readTable } from '../table.js';

/** All spellings of a word, itself first: "organise" and "organize", "defence" and "defense". */
export type Spell = (word: string) => readonly string[];

/** Words that Britain and America spell apart; the codebook's other files hold the British form alone. */
export function loadSpellings(read: typeof readTable): Spell {
  const others = new Map<string, string[]>();
  for (const { cells } of read('codebook/spellings.csv', ['british', 'american'])) {
    others.set(cells.british, [...(others.get(cells.british) ?? []), cells.american]);
  }
  return (word) => [word, ...(others.get(word) ?? [])];
}
