import { foldName } from '../../registry/gazetteer/fold.js';
import { classOf, isTelling } from '../words/word-classes.js';

/** The words of a sentence that tell it from others, each once, in the form that they are compared in. */
export function tellingWords(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const folded = foldName(word);
    if (/[\p{L}\p{N}]/u.test(folded) && isTelling(folded) && !/^(?:19|20)\d\d$/.test(folded))
      found.add(classOf(folded));
  }
  return [...found].sort();
}

/** The words of a sentence but the first that are written with a capital, each once. */
export function tellingNames(words: readonly string[]): string[] {
  const names = words
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && isTelling(foldName(word)) && !CALENDAR.test(word));
  return [...new Set(names.map(foldName))].sort();
}

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
