import type { Sentence, Tokenised } from '../../document/document.js';
import { type TimeWord, timeWord } from './words.js';

/**
 * The smallest piece that an expression of time is read from: a token, or a part of one that hyphens, dashes and
 * slashes hold together ("mid-2011", "27-year", "7/8/07"), so that the grammar does not mind how tokens were cut.
 */
export interface Atom {
  /** In lower case. */
  readonly text: string;
  readonly raw: string;
  readonly token: number;
  readonly word: TimeWord | undefined;
}

/** The atoms of a sentence, in order. */
export function atomsOf(doc: Tokenised, sentence: Sentence): Atom[] {
  const atoms: Atom[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    const raw = doc.tokens[token]!.text;
    const lower = raw.toLowerCase();
    const word = timeWord(lower);
    if (word !== undefined || raw.length < 3 || raw.length > 40 || !JOINT.test(raw)) {
      atoms.push({ text: lower, raw, token, word });
    } else {
      for (const part of raw.split(JOINT)) {
        if (part !== '')
          atoms.push({ text: part.toLowerCase(), raw: part, token, word: timeWord(part.toLowerCase()) });
      }
    }
  }
  return atoms;
}

const JOINT = /([-‐‑–—/])/u;
