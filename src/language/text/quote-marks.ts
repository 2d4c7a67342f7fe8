import type { Token } from '../../document/document.js';
import { isWordAt } from './read-word.js';

/** A quotation mark and what it does, as far as its own looks and its neighbours tell. */
export interface QuoteMark {
  readonly token: number;
  readonly family: 'double' | 'single' | 'angle';
  readonly role: 'opens' | 'closes' | 'either';
  /** Whether another of its kind may stand open around it. */
  readonly nests: boolean;
}

/** The quotation marks of a paragraph's tokens. Apostrophes are left out, as far as anything tells them apart. */
export function paragraphMarks(tokens: readonly Token[], from: number, to: number): QuoteMark[] {
  const marks: QuoteMark[] = [];
  let singles = 0;
  for (let token = from; token < to; token++) {
    const text = tokens[token]!.text;
    if (text.length > 2) continue;
    const mark = readMark(tokens, token, from, to, text);
    if (mark === null) continue;
    if (mark.family === 'single') singles += 1;
    marks.push(mark);
  }
  return singles === 0 ? marks : pairSingles(tokens, marks, from);
}

function readMark(
  tokens: readonly Token[],
  token: number,
  from: number,
  to: number,
  text: string,
): QuoteMark | null {
  switch (text) {
    case '“':
    case '„':
    case '”':
      return { token, family: 'double', role: curlyRole(tokens, token, from, to, text), nests: text !== '”' };
    case '``':
      return { token, family: 'double', role: 'opens', nests: true };
    case '"':
    case "''":
    case '’’':
      return { token, family: 'double', role: straightRole(tokens, token, from, to), nests: false };
    case '«':
    case '»':
    case '<<':
    case '>>':
      return {
        token,
        family: 'angle',
        role: text === '«' || text === '<<' ? 'opens' : 'closes',
        nests: true,
      };
    case '‘':
    case '‚':
    case '`':
      return leansRight(tokens, token, from, to)
        ? { token, family: 'single', role: 'opens', nests: false }
        : null;
    case '’':
      return leansLeft(tokens, token, from)
        ? { token, family: 'single', role: 'closes', nests: false }
        : null;
    case "'":
      return straightSingle(tokens, token, from, to);
    default:
      return null;
  }
}

/** Typeset marks tell their role, unless the text sets them as other languages do. */
function curlyRole(
  tokens: readonly Token[],
  token: number,
  from: number,
  to: number,
  text: string,
): QuoteMark['role'] {
  const left = leansLeft(tokens, token, from);
  const right = leansRight(tokens, token, from, to);
  if (text === '”') return right && !left ? 'opens' : 'closes';
  return text === '“' && left && !right ? 'closes' : 'opens';
}

function straightRole(tokens: readonly Token[], token: number, from: number, to: number): QuoteMark['role'] {
  const left = leansLeft(tokens, token, from);
  const right = leansRight(tokens, token, from, to);
  if (left === right) return 'either';
  return left ? 'closes' : 'opens';
}

function straightSingle(tokens: readonly Token[], token: number, from: number, to: number): QuoteMark | null {
  const left = leansLeft(tokens, token, from);
  const right = leansRight(tokens, token, from, to);
  if (left === right) return null;
  return { token, family: 'single', role: left ? 'closes' : 'opens', nests: false };
}

/** Whether a mark touches the word or mark before it; one that opens or joins does not count. */
function leansLeft(tokens: readonly Token[], token: number, from: number): boolean {
  if (token === from || tokens[token - 1]!.end !== tokens[token]!.start) return false;
  return (
    !/^(?:[([{“‘"'«`–—-]|--+)$/u.test(tokens[token - 1]!.text) || /^["']$/u.test(tokens[token - 1]!.text)
  );
}

/** Whether a mark touches the word or mark after it; one that closes does not count. */
function leansRight(tokens: readonly Token[], token: number, from: number, to: number): boolean {
  if (token + 1 >= to || tokens[token + 1]!.start !== tokens[token]!.end || token < from) return false;
  return (
    !/^(?:[.,;:!?)\]}”’»–—-]+|'s|’s)$/u.test(tokens[token + 1]!.text) ||
    tokens[token + 1]!.text.startsWith('...')
  );
}

/**
 * Keeps single marks that pair: one opens only where another can close it, and a possessive plural's apostrophe
 * does not close while a better mark is to come. At the head of a paragraph a typeset one may stay open.
 */
function pairSingles(tokens: readonly Token[], marks: readonly QuoteMark[], from: number): QuoteMark[] {
  const kept: QuoteMark[] = [];
  const singles = marks.filter((mark) => mark.family === 'single');
  // For each single mark, the next one that closes before another opens.
  const partner = new Map<QuoteMark, QuoteMark>();
  let ahead: QuoteMark | undefined;
  for (const mark of singles.toReversed()) {
    if (ahead !== undefined) partner.set(mark, ahead);
    ahead = mark.role === 'closes' ? mark : undefined;
  }
  let open = false;
  for (const mark of marks) {
    if (mark.family !== 'single') {
      kept.push(mark);
    } else if (mark.role === 'opens') {
      const typeset = tokens[mark.token]!.text === '‘' && mark.token === from;
      open = partner.has(mark) || typeset;
      if (open) kept.push(mark);
    } else if (open && !(partner.has(mark) && isPossessive(tokens, mark.token))) {
      open = false;
      kept.push(mark);
    }
  }
  return kept;
}

/** "the parties' leaders": an apostrophe after an "s", a word after the apostrophe. */
function isPossessive(tokens: readonly Token[], token: number): boolean {
  const next = tokens[token + 1];
  return /s$/iu.test(tokens[token - 1]?.text ?? '') && next !== undefined && isWordAt(next.text, 0);
}
