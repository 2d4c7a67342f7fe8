import type { NameWords } from './name-words.js';

/** What may stand before a title within a person's name: "US President", "Russian Foreign Minister". */
const BEFORE_TITLE = [
  'people',
  'country',
  'country-part',
  'place',
  'organisation-word',
  'place-word',
] as const;

/**
 * Where a person's name begins once the titles before it are cut off: after "Russian President", "U.S. Secretary of
 * State", "Dr".
 *
 * **Shape** `texts` are the words taken for the name; the answer is an index into them, below their number, and 0
 * where no title begins them. A name that is nothing but a title keeps its last word.
 */
export function afterTitles(texts: readonly string[], words: NameWords): number {
  const isTitle = (at: number) => words.is(texts[at]!.replace(/\.$/, ''), 'title');
  let begin = 0;
  let at = 0;
  while (at < texts.length - 1) {
    if (isTitle(at)) {
      begin = at + 1;
      // "Secretary of State", "Minister of Defence": the office goes with its title.
      if (texts[at + 1] === 'of' && at + 3 < texts.length && /^\p{Lu}/u.test(texts[at + 2]!)) begin = at + 3;
      at = begin;
    } else if (isOwner(texts[at]!, words) && leadsToTitle(texts, at, isTitle)) at++;
    else break;
  }
  return begin;
}

function isOwner(text: string, words: NameWords): boolean {
  return /^(?:[A-Z]\.?){2,}$/.test(text) || BEFORE_TITLE.some((kind) => words.is(text, kind));
}

/** A title soon follows, and a name after it. */
function leadsToTitle(texts: readonly string[], at: number, isTitle: (at: number) => boolean): boolean {
  for (let next = at + 1; next < Math.min(at + 4, texts.length - 1); next++) if (isTitle(next)) return true;
  return false;
}
