import type { Tagged } from '../../document/document.js';
import { SAYING } from '../speech-verbs.js';

/** Heads and relations of a document, open to change. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly relations: string[];
}

/**
 * Mends, in place, what no grammar of English allows and a parser that looks at few words at a time still does: an
 * empty "it" that says something, a modifier that reaches over a preposition, a weekday taken for a given name, a
 * passive with an object, a sentence without a verb that has one, a reader addressed in the middle of the news, and a speaker at the end of a sentence who is
 * taken for part of what was said.
 */
export function mendTree(doc: Tagged, arcs: Arcs): void {
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      mendSubject(doc, arcs, token);
      mendModifier(doc, arcs, token, from);
      mendWeekday(doc, arcs, token, to);
      mendPassive(doc, arcs, token, to);
      mendFragment(doc, arcs, token, from, to);
      mendAddress(doc, arcs, token, from);
    }
    mendClosingSpeaker(doc, arcs, from, to);
  }
}

/** "It denies that …": whoever says something is somebody. */
function mendSubject({ lemmas, xpos }: Tagged, { heads, relations }: Arcs, token: number): void {
  if (relations[token] !== 'expl' || lemmas[token] !== 'it') return;
  const verb = heads[token]!;
  if (verb > token && SAYING.has(lemmas[verb]!) && xpos[verb] !== 'VBN') relations[token] = 'nsubj';
}

const INSIDE = new Set(['compound', 'amod', 'nummod', 'det']);

/** "Accused Moscow of shelling houses": "Moscow" is no part of "houses", for "of shelling" stands between. */
function mendModifier({ xpos, lemmas, upos }: Tagged, arcs: Arcs, token: number, from: number): void {
  const { heads, relations } = arcs;
  const noun = heads[token]!;
  const [link, participle] = [token + 1, token + 2];
  if (noun <= participle || !INSIDE.has(relations[token]!) || upos[token] !== 'PROPN') return;
  if (!/^(?:of|for|from)$/.test(lemmas[link]!) || xpos[participle] !== 'VBG' || heads[participle] !== noun)
    return;
  const verb = heads[noun]!;
  if (verb < from || verb >= token || relations[noun] !== 'obj') return;
  attach(arcs, token, verb, 'obj');
  attach(arcs, participle, verb, 'advcl');
  attach(arcs, link, participle, 'mark');
  attach(arcs, noun, participle, 'obj');
}

const WEEKDAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "On Monday Chad and Mali cut ties": the day is when, and the name after it does something. */
function mendWeekday({ tokens, upos }: Tagged, arcs: Arcs, token: number, to: number): void {
  const { heads, relations } = arcs;
  const name = heads[token]!;
  if (relations[token] !== 'compound' || name <= token || !WEEKDAYS.test(tokens[token]!.text)) return;
  const link = token - 1;
  if (upos[name] !== 'PROPN' || upos[link] !== 'ADP' || (heads[link] !== token && heads[link] !== name))
    return;
  const verb = heads[name]!;
  if (verb <= name || upos[verb] !== 'VERB' || relations[name] !== 'obl') return;
  attach(arcs, token, verb, 'obl');
  attach(arcs, link, token, 'case');
  let subject = -1;
  for (let at = name + 1; at < Math.min(verb, to); at++) {
    if (heads[at] === verb && /^nsubj/.test(relations[at]!)) subject = at;
  }
  if (subject < 0) relations[name] = 'nsubj';
  else if (upos[subject - 1] === 'CCONJ') {
    attach(arcs, name, verb, relations[subject]!);
    attach(arcs, subject, name, 'conj');
    attach(arcs, subject - 1, subject, 'cc');
  }
}

/** Verbs whose passives keep an object: "the men given weapons". */
const GIVING = new Set(
  `allot allow appoint ask assign award bring call charge consider cost deem deny dub elect feed fine forgive give grant
  guarantee hand issue leave lend loan make mail name nickname offer owe pay permit present promise quote read refuse
  render sell send serve show spare supply teach tell term throw title write`.split(/\s+/),
);

/** "The army seized three stations": what has an object is no passive, so the noun before it is its subject. */
function mendPassive({ xpos, upos, lemmas }: Tagged, arcs: Arcs, token: number, to: number): void {
  const { heads, relations } = arcs;
  const noun = heads[token]!;
  if (relations[token] !== 'acl' || !/^VB[DN]$/.test(xpos[token]!)) return;
  if (xpos[token] === 'VBN' && GIVING.has(lemmas[token]!)) return;
  if (noun < 0 || heads[noun]! >= 0 || noun >= token || !/^(?:NOUN|PROPN)$/.test(upos[noun]!)) return;
  let object = false;
  for (let at = token + 1; at < to; at++) object ||= heads[at] === token && relations[at] === 'obj';
  if (!object) return;
  for (let at = noun + 1; at < to; at++) if (heads[at] === noun && at > token) heads[at] = token;
  attach(arcs, token, -1, 'root');
  attach(arcs, noun, token, 'nsubj');
}

/** "Chile imposed sanctions.": what stands between two nouns and could be finite is, where nothing else is. */
function mendFragment({ xpos, upos }: Tagged, arcs: Arcs, token: number, from: number, to: number): void {
  const { heads, relations } = arcs;
  const noun = heads[token]!;
  if (relations[token] !== 'amod' || xpos[token] !== 'VBN' || noun <= token || heads[noun]! >= 0) return;
  const before = token - 1;
  if (before < from || !/^(?:NOUN|PROPN)$/.test(upos[before]!)) return;
  for (let at = from; at < to; at++) if (/^(?:VB[DZP]|MD)$/.test(xpos[at]!)) return;
  const subject = topOf(heads, before, from - 1);
  for (let at = from; at < to; at++) {
    if (at !== token && (heads[at] === noun || heads[at] === token) && upos[at] === 'PUNCT')
      heads[at] = token;
  }
  attach(arcs, token, -1, 'root');
  attach(arcs, noun, token, 'obj');
  attach(arcs, subject, token, 'nsubj');
}

/** "Banned the member, former mayor Ada Weiss, from office": news speaks to nobody but in quotes. */
function mendAddress(
  { tokens, upos, lemmas, quotes }: Tagged,
  arcs: Arcs,
  token: number,
  from: number,
): void {
  const { heads, relations } = arcs;
  if (relations[token] !== 'vocative') return;
  const { start } = tokens[token]!;
  if (quotes.some((quote) => quote.start <= start && start < quote.end)) return;
  let first = token;
  while (
    first - 1 > from &&
    upos[first - 1] !== 'PUNCT' &&
    heads[first - 1]! >= first &&
    heads[first - 1]! <= token
  )
    first--;
  const last = first - 2;
  if (last < from || lemmas[first - 1] !== ',' || !/^(?:NOUN|PROPN)$/.test(upos[last]!)) return;
  attach(arcs, token, last, 'appos');
}

const TAKEN_IN = new Set(['acl:relcl', 'acl', 'appos', 'conj', 'nmod']);

/** "… entered the suburbs of Kyiv, the ministry said." */
function mendClosingSpeaker({ upos, xpos, lemmas }: Tagged, arcs: Arcs, from: number, to: number): void {
  const { heads, relations } = arcs;
  let verb = to - 1;
  while (verb > from && upos[verb] === 'PUNCT') verb--;
  const noun = heads[verb]!;
  if (!SAYING.has(lemmas[verb]!) || !/^VB[DZP]$/.test(xpos[verb]!) || !TAKEN_IN.has(relations[verb]!)) return;
  let comma = verb - 1;
  while (comma > noun && lemmas[comma] !== ',') {
    if (upos[comma] === 'VERB' || upos[comma] === 'AUX' || /^W/.test(xpos[comma]!)) return;
    comma--;
  }
  if (comma <= noun || comma > verb - 2) return;
  const root = rootOf(heads, noun);
  const speaker = topOf(heads, verb - 1, comma);
  if (root >= comma || upos[root] !== 'VERB') return;
  for (let token = from; token < comma; token++) if (heads[token] === verb) heads[token] = noun;
  for (let token = from; token < comma; token++) {
    if (heads[token] === noun && /^nsubj/.test(relations[token]!) && token > noun) relations[token] = 'nmod';
  }
  attach(arcs, verb, root, 'parataxis');
  attach(arcs, speaker, verb, 'nsubj');
  attach(arcs, comma, verb, 'punct');
}

function rootOf(heads: Int32Array, token: number): number {
  let at = token;
  while (heads[at]! >= 0) at = heads[at]!;
  return at;
}

/** The token over another one that still stands behind the comma. */
function topOf(heads: Int32Array, token: number, comma: number): number {
  let at = token;
  while (heads[at]! > comma && heads[at]! <= token) at = heads[at]!;
  return at;
}

function attach({ heads, relations }: Arcs, token: number, head: number, relation: string): void {
  heads[token] = head;
  relations[token] = relation;
}
