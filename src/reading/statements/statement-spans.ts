import type { Tokenised } from '../../document/document.js';
import { cut, type Span } from '../../document/span.js';
import type { Statement } from '../contract.js';
import type { Setting } from './setting.js';

const MARKS = /^["'“”‘’„«»`]+$/u;
const EDGE = /^[,;:–—-]+$/u;

/**
 * Tokens as spans, one for each unbroken stretch. Commas, semicolons, colons and dashes at the edges are left out;
 * quotation marks belong to the content that they enclose, both of them or, where one is missing, the one there is.
 */
export function spansOf(doc: Tokenised, tokens: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const [first, last] of stretches(tokens)) {
    let from = first;
    let to = last;
    while (from < to && EDGE.test(doc.tokens[from]!.text)) from += 1;
    while (to > from && EDGE.test(doc.tokens[to]!.text)) to -= 1;
    if (from === to && !/[\p{L}\p{N}]/u.test(doc.tokens[from]!.text)) continue;
    spans.push(cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[to]!.end));
  }
  return spans;
}

/** Content with the quotation marks that enclose its ends, where these were left just outside. */
export function withMarks({ doc, quoteAt }: Setting, content: readonly number[]): number[] {
  const all = new Set(content);
  for (const token of content) {
    for (const near of [token - 1, token + 1]) {
      const mark = doc.tokens[near];
      if (mark === undefined || all.has(near) || !MARKS.test(mark.text)) continue;
      if (quoteAt[near]! >= 0 && quoteAt[near] === quoteAt[token]) all.add(near);
    }
  }
  return [...all].sort((a, b) => a - b);
}

/** Direct when all of the content's words stand in quotation marks, indirect when none does, else mixed. */
export function kindOf({ doc, quoteAt }: Setting, content: readonly number[]): Statement['kind'] {
  let inside = 0;
  let outside = 0;
  for (const token of content) {
    if (!/[\p{L}\p{N}]/u.test(doc.tokens[token]!.text)) continue;
    if (quoteAt[token]! >= 0) inside += 1;
    else outside += 1;
  }
  return inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed';
}

function stretches(tokens: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const token of tokens) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === token - 1) open[1] = token;
    else found.push([token, token]);
  }
  return found;
}
