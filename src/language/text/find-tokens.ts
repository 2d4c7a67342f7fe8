import { CONTROL, classAt, DIGIT, EXTENDER, isApostrophe, LETTER, SPACE, widthAt } from './characters.js';
import { endOfAddress } from './read-address.js';
import { isWordAt, readWord, runEnd } from './read-word.js';
import type { WordLists } from './word-lists.js';

/** Where tokens begin and end. **Shape** parallel, in text order, without overlap. */
export interface TokenOffsets {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Cuts a text into tokens as the English treebanks of Universal Dependencies do: clitics, hyphens, units, currency
 * signs and punctuation stand alone; numbers, abbreviations, addresses and runs of one mark stay whole.
 *
 * **Shape** every character that is not white space lies in exactly one token.
 */
export function findTokens(text: string, lists: WordLists): TokenOffsets {
  const starts: number[] = [];
  const ends: number[] = [];
  let addressFreeUntil = 0;
  for (let at = 0; at < text.length; ) {
    const found = classAt(text, at);
    if (found === SPACE) {
      at += 1;
      continue;
    }
    let end: number;
    if (found === LETTER || found === DIGIT) {
      end = at;
      if (at >= addressFreeUntil) {
        const address = endOfAddress(text, at);
        if (address > 0) end = address;
        else addressFreeUntil = -address;
      }
      if (end === at) end = readWord(text, at, lists);
    } else {
      end = readMark(text, at, found, ends.at(-1) ?? -1);
    }
    starts.push(at);
    ends.push(end);
    at = end;
  }
  return { starts, ends };
}

/** Marks that come in rows: "--", "***", "=====". */
const ROWS = new Set([...'-*=_~#<>|$'].map((mark) => mark.charCodeAt(0)));

/** Words that begin with an apostrophe, for letters left out. */
const CLIPPED = /^['’](?:\d0s|\d\d|em|til|cause|tis|twas|twill|bout|round|neath|n['’])(?![\p{L}\d'’])/iu;

function readMark(text: string, at: number, found: number, previousEnd: number): number {
  const code = text.charCodeAt(at);
  if (found === CONTROL) return rowEnd(text, at, (next) => classAt(text, next) === CONTROL);
  if (isApostrophe(code)) return readApostrophe(text, at, previousEnd === at);
  switch (code) {
    case 0x2e:
      return readStops(text, at, previousEnd === at);
    case 0x21:
    case 0x3f:
      return rowEnd(text, at, (next) => text[next] === '!' || text[next] === '?');
    case 0x60:
      return text.charCodeAt(at + 1) === 0x60 ? at + 2 : at + 1;
    case 0x5b:
      return text.startsWith('[...]', at) ? at + 5 : at + 1;
    case 0x3a:
    case 0x3b:
      return readEmoticon(text, at, previousEnd === at);
    case 0x23:
    case 0x40:
      if (classAt(text, at + 1) === LETTER && previousEnd !== at) return runEnd(text, at + 1, at + 200);
      break;
    case 0x2b:
      return (/^\+\d[\d-]{5,18}(?![\p{L}\d])/u.exec(text.slice(at, at + 24))?.[0].length ?? 1) + at;
  }
  if (ROWS.has(code)) return rowEnd(text, at, (next) => text.charCodeAt(next) === code);
  return symbolEnd(text, at);
}

function rowEnd(text: string, at: number, goesOn: (next: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && goesOn(end)) end += 1;
  return end;
}

function readApostrophe(text: string, at: number, attached: boolean): number {
  if (attached) {
    const clitic = /^['’](?:s|re|ve|ll|d|m)(?![\p{L}\d])/iu.exec(text.slice(at, at + 4));
    if (clitic !== null) return at + clitic[0].length;
  } else {
    const clipped = CLIPPED.exec(text.slice(at, at + 8));
    if (clipped !== null) return at + clipped[0].length;
  }
  return text.charCodeAt(at + 1) === text.charCodeAt(at) ? at + 2 : at + 1;
}

function readStops(text: string, at: number, attached: boolean): number {
  if (!attached && classAt(text, at + 1) === DIGIT) return runEnd(text, at + 1, at + 40);
  return rowEnd(text, at, (next) => text[next] === '.');
}

/** A face made of marks, alone between spaces. */
function readEmoticon(text: string, at: number, attached: boolean): number {
  if (attached) return at + 1;
  const face = /^[:;]-?[)(DPp/|](?=\s|$)/u.exec(text.slice(at, at + 4));
  return face === null ? at + 1 : at + face[0].length;
}

/** One symbol with what is joined to it: a flag, a face with its skin colour, a family of several. */
function symbolEnd(text: string, at: number): number {
  let end = at + widthAt(text, at);
  if (isRegional(text, at) && isRegional(text, end)) end += 2;
  while (end < text.length && classAt(text, end) === EXTENDER) {
    const joiner = text.charCodeAt(end) === 0x200d;
    end += widthAt(text, end);
    if (joiner && end < text.length && !isWordAt(text, end) && classAt(text, end) !== SPACE)
      end += widthAt(text, end);
  }
  return end;
}

function isRegional(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}
