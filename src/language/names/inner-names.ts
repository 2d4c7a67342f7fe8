import type { Name, NameType, Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { NameWords } from './name-words.js';
import type { RoughName } from './repair-names.js';

/** Names that may hold the name of a place: "National Library of Norway", "Paris Peace Conference". */
const HOLDING: ReadonlySet<NameType> = new Set(['organisation', 'event', 'document', 'facility', 'other']);
const BEFORE_PLACE = /^(?:of|the|for|in)$/i;

/**
 * The names within names, in text order: those that were chosen, and the places that lists know. Each lies in one of
 * `names` and is shorter; of the places, none overlaps a chosen one.
 */
export function innerNamesOf(
  doc: Parsed,
  names: readonly Name[],
  chosen: readonly RoughName[],
  words: NameWords,
): RoughName[] {
  const over = new Array<Name | undefined>(doc.tokens.length);
  for (const name of names) over.fill(name, name.from, name.to);
  const isTaken = new Uint8Array(doc.tokens.length);
  const held = chosen.filter((inner) => {
    const outer = over[inner.from];
    return outer !== undefined && inner.to <= outer.to && inner.to - inner.from < outer.to - outer.from;
  });
  for (const { from, to } of held) isTaken.fill(1, from, to);
  const places = names
    .flatMap((name) => innerPlaces(doc, name, words))
    .filter(({ from, to }) => !isTaken.subarray(from, to).includes(1))
    .map(({ from, to }): RoughName => ({ from, to, type: 'place' }));
  return [...held, ...places].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Countries, and places of several words, within a longer name: at its beginning, or behind "of". They never overlap. */
function innerPlaces(
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
    const isPlace = rest !== undefined || words.is(text(at), 'country');
    if (!isPlace || end - at === to - from) continue;
    found.push({ from: at, to: end });
    at = end - 1;
  }
  return found;
}
