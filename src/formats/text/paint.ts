import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** How text is laid out for a reader: colours or none, and how wide. */
export interface Paint {
  readonly chalk: ChalkInstance;
  /** **Units** terminal columns. */
  readonly width: number;
}

const WIDEST = 110;
const NARROWEST = 40;
/** Where there is no terminal, and nobody says how wide to write. */
const USUAL = 100;

/**
 * The paint for a stream: colours only on a terminal and never under `NO_COLOR` (no-color.org), as wide as the
 * terminal but no wider than reads well.
 */
export function paintFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const plain = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  const forced = (environment.FORCE_COLOR ?? '0') !== '0';
  const colours = !plain && (stream.isTTY === true || forced);
  const columns = stream.columns ?? (Number(environment.COLUMNS) || USUAL);
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns));
  return { chalk: new Chalk({ level: colours ? 1 : 0 }), width };
}

/** Wraps text to the paint's width; the first line begins with `first`, the others are indented as far. */
export function hang(paint: Paint, first: string, text: string): string {
  const indent = stringWidth(first);
  const columns = Math.max(20, paint.width - indent);
  const lines = wrapAnsi(breakEndless(text, columns), columns, { hard: true, trim: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(indent)) + line).join('\n');
}

/** Wrapping takes time by the square of a word's length: what is no word is cut before, room left for wide letters. */
function breakEndless(text: string, columns: number): string {
  const piece = Math.floor(columns / 2);
  return text.replace(ENDLESS, (run) => run.replace(new RegExp(`.{${piece}}(?=.)`, 'gsu'), '$&\n'));
}

/** Neither white space nor an escape of our own colours, for longer than any address. */
const ENDLESS = /[^\s\u001b]{500,}/gu;

/** Pads to a width in terminal columns; longer text stays whole. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Text on one line: white space runs become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Cuts text to so many characters at a word's end, an ellipsis in place of the rest. */
export function shorten(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : cut.length)}…`;
}
