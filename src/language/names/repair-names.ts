import type { Parsed } from '../../document/document.js';
import type { TYPES } from './label-names.js';
import type { NameWords } from './name-words.js';

/** A name before its finer type and its head are known. */
export interface RoughName {
  readonly from: number;
  readonly to: number;
  readonly type: (typeof TYPES)[number];
}

/**
 * Mends what the model gets wrong by its nature: titles and articles inside names, a trailing "'s", days and months
 * taken for names, demonyms and countries that it missed.
 */
export function repairNames(doc: Parsed, rough: readonly RoughName[], words: NameWords): RoughName[] {
  const names: RoughName[] = [];
  let at = 0;
  for (const name of rough) {
    const mended = trim(doc, name, words);
    if (mended === undefined) continue;
    fillGap(doc, at, mended.from, words, names);
    names.push(mended);
    at = mended.to;
  }
  fillGap(doc, at, doc.tokens.length, words, names);
  return names;
}

const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)$/;

function trim(doc: Parsed, name: RoughName, words: NameWords): RoughName | undefined {
  let { from, to } = name;
  const text = (token: number) => doc.tokens[token]!.text;
  while (to > from && isTail(doc, to - 1)) to--;
  while (from < to && isLead(doc, from)) from++;
  if (name.type === 'person') {
    while (from + 1 < to && words.is(text(from).replace(/\.$/, ''), 'title')) from++;
  }
  if (from >= to) return undefined;
  if (to - from === 1 && CALENDAR.test(text(from)) && name.type !== 'person') return undefined;
  if (to - from === 1 && doc.upos[from] === 'PRON') return undefined;
  return { ...name, from, to };
}

function isTail(doc: Parsed, token: number): boolean {
  const { text } = doc.tokens[token]!;
  return (
    /^['’]s?$/.test(text) ||
    doc.upos[token] === 'ADP' ||
    doc.upos[token] === 'DET' ||
    doc.upos[token] === 'CCONJ' ||
    /^[,;:(-]$/.test(text)
  );
}

function isLead(doc: Parsed, token: number): boolean {
  const { text } = doc.tokens[token]!;
  return doc.upos[token] === 'DET'
    ? /^(?:the|a|an|this|that)$/i.test(text)
    : /^(?:of|['’,;:)-]|['’]s)$/.test(text);
}

/** Countries, capitals and peoples that the model passed over between two names. */
function fillGap(doc: Parsed, from: number, to: number, words: NameWords, names: RoughName[]): void {
  for (let token = from; token < to; token++) {
    const { text, sentence } = doc.tokens[token]!;
    const kinds = words.kindsOf(text);
    if (kinds === 0 || doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX') continue;
    const end = Math.min(to, doc.sentences[sentence]!.to);
    const rest = words.long
      .get(text)
      ?.find((more) =>
        more.every((word, index) => token + 1 + index < end && doc.tokens[token + 1 + index]!.text === word),
      );
    if (rest !== undefined) {
      names.push({ from: token, to: token + 1 + rest.length, type: 'place' });
      token += rest.length;
    } else if (words.is(text, 'country')) names.push({ from: token, to: token + 1, type: 'place' });
    else if (words.is(text, 'people')) names.push({ from: token, to: token + 1, type: 'other' });
  }
}
