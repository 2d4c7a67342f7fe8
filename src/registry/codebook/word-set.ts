/** Words and short phrases, in lemmas. */
export interface WordSet {
  readonly words: ReadonlySet<string>;
  /** Phrases by each of the words that may head them. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Makes a set of entries, each one or more words parted by blanks. */
export function makeWordSet(entries: Iterable<string>): WordSet {
  const words = new Set<string>();
  const phrases = new Map<string, (readonly string[])[]>();
  for (const entry of entries) {
    const parts = entry.split(' ');
    if (parts.length === 1) words.add(entry);
    else for (const part of new Set(parts)) phrases.set(part, [...(phrases.get(part) ?? []), parts]);
  }
  return { words, phrases };
}

/** Whether the word at a place in a text is in the set, by itself or within a phrase around it. */
export function holdsWord(set: WordSet, lemmas: readonly string[], at: number): boolean {
  const lemma = (lemmas[at] ?? '').toLowerCase();
  if (set.words.has(lemma)) return true;
  for (const phrase of set.phrases.get(lemma) ?? []) {
    for (let offset = 0; offset < phrase.length; offset++) {
      if (phrase[offset] === lemma && begins(phrase, lemmas, at - offset)) return true;
    }
  }
  return false;
}

function begins(phrase: readonly string[], lemmas: readonly string[], at: number): boolean {
  return phrase.every((word, index) => (lemmas[at + index] ?? '').toLowerCase() === word);
}
