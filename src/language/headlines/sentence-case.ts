/** How a headline is written: as a sentence, With Capitals, or ALL IN THEM. */
export type HeadlineCase = 'sentence' | 'title' | 'capitals';

/** Short words are small in a title too, and names are great in a sentence, so longer words decide. */
export function headlineCase(headline: string): HeadlineCase {
  if (headline === headline.toUpperCase()) return 'capitals';
  const long = headline.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
  return long.every((word) => /^\p{Lu}/u.test(word)) ? 'title' : 'sentence';
}

/** What is known of a word by the way it is written. */
export interface KnownWords {
  /** Whether it is a name or part of one, in the case given. */
  readonly isName: (word: string) => boolean;
  /** Whether it is a common word, in the case given. */
  readonly isCommon: (word: string) => boolean;
}

/** A headline's words as they would stand in a sentence. **Shape** parallel to `words`. */
export function toSentenceCase(words: readonly string[], known: KnownWords): readonly string[] {
  const letters = words.filter((word) => /\p{L}/u.test(word));
  const style = headlineCase(letters.join(' '));
  if (style === 'sentence' || letters.length < 2) return words;
  const first = words.findIndex((word) => /\p{L}/u.test(word));
  return words.map((word, at) => {
    if (!/^\p{Lu}/u.test(word)) return word;
    const lower = word.toLowerCase();
    const great = word[0]! + lower.slice(1);
    if (/^\p{L}\.(?:\p{L}\.)+$/u.test(word) || word.length === 1) return word;
    if (style === 'capitals') {
      if (word.length < 5 && known.isName(word)) return word;
      if (known.isName(great)) return great;
      return known.isCommon(lower) || /.{3}(?:ed|ing)$/.test(lower) ? (at === first ? great : lower) : great;
    }
    if (word === word.toUpperCase() && word.length < 6) return word;
    if (at === first || known.isName(word) || word !== great) return word;
    return known.isCommon(lower) || /.{3}(?:ed|ing)$/.test(lower) ? lower : word;
  });
}
