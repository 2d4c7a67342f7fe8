import {
  classAt,
  DIGIT,
  EXTENDER,
  isApostrophe,
  isHyphen,
  isLower,
  isUpper,
  LETTER,
  widthAt,
} from './characters.js';
import { isStarter } from './sentence-words.js';
import type { WordLists } from './word-lists.js';

/** What may follow an apostrophe as a word of its own. */
const CLITICS: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm']);

/** Words written as one that are two, with where the second begins. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gimme', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['lemme', 3],
  ['wanna', 3],
]);

const ENDINGS_OF_NUMBERS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 's']);

/** **Units** UTF-16. No word of any language is longer; what is gets cut, so that no token weighs on the rest. */
const LONGEST_WORD = 400;

/**
 * Reads the word that begins at an offset, and answers where it ends.
 *
 * **Shape** `text[start]` is a letter or a digit. Only what lies near the offset is looked at, so that reading a
 * text word by word is linear however it is written.
 */
export function readWord(text: string, start: number, lists: WordLists): number {
  const reach = Math.min(text.length, start + LONGEST_WORD);
  let from = start;
  for (let at = start; at < reach; ) {
    const end = runEnd(text, at, reach);
    // `from`..`end` is the run of letters and digits since the last join.
    from = at;
    const next = end < reach ? joined(text, start, from, end, reach, lists) : end;
    if (next < 0) return -next;
    if (next === end) return splitRun(text, start, from, end, lists);
    at = next;
    if (at >= reach || !isWordAt(text, at)) return at;
  }
  return reach;
}

/** Whether a letter or digit stands at an offset. */
export function isWordAt(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === LETTER || found === DIGIT;
}

/** Where the letters, digits and their marks end. */
export function runEnd(text: string, start: number, reach: number): number {
  let at = start;
  while (at < reach) {
    const found = classAt(text, at);
    if (found !== LETTER && found !== DIGIT && !(found === EXTENDER && at > start)) break;
    at += widthAt(text, at);
  }
  return Math.min(at, text.length);
}

/**
 * Whether the word goes on over the character at `end`: where it goes on, or `end` where it does not, or the
 * negative of where it ends for good.
 */
function joined(
  text: string,
  start: number,
  from: number,
  end: number,
  reach: number,
  lists: WordLists,
): number {
  const code = text.charCodeAt(end);
  if (isApostrophe(code)) return overApostrophe(text, from, end, reach);
  if (isHyphen(code)) return overHyphen(text, start, end, reach, lists);
  switch (code) {
    case 0x2e:
      return overStop(text, start, from, end, reach, lists);
    case 0x2c:
    case 0x3a:
      return overDigits(text, from, end, code);
    case 0x2f:
      return overSlash(text, start, end, reach);
    case 0x26:
      return end - start <= 4 && isUpper(text.charCodeAt(end - 1)) && isUpper(text.charCodeAt(end + 1))
        ? end + 1
        : end;
    case 0x24:
      return end - start <= 3 && isUpper(text.charCodeAt(start)) && classAt(text, end + 1) === DIGIT
        ? -(end + 1)
        : end;
    default:
      return end;
  }
}

function overApostrophe(text: string, from: number, end: number, reach: number): number {
  if (!isWordAt(text, end + 1)) return end;
  const tailEnd = runEnd(text, end + 1, reach);
  if (tailEnd - end > 3) return end + 1;
  const tail = text.slice(end + 1, tailEnd).toLowerCase();
  // "the 1930's" is one word, like "the 1930s".
  if (tail === 's' && classAt(text, from) === DIGIT) return -tailEnd;
  if (CLITICS.has(tail)) return end;
  const before = text.charCodeAt(end - 1);
  if (tail === 't' && end - from > 1 && (before === 0x6e || before === 0x4e)) return -(end - 1);
  return end + 1;
}

function overHyphen(text: string, start: number, end: number, reach: number, lists: WordLists): number {
  if (!isWordAt(text, end + 1)) {
    // A word broken off or left hanging keeps its hyphen: "pre- and post-war".
    const hanging = classAt(text, end - 1) === LETTER && /^[\s,]$/u.test(text[end + 1] ?? '');
    return hanging ? -(end + 1) : end;
  }
  if (classAt(text, end - 1) === DIGIT) return overDigitGroups(text, start, end);
  if (end - start <= 7) {
    const prefix = text.slice(start, end);
    if (
      lists.prefixes.has(prefix.toLowerCase()) &&
      (prefix.length === 1 ? isLower(text.charCodeAt(end + 1)) : !isUpper(text.charCodeAt(start + 1)))
    ) {
      return end + 1;
    }
  }
  const tailEnd = runEnd(text, end + 1, reach);
  const tail = tailEnd - end <= 8 ? text.slice(end + 1, tailEnd) : '';
  // "Jong-un", unlike "Moscow-led", is one name.
  const isName = lists.syllables.has(tail) && isUpper(text.charCodeAt(start)) && end - start <= 6;
  return isName || lists.suffixes.has(tail) ? -tailEnd : end;
}

/** Telephone numbers and dates stay whole ("713-555-0100", "555-0100", "2016-01-03"), ranges and scores do not. */
function overDigitGroups(text: string, start: number, end: number): number {
  const found = /^(?:\d{1,4}(?:-\d{1,4}){2,4}|\d{3}-\d{4})(?![\p{L}\d-])/u.exec(
    text.slice(start, start + 30),
  );
  return found !== null && start + found[0].length > end ? -(start + found[0].length) : end;
}

function overDigits(text: string, from: number, end: number, code: number): number {
  if (classAt(text, end - 1) !== DIGIT || classAt(text, end + 1) !== DIGIT || classAt(text, from) !== DIGIT)
    return end;
  if (code === 0x3a) return end + 1;
  const grouped =
    classAt(text, end + 2) === DIGIT && classAt(text, end + 3) === DIGIT && classAt(text, end + 4) !== DIGIT;
  return grouped ? end + 1 : end;
}

/** Fractions, dates and the symbols of documents stay whole ("9/11", "S/RES/2334"), alternatives do not ("and/or"). */
function overSlash(text: string, start: number, end: number, reach: number): number {
  if (classAt(text, end - 1) === DIGIT && classAt(text, end + 1) === DIGIT) return end + 1;
  if (!isUpper(text.charCodeAt(start))) return end;
  const symbol = /^\p{Lu}{1,4}(?:\/[\p{Lu}\d][\p{L}\d.-]{0,15}){1,6}/u.exec(
    text.slice(start, Math.min(reach, start + 60)),
  );
  if (symbol === null || !/\d/u.test(symbol[0])) return end;
  return -(start + symbol[0].replace(/[.-]+$/u, '').length);
}

function overStop(
  text: string,
  start: number,
  from: number,
  end: number,
  reach: number,
  lists: WordLists,
): number {
  const last = classAt(text, end - 1);
  const next = classAt(text, end + 1);
  if (last === DIGIT && next === DIGIT) return end + 1;
  const initial =
    end - from === 1 && last === LETTER && (from === start || text.charCodeAt(from - 1) === 0x2e);
  if (next === LETTER) {
    const nextEnd = runEnd(text, end + 1, Math.min(reach, end + 20));
    if (initial && (nextEnd - end === 2 || from > start)) return end + 1;
    // "example.com" is one word; in "ended.The" a space was lost.
    if (isLower(text.charCodeAt(end + 1)) && nextEnd - end > 2) return end + 1;
    if (lists.abbreviations.has(text.slice(start, nextEnd))) return end + 1;
    // "Mr.Smith" and "J.Smith" lost a space too, but not the end of a sentence.
    const titled = lists.abbreviations.get(text.slice(start, end)) === 'title';
    return titled || (initial && isUpper(text.charCodeAt(start))) ? -(end + 1) : end;
  }
  if (next === DIGIT && from > start) return end + 1;
  if (isEntryNumber(text, start, end)) return -(end + 1);
  if (text.charCodeAt(end + 1) === 0x2e) return end;
  if (initial && from > start) return -(end + 1);
  return keepsStop(text, start, end, lists) ? -(end + 1) : end;
}

/** Whether the full stop after a word is part of it: "Mr.", "Jan. 3", "No. 10", "J. Smith". */
function keepsStop(text: string, start: number, end: number, lists: WordLists): boolean {
  if (end - start > 6) return false;
  const kind = lists.abbreviations.get(asListed(text.slice(start, end)));
  switch (kind) {
    case undefined:
      return end - start === 1 && isInitial(text, start);
    case 'number':
      return classAt(text, afterSpace(text, end + 1)) === DIGIT;
    case 'state':
      return /,\s$/u.test(text.slice(Math.max(0, start - 2), start));
    default:
      return true;
  }
}

/** Lists are in title case; a headline or a transcript may shout ("GEN."). */
export function asListed(form: string): string {
  return /^\p{Lu}{2,}$/u.test(form) ? form[0]! + form.slice(1).toLowerCase() : form;
}

/** "1." at the head of a line numbers an entry of a list. */
function isEntryNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2 || classAt(text, start) !== DIGIT || !/^ \S/u.test(text.slice(end + 1, end + 3)))
    return false;
  return /(?:^|[\n\r])[ \t]*$/u.test(text.slice(Math.max(0, start - 8), start));
}

/** One capital and a full stop are an initial when a name goes on after them. */
function isInitial(text: string, start: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false;
  // Jane C. "Jo" Doe
  if (/^\. ["“‘'(]\p{Lu}\p{Ll}+["”’')] \p{Lu}/u.test(text.slice(start + 1, start + 30))) return true;
  const next = afterSpace(text, start + 2);
  if (!isUpper(text.charCodeAt(next)) || isStarter(text.slice(next, runEnd(text, next, next + 12))))
    return false;
  if (text.charCodeAt(start) !== 0x49) return true;
  return (
    text.charCodeAt(next + 1) === 0x2e || /\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - 16), start))
  );
}

function afterSpace(text: string, at: number): number {
  let next = at;
  while (next < at + 3 && next < text.length && /[ \u00a0]/u.test(text[next]!)) next += 1;
  return next;
}

/** Parts what a run of letters and digits holds together: "5pm", "cannot". */
function splitRun(text: string, start: number, from: number, end: number, lists: WordLists): number {
  if (start === from && end - start <= 6 && classAt(text, start) === LETTER) {
    const at = FUSED.get(text.slice(start, end).toLowerCase());
    return at === undefined ? end : start + at;
  }
  if (classAt(text, from) !== DIGIT || classAt(text, end - 1) !== LETTER) return end;
  let digits = from;
  while (classAt(text, digits) === DIGIT) digits += 1;
  if (end - digits > 5) return end;
  const tail = text.slice(digits, end).toLowerCase();
  return !ENDINGS_OF_NUMBERS.has(tail) && lists.units.has(tail) ? digits : end;
}
