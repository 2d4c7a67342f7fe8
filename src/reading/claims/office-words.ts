/** What sentences say of offices: patterns of who held which when, and the years beside them. */

const NAME =
  "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:(?:de|da|del|van|von|der|al|el|bin|ibn)[\\s-])?\\p{Lu}[\\p{L}'’.-]*){0,3}";
const STATE = '(?:the\\s+)?\\p{Lu}[\\p{L}.]+(?:\\s+(?:of\\s+|and\\s+)?\\p{Lu}[\\p{L}.]+){0,3}';
const OFFICE =
  '(?:[Pp]resident|[Pp]rime\\s+[Mm]inister|[Pp]remier|[Cc]hancellor|[Ll]eader|[Hh]ead\\s+of\\s+(?:state|government)|[Rr]uler)';
const WHEN = '(?:[Tt]hen|[Ff]ormer|[Ee]x|[Ll]ate|[Aa]cting|[Ii]nterim)';

/** What a pattern finds of a claim that somebody held an office. */
export type OfficeWords = Readonly<
  Partial<Record<'when' | 'when2' | 'when3' | 'state' | 'state2' | 'name' | 'office', string>>
>;

/** The first is of a plain title before a name; the others say outright who held what. */
export const OFFICE_PATTERNS: readonly RegExp[] = [
  // "then-President Jacques Chirac of France", "French President Jacques Chirac".
  new RegExp(
    `(?:\\b(?<when>${WHEN})[\\s-]+)?(?:(?<state>\\p{Lu}[\\p{L}]+(?:\\s\\p{Lu}\\p{L}+)?(?:['’]s)?)\\s+)?(?:\\b(?<when2>${WHEN})[\\s-]+)?\\b(?<office>${OFFICE}),?\\s+(?<name>${NAME})(?:\\s+of\\s+(?<state2>${STATE}))?`,
    'gu',
  ),
  // "Jacques Chirac, then president of France", "Chirac was president of France".
  new RegExp(
    `(?<name>${NAME}),?\\s+(?:(?:who\\s+)?(?:was|is|became|served\\s+as|took\\s+office\\s+as)\\s+(?:still\\s+|again\\s+|already\\s+)?)?(?:(?<when>${WHEN})[\\s-]+)?(?:the\\s+)?(?:(?<when2>${WHEN})[\\s-]+)?(?<office>${OFFICE})\\s+of\\s+(?<state>${STATE})`,
    'gu',
  ),
  // "The prime minister of Britain was Tony Blair".
  new RegExp(`(?<office>${OFFICE})\\s+of\\s+(?<state>${STATE})\\s+was\\s+(?<name>${NAME})`, 'gu'),
  // "Jacques Chirac was French president".
  new RegExp(
    `(?<name>${NAME}),?\\s+(?:(?:who\\s+)?(?:was|is|became|served\\s+as)\\s+(?:still\\s+|again\\s+)?)?(?:(?<when>${WHEN})[\\s-]+)?(?:the\\s+)?(?<state>\\p{Lu}[\\p{L}]+(?:['’]s)?)\\s+(?:(?<when3>${WHEN})[\\s-]+)?(?<office>${OFFICE})\\b(?!\\s+\\p{Lu})(?:\\s+(?<when2>at\\s+the\\s+time|at\\s+that\\s+time|then|of\\s+the\\s+day))?`,
    'gu',
  ),
  // "Bush, who, as president of the United States".
  new RegExp(
    `(?<name>${NAME}),?\\s+(?:who,?\\s+)?as\\s+(?:the\\s+)?(?:(?<when>${WHEN})[\\s-]+)?(?<office>${OFFICE})\\s+of\\s+(?<state>${STATE})`,
    'gu',
  ),
  // "Chirac led France", "ruled Egypt".
  new RegExp(
    `(?<name>${NAME}),?\\s+(?:who\\s+)?(?:has\\s+|had\\s+)?(?:led|ruled|governed|headed)\\s+(?<state>${STATE})`,
    'gu',
  ),
];

/** No sentence without one of these tells of an office. */
export const ANY_OFFICE =
  /\b(?:president|prime\s+minister|premier|chancellor|leader|head\s+of|ruler|led|ruled|governed|headed)\b/iu;

/** Years that the sentence names beside the office: "In 1999 President …", "was president in 1999", "from 1995 to 2007". */
export function yearsIn(text: string, match: RegExpMatchArray): number[] {
  const before = text.slice(Math.max(0, match.index! - REACH), match.index);
  const after = text.slice(match.index! + match[0].length, match.index! + match[0].length + REACH);
  if (DAY.test(before + after)) return [];
  const near = [
    ...before.matchAll(
      /\b(?:[Ii]n|[Dd]uring|[Bb]y|[Oo]f)\s+(?:(?:early|late|mid)[\s-])?(?:\p{Lu}\p{L}+\s+)?(19[4-9]\d|20[0-2]\d)\b(?=[^;.]*$)/gu,
    ),
    ...after.matchAll(
      /^[^,;.]*?\b(?:in|during|by)\s+(?:(?:early|late|mid)[\s-])?(?:\p{Lu}\p{L}+\s+)?(19[4-9]\d|20[0-2]\d)\b/gu,
    ),
    ...after.matchAll(/^,?\s*(?:from|between)\s+(19[4-9]\d|20[0-2]\d)\b/gu),
    ...after.matchAll(/^,?\s*(?:from|between)\s+\d{4}\s+(?:to|until|and)\s+(19[4-9]\d|20[0-2]\d)\b/gu),
  ];
  return near.map(([, year]) => Number(year));
}

/** The one year that a sentence names anywhere. */
export function yearsAnywhere(text: string): number[] {
  if (DAY.test(text)) return [];
  const years = [
    ...text.matchAll(/\b(?:in|of|by|during)\s+(?:\p{L}+\s+){0,2}(19[4-9]\d|20[0-2]\d)\b/giu),
  ].map(([, year]) => Number(year));
  return new Set(years).size === 1 ? years.slice(0, 1) : [];
}

/** **Units** characters. */
const REACH = 80;
const DAY = /\b\d{1,2}\s+\p{Lu}\p{L}+\s+(?:19|20)\d\d\b|\b\p{Lu}\p{L}+\s+\d{1,2},\s+(?:19|20)\d\d\b/u;
