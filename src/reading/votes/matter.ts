import type { Parsed, Sentence } from '../../document/document.js';
import { cover, subtree } from '../../document/tree.js';

/** **Units** characters: a phrase, not a paragraph. */
const LONGEST = 200;

/** A day that the tree hangs on the thing voted on, and that tells when. */
const DAY = /\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

/** What was voted on, cut out of the text: a noun with what belongs to it, its articles and asides left out. */
export function matterAt(doc: Parsed, token: number): string | null {
  const inside = subtree(doc, token, (child) => {
    const relation = doc.tree.relations[child]!;
    if (child < token && /^(?:det|case|mark|punct|nmod:poss|cc)/.test(relation)) return true;
    return /^(?:acl:relcl|parataxis|appos|conj|advcl|punct)/.test(relation) && child > token;
  });
  const { from, to } = cover(inside);
  const end = Math.min(to, from + 40);
  const text = doc.report.text
    .slice(doc.tokens[from]!.start, doc.tokens[end - 1]!.end)
    .replaceAll(/\s+/g, ' ')
    .replace(DAY, '')
    .trim();
  const short = text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf(' ', LONGEST));
  const whole = (short.match(/["“”]/g)?.length ?? 0) % 2 === 0 ? short : short.replace(/["“”]/, '');
  return whole === '' ? null : whole;
}

const SYMBOL =
  /\b(?:S\/\d{4}\/\d+|S\/RES\/\d+(?:\s?\(\d{4}\))?|A\/RES\/[\dES/-]+\d|A\/(?:[\dES-]+\/)?L\.\d+)/u;
const NUMBERED = /\b[Rr]esolution\s+(?:No\.?\s*)?(\d{1,4}(?:\/\d{1,4})?)(?:\s?\(\d{4}\))?/u;

/** "The resolution, which carries the number 143", "the ceasefire resolution, 687, passed". */
const APART = /\b[Rr]esolution\b(?:[^.;]{0,40}?\b(?:number|numbered|[Nn]o\.?)\s+(\d{1,4})\b|,\s+(\d{3,4}),)/u;

/** A draft's or resolution's symbol in a stretch of text: "S/2017/315", "Resolution 2334". */
export function symbolIn(text: string): string | null {
  const apart = APART.exec(text);
  const number = apart?.[1] ?? apart?.[2];
  return (
    SYMBOL.exec(text)?.[0] ??
    NUMBERED.exec(text)?.[0] ??
    (number === undefined ? null : `Resolution ${number}`)
  );
}

/** Every symbol that a text gives. */
export function symbolsIn(text: string): string[] {
  return [SYMBOL, NUMBERED].flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern.source, 'gu'))].map(([symbol]) => symbol),
  );
}

/** Words that set a draft apart from the one that a report is about. */
const ANOTHER = new Set(
  'similar earlier previous rival another separate competing second prior subsequent alternative'.split(' '),
);

/** Whether the thing voted on is told to be another one. */
export function isAnother(doc: Parsed, sentence: Sentence, token: number): boolean {
  for (let at = Math.max(sentence.from, token - 6); at < token; at++) {
    if (ANOTHER.has(doc.tokens[at]!.text.toLowerCase()) && doc.tree.heads[at] === token) return true;
  }
  return false;
}
