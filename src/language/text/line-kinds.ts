/** What the first or last words of a paragraph say of it. Each function takes one paragraph or its edge, trimmed. */

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b\\.?)';
const DATE = `(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH})(?:,? \\d{4})?`;
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]{2,}(?:[ /]\\p{Lu}[\\p{Lu}.'’-]+){0,2}";
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}";
const AGENCY = '(?:\\((?![A-Z]-)[A-Z][\\p{L}\\d .&/-]{1,40}\\)|/[A-Z-]+/)';
const DASH = '(?:--+|[-–—―])';

const DATELINE = new RegExp(
  `^(?:${[
    // PARIS, April 13 (Reuters) - · SAN FRANCISCO - · TOKYO --
    `${CAPITALS}(?:, ?${NAME}){0,2}(?:,? ?${DATE})?(?:,? ?${AGENCY})? ?(?:[–—―]|--| - | -$)`,
    // MOSCOW, April 12. /TASS/. · KABUL (Pajhwok):
    `${CAPITALS}(?:, ?${NAME}){0,2}(?:,? ?${DATE}(?:[.:](?: ?${AGENCY}[.:]?)?| ?${AGENCY}[.:]?)| ?${AGENCY}[.:]?)(?= )`,
    // Beirut, 4 August 2020 – · London (CNN) —
    `${NAME}(?:, ?${NAME}){0,2}(?:,? ${DATE}(?: ?${AGENCY})? ?(?:${DASH}|:)| ?${AGENCY} ?${DASH})(?= )`,
    // (CNN) —
    `${AGENCY} ?${DASH}(?= )`,
  ].join('|')})`,
  'u',
);

/** Where a dateline at the beginning of a paragraph ends, its dash included; 0 where there is none. */
export function datelineEnd(line: string): number {
  return /^[\p{Lu}(]/u.test(line) ? (DATELINE.exec(line)?.[0].trimEnd().length ?? 0) : 0;
}

const DATE_WORD = new RegExp(
  `^(?:${WEEKDAY}|${MONTH}|\\d{1,2}(?:st|nd|rd|th)?|\\d{4}|\\d{1,2}[:.]\\d{2}(?:[ap]m)?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|[ap]\\.?m\\.?|GMT|UTC|BST|[A-Z][DS]T|published|updated|posted|last|on|at|of)[,.:|•·–-]*$`,
  'iu',
);

/** Whether a paragraph is a date and nothing else: "Friday, January 4, 2019", "Published: 13 April 2017 10:30 GMT". */
export function isDateLine(line: string): boolean {
  if (line.length > 80 || !/\d/u.test(line)) return false;
  const words = line.split(/\s+/u).filter((word) => !/^[|•·–—-]$/u.test(word));
  return words.every((word) => DATE_WORD.test(word)) && new RegExp(`\\b${MONTH}|\\d[-/]\\d`, 'u').test(line);
}

const CREDIT =
  /^[([]?(?:(?:additional|further) )?(?:reporting|writing|editing|written|edited|compiled|translated|photographs?|photos?|(?:with )?(?:additional |further )?reporting)(?: and (?:writing|editing))? (?:by|from)\b/iu;

/** Whether a paragraph names who wrote it: "By Jane Doe", "(Reporting by Jane Doe; Editing by John Roe)". */
export function isByline(line: string): boolean {
  if (CREDIT.test(line) || /^by-?line:? \p{Lu}/iu.test(line)) return true;
  if (!/^(?:By|BY) \p{Lu}/u.test(line) || line.length > 160) return false;
  const words = line.slice(3).split(/\s+/u);
  return (
    words.length <= 14 &&
    words.every((word) =>
      /^\p{Lu}|^[|&•·,]|^(?:and|in|of|for|the|at|with|de|la|van|von|der|al|bin|el)$|^al-/u.test(word),
    ) &&
    !/\p{Ll}{3}[.?!]$/u.test(line)
  );
}

/** Whether the first or last paragraph is a name and nothing else: "• Jane Doe", "— Jane Doe". */
export function isSignature(line: string): boolean {
  return /^(?:[•·*]|[-–—]{1,2})\s*\p{Lu}[\p{L}.'’-]+(?: (?:de|la|van|von|der|al|bin) | )\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?$/u.test(
    line,
  );
}

/** Where a credit in brackets at the end of a paragraph begins; -1 where there is none. */
export function bylineStart(tail: string): number {
  const at = tail.search(
    /[([](?:(?:additional|further) )?(?:reporting|writing|editing|compiled|translated)\b[^()]{0,20} by /iu,
  );
  return at > 0 && /[)\]]\.?$/u.test(tail) ? at : -1;
}

/** Whether a paragraph is an entry of a list: it begins with a bullet, a number or a letter in brackets. */
export function isItem(line: string): boolean {
  return /^(?:[•‣◦▪●○·*]\s*\S|[-–—]\s+\S|\(?\d{1,2}[.)]\s+\S|\([a-z]{1,3}\)\s+\S)/u.test(line);
}
