import type { NameType, Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { NameWords } from './name-words.js';

/** Names that may hold the name of a place: "National Library of Norway", "Paris Peace Conference". */
const HOLDING: ReadonlySet<NameType> = new Set(['organisation', 'event', 'document', 'facility', 'other']);
const BEFORE_PLACE = /^(?:of|the|for|in)$/i;

/** The places within a longer name: at its beginning, or behind "of". They never overlap. */
export function innerPlaces(
  doc: Parsed,
  { from, to, type }: TokenRange & { readonly type: NameType },
  words: NameWords,
): TokenRange[] {
  if (to - from < 2 || !HOLDING.has(type)) return [];
  const text = (at: number) => doc.tokens[at]!.text;
  const found: TokenRange[] = [];
  for (let at = from; at < to; at++) {
    if (at > from && !BEFORE_PLACE.test(text(at - 1))) continue;
    const rest = words.long
      .get(text(at))
      ?.find((more) => more.every((word, step) => at + 1 + step < to && text(at + 1 + step) === word));
    const end = at + 1 + (rest?.length ?? 0);
    const isPlace = rest !== undefined || words.is(text(at), 'country') || words.is(text(at), 'place');
    if (!isPlace || end - at === to - from) continue;
    found.push({ from: at, to: end });
    at = end - 1;
  }
  return found;
}
