import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Encoding } from './recognise.js';

export interface Decoded {
  readonly text: string;
  readonly warnings: readonly string[];
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes as text, whatever label they came with.
 *
 * **Shape** a byte order mark is dropped, everything else stays as it is. Bytes that are no UTF-8 are read in the
 * encoding that was declared for them, else in the one that they look like, with a warning that names it. A null
 * character, which no text has, becomes U+FFFD.
 */
export function decode(bytes: Uint8Array, encoding: Encoding, declared: string | null = null): Decoded {
  if (encoding !== 'bytes') {
    return mend(new TextDecoder(encoding).decode(bytes), []);
  }
  try {
    return mend(UTF8.decode(bytes), []);
  } catch {
    return mend(...guess(bytes, declared));
  }
}

function guess(bytes: Uint8Array, declared: string | null): [string, string[]] {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = asUtf8.match(/\ufffd/g)?.length ?? 0;
  const whole = asUtf8.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  if (whole > 3 * broken) {
    return [asUtf8, [`${broken} characters are broken UTF-8 and read as \ufffd.`]];
  }
  const known = declared === null ? null : nameOf(declared);
  if (known !== null) return [iconv.decode(Buffer.from(bytes), known), []];
  const name = likelyEncoding(bytes);
  return [iconv.decode(Buffer.from(bytes), name), [`The text is not UTF-8; it was read as ${name}.`]];
}

/** What is declared as Latin-1 is mostly Windows-1252, which has all of it; what is declared UTF-8 and is not, is unknown. */
function nameOf(declared: string): string | null {
  const name = declared.trim().toLowerCase();
  if (/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(name)) return 'windows-1252';
  return /^utf-?(?:8|16|32)/.test(name) || !iconv.encodingExists(name) ? null : name;
}

/**
 * A text in a Latin alphabet has few bytes above 127, and of its possible encodings Windows-1252 is by far the
 * likeliest; statistics of so few bytes only mislead.
 */
function likelyEncoding(bytes: Uint8Array): string {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  if (high < bytes.length / 5) return 'windows-1252';
  const found = chardet.detect(bytes.subarray(0, 65_536));
  return found !== null && iconv.encodingExists(found) ? found : 'windows-1252';
}

function mend(text: string, warnings: readonly string[]): Decoded {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!bare.includes('\0')) return { text: bare, warnings };
  return {
    text: bare.replaceAll('\0', '\ufffd'),
    warnings: [...warnings, 'Null characters were read as \ufffd.'],
  };
}
