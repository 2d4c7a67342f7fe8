/**
 * A copy of a text, or of a record with all texts in it, that is safe to print: no character of a report or of a file
 * name can move the cursor, colour the screen or turn the line around.
 *
 * **Shape** a character for a character, so that spans stay true. Control characters become their pictures (U+2400 and
 * on) or U+FFFD, a lone carriage return a line feed, one before a line feed a space; tabs and line feeds stay.
 */
export function printable<T>(value: T): T {
  return mend(value) as T;
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return mendText(value);
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mend(one)]));
}

function mendText(text: string): string {
  return text
    .replace(/\r(?=\n)/g, ' ')
    .replaceAll('\r', '\n')
    .replace(UNPRINTABLE, (one) => (one < ' ' ? String.fromCharCode(0x2400 + one.charCodeAt(0)) : '\ufffd'));
}

/** C0 without tab and line feed, delete, C1, and what overrides the direction of the text around it. */
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
