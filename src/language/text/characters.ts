/** What a tokeniser needs to know of a character. **Shape** small integers, so that a scan compares numbers only. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Marks and joiners that belong to the character before them. */
export const EXTENDER = 4;
export const CONTROL = 5;
export const OTHER = 6;

const classes = new Uint8Array(0x10000);

/** The class of the character at an offset; the first half of a surrogate pair speaks for the pair. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Beyond the text `charCodeAt` gives NaN, which must read as a gap.
  if (!(code >= 0)) return SPACE;
  const known = classes[code]!;
  if (known !== 0) return known;
  if (code >= 0xd800 && code <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(at)!));
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

/** **Units** UTF-16: 2 where a whole surrogate pair stands at the offset, else 1. */
export function widthAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

export function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code > 127 && /\p{Ll}/u.test(String.fromCharCode(code)));
}

export function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code > 127 && /\p{Lu}/u.test(String.fromCharCode(code)));
}

/** An apostrophe, typed or typeset. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** A hyphen within a word, its typeset forms included; dashes are not. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (/[\p{L}_]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{M}\u00ad\u200c\u200d]|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u.test(character)) return EXTENDER;
  if (/[\p{Cc}\p{Cf}]/u.test(character)) return CONTROL;
  return OTHER;
}
