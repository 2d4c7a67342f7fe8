import type { Parsed } from '../../document/document.js';
import { maybeHuman, nounClass } from '../references/reference-words.js';
import { afterTitles } from './cut-titles.js';
import { isLanguage } from './is-language.js';
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
 * taken for names, names cut in two, and countries and peoples that it missed or misread.
 */
export function repairNames(doc: Parsed, rough: readonly RoughName[], words: NameWords): RoughName[] {
  const known = longCountries(doc, words);
  const mended = joinParts(doc, overlay(rough, known), words).flatMap((name) => trim(doc, name, words) ?? []);
  const names: RoughName[] = [];
  let at = 0;
  for (const name of mended) {
    fillGap(doc, at, name.from, words, names);
    names.push(name);
    at = name.to;
  }
  fillGap(doc, at, doc.tokens.length, words, names);
  return names;
}

/** Whether a name goes beyond another that lies in it ("Bank of New Zealand"). */
function holds(outer: RoughName, inner: RoughName): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

/** Known countries over what the model found, but for names that hold them. Both lists are in text order. */
function overlay(rough: readonly RoughName[], known: readonly RoughName[]): RoughName[] {
  const merged: RoughName[] = [];
  let next = 0;
  for (const name of rough) {
    while (next < known.length && known[next]!.to <= name.from) merged.push(known[next++]!);
    const country = known[next];
    if (country === undefined || country.from >= name.to) merged.push(name);
    else if (holds(name, country)) {
      merged.push(name);
      while (next < known.length && known[next]!.to <= name.to) next++;
    }
  }
  merged.push(...known.slice(next));
  return merged;
}

/** Countries and capitals of several words, wherever they stand. */
function longCountries(doc: Parsed, words: NameWords): RoughName[] {
  const found: RoughName[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    const { text, sentence } = doc.tokens[token]!;
    const end = doc.sentences[sentence]!.to;
    const rest = words.long
      .get(text)
      ?.find((more) =>
        more.every((word, index) => token + 1 + index < end && doc.tokens[token + 1 + index]!.text === word),
      );
    if (rest === undefined) continue;
    found.push({ from: token, to: token + 1 + rest.length, type: 'place' });
    token += rest.length;
  }
  return found;
}

/** "World" and "Trade Organization" side by side are one organisation; "Iraqi" and "Parliament" are not. */
function joinParts(doc: Parsed, names: readonly RoughName[], words: NameWords): RoughName[] {
  const joined: RoughName[] = [];
  for (const name of names) {
    let { from } = name;
    if (name.type === 'organisation' && words.is(doc.tokens[name.to - 1]!.text, 'organisation-word')) {
      while (joined.at(-1)?.to === from && isFirstPart(doc, joined.at(-1)!, from, words))
        from = joined.pop()!.from;
    }
    joined.push(from === name.from ? name : { ...name, from });
  }
  return joined;
}

function isFirstPart(doc: Parsed, part: RoughName, next: number, words: NameWords): boolean {
  const { text, sentence } = doc.tokens[part.from]!;
  const stands = (['people', 'country', 'country-part'] as const).some((kind) => words.is(text, kind));
  return part.type !== 'person' && !stands && !/[.]/.test(text) && sentence === doc.tokens[next]!.sentence;
}

const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)$/;

function trim(doc: Parsed, name: RoughName, words: NameWords): RoughName | undefined {
  let { from, to } = name;
  const text = (token: number) => doc.tokens[token]!.text;
  while (to > from && isTail(doc, to - 1)) to--;
  while (from < to && isLead(doc, from)) from++;
  if (from >= to || !hasCapital(doc, from, to)) return undefined;
  const type = typeFrom(doc, { ...name, from, to }, words);
  if (type === 'person') {
    from += afterTitles(
      doc.tokens.slice(from, to).map((token) => token.text),
      words,
    );
    const single = text(from).replace(/s$/, '');
    if (to - from === 1 && words.is(single, 'title') && !words.is(single, 'male')) return undefined;
  }
  if (to - from === 1 && CALENDAR.test(text(from)) && type !== 'person') return undefined;
  if (to - from === 1 && doc.upos[from] === 'PRON' && !/^\p{Lu}{2,}$/u.test(text(from))) return undefined;
  return { from, to, type };
}

/** The model's type, but where a title or a noun beside the name settles it. */
function typeFrom(doc: Parsed, { from, to, type }: RoughName, words: NameWords): RoughName['type'] {
  const texts = doc.tokens.slice(from, to).map((token) => token.text);
  if (type === 'person') return texts.length === 1 && isInstitution(texts[0]!, words) ? 'organisation' : type;
  if (type === 'place' && isBody(texts, words)) return 'organisation';
  const given = texts[afterTitles(texts, words)]!;
  const isTitled = given !== texts[0] && (words.is(given, 'male') || words.is(given, 'female'));
  return isTitled || isAddressed(doc, from, to, words) ? 'person' : type;
}

/** "Collins College", "Medical Journal of Australia": what the name is headed by is no place. */
function isBody(texts: readonly string[], words: NameWords): boolean {
  const of = texts.indexOf('of');
  const head = texts[of > 0 ? of - 1 : texts.length - 1]!;
  return texts.length > 1 && words.is(head, 'organisation-word') && !words.is(head, 'place-word');
}

function isInstitution(text: string, words: NameWords): boolean {
  return words.is(text, 'organisation-word') && !words.is(text, 'male') && !words.is(text, 'title');
}

/** Whether a noun that names a person stands right before: "ministry spokesman Gao Feng". */
function isAddressed(doc: Parsed, from: number, to: number, words: NameWords): boolean {
  if (from === 0 || from >= to || doc.tokens[from - 1]!.sentence !== doc.tokens[from]!.sentence) return false;
  if (doc.upos[from - 1] !== 'NOUN' || doc.xpos[from - 1] === 'NNS') return false;
  if (nounClass(doc.lemmas[from - 1]!) !== 'person') return false;
  const first = doc.tokens[from]!.text;
  const last = doc.tokens[to - 1]!.text;
  return (
    !['country', 'people', 'country-part'].some((kind) => words.is(first, kind as 'country')) &&
    !words.is(last, 'organisation-word')
  );
}

function hasCapital(doc: Parsed, from: number, to: number): boolean {
  return doc.tokens.slice(from, to).some(({ text }) => text !== text.toLowerCase());
}

function isTail(doc: Parsed, token: number): boolean {
  const { text } = doc.tokens[token]!;
  const upos = doc.upos[token];
  return /^(?:['’]s?|[,;:(-])$/.test(text) || upos === 'ADP' || upos === 'DET' || upos === 'CCONJ';
}

function isLead(doc: Parsed, token: number): boolean {
  const { text } = doc.tokens[token]!;
  return doc.upos[token] === 'DET'
    ? /^(?:the|a|an|this|that)$/i.test(text)
    : /^(?:of|['’,;:)-]|['’]s)$/.test(text);
}

/** What the model passed over between two names: persons behind a noun, countries, capitals and peoples of one word. */
function fillGap(doc: Parsed, from: number, to: number, words: NameWords, names: RoughName[]): void {
  for (let token = from; token < to; token++) {
    const { text } = doc.tokens[token]!;
    const end = endOfCarried(doc, token, to);
    if (end > token) {
      names.push({ from: token, to: end, type: 'person' });
      token = end - 1;
      continue;
    }
    if (words.kindsOf(text) === 0 || doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX') continue;
    if (words.is(text, 'country')) names.push({ from: token, to: token + 1, type: 'place' });
    else if (words.is(text, 'people') && !isLanguage(doc, token)) {
      names.push({ from: token, to: token + 1, type: 'other' });
    }
  }
}

/**
 * Where a person's name ends that begins here and hangs on the common noun before it: "journalist Jamal Khashoggi". The
 * treebanks that the model learned from hold the whole for a description, so it passes over most of them.
 *
 * **Shape** the token behind the name; the token itself where none begins here.
 */
function endOfCarried(doc: Parsed, token: number, limit: number): number {
  const noun = token - 1;
  if (noun < 0 || doc.tree.relations[token] !== 'flat' || doc.tree.heads[token] !== noun) return token;
  if (doc.upos[noun] !== 'NOUN' || doc.xpos[noun] === 'NNS' || !maybeHuman(doc.lemmas[noun]!.toLowerCase()))
    return token;
  let end = token;
  while (end < limit && isNameWord(doc, end) && hangsOn(doc, end, noun)) end++;
  while (end > token && !/^\p{Lu}/u.test(doc.tokens[end - 1]!.text)) end--;
  return end - token > 1 ? end : token;
}

function isNameWord(doc: Parsed, token: number): boolean {
  return doc.upos[token] === 'PROPN' || PARTICLE.test(doc.tokens[token]!.text);
}

const PARTICLE = /^(?:-|['’]|al|el|bin|ibn|de|da|di|dos?|van|von|der|den|la|le)$/;

/** Whether a noun is above a token, at most a few arcs away, with nothing but names between. */
function hangsOn(doc: Parsed, token: number, noun: number): boolean {
  let at = token;
  for (let steps = 0; steps < 3 && at !== noun; steps++) at = doc.tree.heads[at]!;
  return at === noun;
}
