/**
 * The headline that a text begins with: one short line with a blank line after it that neither ends like a
 * sentence nor is a dateline, byline or list item; null where there is none.
 */
export function findTitle(text: string): string | null {
  const found = /^\s*(\S[^\r\n]*)\r?\n[^\S\r\n]*\r?\n\s*\S/.exec(text);
  const line = found?.[1]?.trim();
  if (line === undefined || line.length > MAX_LENGTH || !/\p{L}/u.test(line)) return null;
  if (SENTENCE_END.test(line) && !ABBREVIATION_END.test(line)) return null;
  return NO_TITLE.some((pattern) => pattern.test(line)) ? null : line;
}

const MAX_LENGTH = 200;

/** A headline may end in a question or exclamation mark, or in a closing quote, but hardly ever in a full stop. */
const SENTENCE_END = /(?:[.:;,]|\.["'\u2019\u201d)\]])$/u;
const ABBREVIATION_END = /\b(?:\p{Lu}\.){2,}["'\u2019\u201d]?$/u;

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

const NO_TITLE = [
  /^by\s+\p{Lu}/iu,
  new RegExp(`^(?:${WEEKDAY},?\\s+)?(?:\\d{1,2}\\s+${MONTH}|${MONTH}\\s+\\d{1,2})(?:,?\\s+\\d{4})?$`, 'iu'),
  /^\d{4}-\d{2}-\d{2}/,
  /^[\p{Lu}][\p{Lu}\s.,/'\u2019-]+,\s+\w+\.?\s+\d{1,2}\b/u,
  /^[•*–—-]\s/u,
  /^["“‘]?[^"“”]*[”"]?,?\s+(?:said|says)\s/iu,
];
