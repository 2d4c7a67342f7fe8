/** Tells by its first bytes what a file is. */
import { RapporteurError } from '../errors.js';

export type Encoding = 'utf-16le' | 'utf-16be' | 'bytes';

interface Format {
  readonly name: string;
  readonly magic: string;
  readonly mend: string;
}

const FORMATS: readonly Format[] = [
  { name: 'a PDF', magic: '%PDF-', mend: 'Turn it into text first: pdftotext FILE.pdf' },
  {
    name: 'a zip archive or office document',
    magic: 'PK\x03\x04',
    mend: 'Unpack it, or save it as plain text.',
  },
  { name: 'an old office document', magic: '\xd0\xcf\x11\xe0', mend: 'Save it as plain text.' },
  { name: 'a rich text document', magic: '{\\rtf', mend: 'Save it as plain text.' },
  { name: 'a bzip2 archive', magic: 'BZh', mend: 'Unpack it first: bunzip2 FILE.bz2' },
  { name: 'an xz archive', magic: '\xfd7zXZ', mend: 'Unpack it first: unxz FILE.xz' },
  { name: 'a Zstandard archive', magic: '\x28\xb5\x2f\xfd', mend: 'Unpack it first: unzstd FILE.zst' },
  { name: 'a 7-Zip archive', magic: '7z\xbc\xaf', mend: 'Unpack it first.' },
  { name: 'a PNG image', magic: '\x89PNG', mend: 'Give its text instead.' },
  { name: 'a JPEG image', magic: '\xff\xd8\xff', mend: 'Give its text instead.' },
  { name: 'a GIF image', magic: 'GIF8', mend: 'Give its text instead.' },
  { name: 'a TIFF image', magic: 'II*\x00', mend: 'Give its text instead.' },
  { name: 'a program', magic: '\x7fELF', mend: 'Give a text file.' },
  { name: 'a Parquet table', magic: 'PAR1', mend: 'Export it as JSONL first.' },
  { name: 'a SQLite database', magic: 'SQLite format 3', mend: 'Export it as JSONL first.' },
];

/** Of bytes that are no text, so many are control characters that no text has. */
const CONTROL_SHARE = 0.02;

/**
 * How the bytes of a text are to be read, `bytes` where one character is one byte or UTF-8.
 *
 * **Errors** `input.binary` where they are no text; the message names the format where it is known.
 */
export function recognise(head: Buffer, origin: string): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const start = head.toString('latin1', 0, 16);
  const format = FORMATS.find((one) => start.startsWith(one.magic));
  if (format !== undefined) throw notText(origin, `is ${format.name}, not text`, format.mend);
  const sample = head.subarray(0, 65_536);
  const zeros = countZeros(sample);
  if (zeros.odd + zeros.even > sample.length / 5) {
    if (zeros.even * 20 < zeros.odd) return 'utf-16le';
    if (zeros.odd * 20 < zeros.even) return 'utf-16be';
  }
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  if (controls > sample.length * CONTROL_SHARE) {
    throw notText(origin, 'holds binary data, not text', 'Give a text file.');
  }
  return 'bytes';
}

function countZeros(sample: Buffer): { odd: number; even: number } {
  let odd = 0;
  let even = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 1) odd++;
    else even++;
  }
  return { odd, even };
}

function notText(origin: string, what: string, mend: string): RapporteurError {
  return new RapporteurError(
    'input.binary',
    `${origin} ${what}. Reports are text, Markdown, HTML, feeds, JSON, JSONL, CSV, mail or WARC. ${mend}`,
  );
}
