import { readFileSync } from 'node:fs';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { type HeadlineCase, headlineCase } from '../src/language/headlines/sentence-case.js';
import { parseTsv } from './tsv.js';

/**
 * A headline with the heads that a careful reader finds in it; null where it has none.
 *
 * **Units** ranges count UTF-16 units of `headline`.
 */
export interface HeadlineRow {
  readonly headline: string;
  readonly style: string;
  readonly case: HeadlineCase;
  readonly root: Range;
  readonly subject: Range | null;
  readonly object: Range | null;
}

const COLUMNS = ['headline', 'root', 'subject', 'object'] as const;

/** Reads headlines from a file. **Errors** `evaluation.gold`. */
export function readHeadlineRows(path: string): HeadlineRow[] {
  return parseHeadlineRows(readFileSync(path, 'utf8'), path);
}

/**
 * **Shape** TSV with a header: headline, root, subject, object, and if need be style. A word stands as it does in the
 * headline, `word#2` where its second occurrence is meant, `-` where there is none.
 *
 * **Errors** `evaluation.gold` names the line and the word that does not stand in its headline.
 */
export function parseHeadlineRows(text: string, path: string): HeadlineRow[] {
  return parseTsv(text, path, COLUMNS, ['style']).map(({ place, cell }) => {
    const headline = cell('headline');
    const root = findWord(headline, cell('root'), place);
    if (root === null) {
      throw new RapporteurError('evaluation.gold', `${place} has no root. Every headline has one.`);
    }
    return {
      headline,
      style: cell('style'),
      case: headlineCase(headline),
      root,
      subject: findWord(headline, cell('subject'), place),
      object: findWord(headline, cell('object'), place),
    };
  });
}

function findWord(headline: string, cell: string, place: string): Range | null {
  if (cell === '-') return null;
  const [, word, count = '1'] = /^(.+?)(?:#(\d+))?$/u.exec(cell) ?? [];
  if (word !== undefined) {
    let left = Number(count);
    for (let start = headline.indexOf(word); start >= 0; start = headline.indexOf(word, start + 1)) {
      if (standsAlone(headline, start, start + word.length)) left -= 1;
      if (left === 0) return { start, end: start + word.length };
    }
  }
  throw new RapporteurError(
    'evaluation.gold',
    `${place}: "${cell}" does not stand in "${headline}". Give a word of it, "word#2" for its second occurrence, or "-".`,
  );
}

const INSIDE_WORD = /[\p{L}\p{N}]/u;

function standsAlone(headline: string, start: number, end: number): boolean {
  return !INSIDE_WORD.test(headline[start - 1] ?? ' ') && !INSIDE_WORD.test(headline[end] ?? ' ');
}
