/**
 * How a word may stand in a text: a `name` needs a capital, an `acronym` needs capitals throughout ("US", but "Nato"
 * for four letters and more), a `plain` word stands any way.
 */
export type WordCase = 'name' | 'acronym' | 'plain';

/**
 * A word as the gazetteer compares it: diacritics, dots and apostrophes gone, lower case. A word with hyphens is
 * several.
 *
 * **Shape** `fits[i]` is a bit set of the `WordCase`s under which a listed word is met by `parts[i]`.
 */
export interface FoldedWord {
  readonly parts: readonly string[];
  readonly fits: readonly number[];
}

export const FITS: Readonly<Record<WordCase, number>> = { plain: 1, name: 2, acronym: 4 };

/**
 * A word of a text as the gazetteer compares it. Hyphens and apostrophes that stand alone have no parts; undefined
 * for other punctuation, which no name goes across.
 */
export function foldWord(word: string): FoldedWord | undefined {
  const parts: string[] = [];
  const fits: number[] = [];
  for (const piece of pieces(word)) {
    const bare = foldMarks(piece);
    if (bare === '') continue;
    parts.push(bare.toLowerCase());
    fits.push(fitOf(bare));
  }
  if (parts.length > 0) return { parts, fits };
  return SKIPPED.test(word) ? BLANK : undefined;
}

/** The case under which a listed name's word is met. */
export function caseOf(listed: string): WordCase {
  const bare = foldMarks(listed);
  if (/^[A-Z0-9&]+$/.test(bare) && /[A-Z]/.test(bare) && bare.length > 1) return 'acronym';
  return /^[\p{Lu}\p{Lt}]/u.test(bare) || /[A-Z]/.test(bare) ? 'name' : 'plain';
}

/** A name's words, however a tokeniser may cut it: hyphens part words; apostrophes join or part them. */
export function nameWords(name: string): readonly (readonly string[])[] {
  const joined = name
    .replace(APOSTROPHES, '')
    .split(/[\s,()]+|[-‐‑–—]/)
    .filter(Boolean);
  if (name.search(APOSTROPHES) < 0) return [joined];
  const parted = name
    .replace(APOSTROPHES, ' ')
    .split(/[\s,()]+|[-‐‑–—]/)
    .filter(Boolean);
  return [joined, parted];
}

/** Without diacritics, dots and apostrophes; case kept. */
export function foldMarks(word: string): string {
  if (/^[A-Za-z0-9&+]*$/.test(word)) return word;
  return word
    .replace(/[ıłøđßæœðþŁØĐÆŒÐÞəƏ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}&+$]/gu, '');
}

/** A whole name as one comparable string: words parted by one blank, marks gone, lower case. */
export function foldName(name: string): string {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase();
  return name
    .replace(APOSTROPHES, '')
    .split(/[\s,()]+|[-‐‑–—]/)
    .map(foldMarks)
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

const APOSTROPHES = /['’‘ʼʻ`´]/g;
const SKIPPED = /^[-‐‑–'’]$/;
const BLANK: FoldedWord = { parts: [], fits: [] };
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  Ł: 'L',
  Ø: 'O',
  Đ: 'D',
  Æ: 'Ae',
  Œ: 'Oe',
  Ð: 'D',
  Þ: 'Th',
  ə: 'a',
  Ə: 'A',
};

function pieces(word: string): readonly string[] {
  return /[-‐‑–—/]/.test(word) ? word.split(/[-‐‑–—/]/) : [word];
}

function fitOf(bare: string): number {
  const first = bare[0]!;
  const starts = first !== first.toLowerCase() || (first >= '0' && first <= '9');
  if (!starts) return /[A-Z]/.test(bare) ? FITS.plain | FITS.name : FITS.plain;
  const whole = bare === bare.toUpperCase();
  // British papers write "Nato" and "Unesco"; a short word with one capital ("Us", "Who") is just a word.
  return FITS.plain | FITS.name | (whole || bare.length >= 4 ? FITS.acronym : 0);
}
