import type { SentenceKind } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import { bylineStart, datelineEnd, isByline, isDateLine, isItem, isSignature } from './line-kinds.js';

/** A stretch of text that no sentence crosses. A paragraph is one of them, or two where it begins with a dateline. */
export interface Segment extends Range {
  readonly kind: SentenceKind;
  readonly paragraph: number;
}

/**
 * Finds paragraphs and what each of them is for: headline, byline, dateline, list item or body.
 *
 * **Shape** in text order, without overlap, white space at the edges left out. `title` makes a headline where the
 * text begins with it.
 */
export function findLayout(text: string, title: string | null): Segment[] {
  const headline = findHeadline(text, title);
  const paragraphs = findParagraphs(text, headline?.end ?? 0);
  const segments: Segment[] = headline === null ? [] : [{ ...headline, kind: 'headline', paragraph: 0 }];
  const first = segments.length;
  for (const [index, { start, end }] of paragraphs.entries()) {
    const paragraph = index + first;
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    const whole = end - start <= LONGEST_LINE;
    const edge = index === 0 || index === paragraphs.length - 1;
    if (whole && (isByline(line) || (edge && isSignature(line)))) {
      segments.push({ start, end, kind: 'byline', paragraph });
    } else if (whole && isDateLine(line)) {
      segments.push({ start, end, kind: 'dateline', paragraph });
    } else {
      segments.push(...partParagraph(text, { start, end }, line, paragraph));
    }
  }
  return segments;
}

/** **Units** UTF-16. No byline, date line or dateline is longer. */
const LONGEST_LINE = 300;

function partParagraph(text: string, { start, end }: Range, line: string, paragraph: number): Segment[] {
  const parts: Segment[] = [];
  const dateline = datelineEnd(line);
  let from = start;
  if (dateline > 0) {
    parts.push(trim(text, { start, end: start + dateline, kind: 'dateline', paragraph }));
    from = start + dateline;
  }
  const tail = text.slice(Math.max(from, end - LONGEST_LINE), end);
  const byline = bylineStart(tail);
  const to = byline < 0 ? end : end - tail.length + byline;
  const kind = dateline === 0 && isItem(line) ? 'item' : 'body';
  for (const part of [
    { start: from, end: to, kind, paragraph } as const,
    { start: to, end, kind: 'byline', paragraph } as const,
  ]) {
    const trimmed = trim(text, part);
    if (trimmed.end > trimmed.start) parts.push(trimmed);
  }
  return parts;
}

function findHeadline(text: string, title: string | null): Range | null {
  const wanted = title?.trim() ?? '';
  if (wanted === '') return null;
  const start = skipSpace(text, 0, text.length);
  const end = start + wanted.length;
  return text.startsWith(wanted, start) && (end === text.length || /\s/u.test(text[end]!))
    ? { start, end }
    : null;
}

/** A line without its break and the white space at its edges. */
interface Line extends Range {
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
  /** **Units** characters before the first that can be seen. */
  readonly indent: number;
}

function findParagraphs(text: string, from: number): Range[] {
  const lines = findLines(text, from);
  const wrapped = isWrapped(text, lines);
  let widest = 0;
  if (wrapped) for (const line of lines) widest = Math.max(widest, line.end - line.start);
  const paragraphs: { start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      !line.apart &&
      line.indent < before.indent + 2 &&
      (wrapped
        ? fills(text, before, line, widest)
        : !endsSentence(text, before) && startsLower(text, line)) &&
      !isItem(text.slice(line.start, Math.min(line.end, line.start + 12)));
    if (goesOn) paragraphs.at(-1)!.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  }
  return paragraphs;
}

function findLines(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let apart = false;
  for (let at = from; at < text.length; ) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
    const range = trim(text, { start: at, end });
    if (range.end > range.start) {
      lines.push({ ...range, apart, indent: range.start - at });
      apart = false;
    } else if (at > from) {
      apart = true;
    }
    at = end + (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1);
  }
  return lines;
}

function isBreak(code: number): boolean {
  return (
    code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c || code === 0x2028 || code === 0x2029
  );
}

/** Whether lines were broken to fit a width: then many of them go on in the next one. */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  let pairs = 0;
  let running = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || line.apart) continue;
    pairs += 1;
    if (!endsSentence(text, before) && startsLower(text, line)) running += 1;
  }
  return running >= 2 && running >= 0.25 * pairs;
}

/** Whether a line is long enough that the next one goes on with it. */
function fills(text: string, before: Line, line: Line, widest: number): boolean {
  const long = before.end - before.start >= 0.6 * widest;
  return long || (!endsSentence(text, before) && startsLower(text, line));
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?…:;]["'”’»)\]]*$/u.test(text.slice(Math.max(line.start, line.end - 5), line.end));
}

function startsLower(text: string, line: Line): boolean {
  return /\p{Ll}/u.test(text[line.start]!);
}

function trim<Part extends Range>(text: string, part: Part): Part {
  const start = skipSpace(text, part.start, part.end);
  let end = part.end;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return { ...part, start, end };
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text[at]!)) at += 1;
  return at;
}
