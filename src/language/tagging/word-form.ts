import { hashText } from '../kernel/hash.js';

/** What tagger and parser see of a word by itself: hashes of its ends and its shape, and some flags. */
export interface WordForm {
  /** The word itself, in memory of its own: what is kept must not keep the report that it was cut from. */
  readonly word: string;
  /** Digits made alike, letter case kept. */
  readonly normal: string;
  readonly lower: string;
  /** Hashes of the last two to four and first one to three characters, in lower case. */
  readonly suffixes: readonly [number, number, number];
  readonly prefixes: readonly [number, number, number];
  readonly shape: number;
  readonly flags: number;
}

const CACHE_LIMIT = 40_000;

/** Longer ones come once if at all, and could be as long as a report. */
export const LONGEST_KEPT = 64;

const cache = new Map<string, WordForm>();

/** The form of a word, remembered for the words met most; the memory is bounded. */
export function wordForm(word: string): WordForm {
  let form = cache.get(word);
  if (form === undefined) {
    if (word.length > LONGEST_KEPT) return makeForm(word);
    form = makeForm(Buffer.from(word, 'utf16le').toString('utf16le'));
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(form.word, form);
  }
  return form;
}

function makeForm(word: string): WordForm {
  const normal = normalise(word);
  const lower = normal.toLowerCase();
  return {
    word,
    normal,
    lower,
    suffixes: [hashText(lower.slice(-2), 4), hashText(lower.slice(-3), 5), hashText(lower.slice(-4), 6)],
    prefixes: [
      hashText(lower.slice(0, 1), 7),
      hashText(lower.slice(0, 2), 8),
      hashText(lower.slice(0, 3), 9),
    ],
    shape: hashText(shapeOf(normal), 10),
    flags: flagsOf(word),
  };
}

/** Numbers differ without end and mean the same to a parser: years are one word, other digits are made alike. */
function normalise(word: string): string {
  if (/[0-9]/.test(word)) {
    if (/^[0-9]{4}$/.test(word)) return '!YEAR';
    return word.replace(/[0-9]/g, '0').replace(/0{3,}/g, '00');
  }
  if (word.length > 4 && (word.startsWith('http') || word.startsWith('www.'))) return '!URL';
  return word;
}

/** Letters, digits and marks as classes, runs cut to two: "McDonald's" is `XxXxx'x`. */
function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (let at = 0; at < word.length; at++) {
    const kind = classOf(word.charCodeAt(at), word[at]!);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

function classOf(code: number, character: string): string {
  if (code >= 65 && code <= 90) return 'X';
  if (code >= 97 && code <= 122) return 'x';
  if (code >= 48 && code <= 57) return 'd';
  return code > 127 ? 'u' : character;
}

function flagsOf(word: string): number {
  return (
    (/^[A-Z]/.test(word) ? 1 : 0) |
    (/[0-9]/.test(word) ? 2 : 0) |
    (word.includes('-') ? 4 : 0) |
    (/^[A-Z]+$/.test(word) ? 8 : 0) |
    (/^[^A-Za-z0-9]+$/.test(word) ? 16 : 0) |
    (word.length < 3 ? 32 : 0)
  );
}
