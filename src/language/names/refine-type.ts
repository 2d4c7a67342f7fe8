import type { Name, NameType, Parsed } from '../../document/document.js';
import { isLanguage } from './is-language.js';
import type { TYPES } from './label-names.js';
import type { NameWordKind, NameWords } from './name-words.js';

const BY_LAST_WORD: readonly (readonly [NameWordKind, NameType])[] = [
  ['facility-word', 'facility'],
  ['document-word', 'document'],
  ['weapon-word', 'weapon'],
];

/** The finer type of a name: what its words say of it, over the type that the model gave. */
export function refineType(
  doc: Parsed,
  from: number,
  to: number,
  type: (typeof TYPES)[number],
  words: NameWords,
): NameType {
  const text = (token: number) => doc.tokens[token]!.text;
  if (to - from === 1 && words.is(text(from), 'people') && !words.is(text(from), 'country')) {
    if (type === 'other' && isLanguage(doc, from)) return 'other';
    return type === 'person' && words.is(text(from), 'male') ? 'person' : 'people';
  }
  if (type === 'person') return 'person';
  if (to - from === 1 && words.is(text(from), 'weapon-word') && type !== 'organisation') return 'weapon';
  // "Resolution 2254", "Article 5": the number follows the word that says what it is.
  let last = to - 1;
  while (last > from && /^[\d.]+$/.test(text(last))) last--;
  for (const [kind, finer] of BY_LAST_WORD) {
    if (!words.is(text(last), kind)) continue;
    if (finer === 'facility' && (type === 'organisation' || to - from === 1)) continue;
    if (finer === 'document' && (type === 'organisation' || type === 'place')) continue;
    if (finer === 'weapon' && to - from === 1) continue;
    return finer;
  }
  return type;
}

/** The names again, where "Cuban" by itself is the surname of a Mark Cuban who is told of in full. */
export function withSurnames(doc: Parsed, names: readonly Name[]): Name[] {
  const surnames = new Set<string>();
  for (const { type, from, to } of names)
    if (type === 'person' && to - from > 1) surnames.add(doc.tokens[to - 1]!.text);
  const isSurname = ({ type, from, to, text }: Name) =>
    type === 'people' && to - from === 1 && surnames.has(text) && standsAlone(doc, from);
  return names.map((name) => (isSurname(name) ? { ...name, type: 'person' } : name));
}

/** Neither "a Cuban" nor "Cuban officials" nor "Cubans". */
function standsAlone(doc: Parsed, token: number): boolean {
  if (doc.xpos[token] !== 'NNP' || /^(?:amod|compound|nmod:desc)/.test(doc.tree.relations[token]!))
    return false;
  return !(doc.tree.children[token] ?? []).some((child) => doc.tree.relations[child] === 'det');
}
