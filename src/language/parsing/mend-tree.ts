import type { Tagged } from '../../document/document.js';
import { SAYING } from '../speech-verbs.js';

/** Heads and relations of a document, open to change. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly relations: string[];
}

/**
 * Mends, in place, what no grammar of English allows and a parser that looks at few words at a time still does: an
 * empty "it" that says something, a past tense in the passive, a modifier that reaches over a preposition, a weekday taken for a given name, a
 * passive with an object, a sentence without a verb that has one, a reader addressed in the middle of the news, and a speaker at the end of a sentence who is
 * taken for part of what was said.
 */
export function mendTree(doc: Tagged, arcs: Arcs): void {
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      mendSubject(doc, arcs, token);
      mendVoice(doc, arcs, token);
      mendModifier(doc, arcs, token, from);
      mendInfinitive(doc, arcs, token, from);
      mendJoined(doc, arcs, token, from);
      mendTitle(doc, arcs, token, to);
      mendMeasure(doc, arcs, token, from);
      mendSaying(doc, arcs, token, from, to);
      mendRelative(doc, arcs, token);
      mendTold(doc, arcs, token, from);
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

/** "Chile bombed Peru": a verb in the past tense, and not a participle, has the subject of its own deed. */
function mendVoice({ xpos }: Tagged, { heads, relations }: Arcs, token: number): void {
  const verb = heads[token]!;
  if (relations[token] !== 'nsubj:pass' || verb < 0 || !/^VB[DPZ]$/.test(xpos[verb]!)) return;
  for (let at = token + 1; at < verb; at++) {
    if (heads[at] === verb && relations[at] === 'aux:pass') return;
  }
  relations[token] = 'nsubj';
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
  if (relations[token] !== 'amod' || !/^VB[DN]$/.test(xpos[token]!) || noun <= token || heads[noun]! >= 0)
    return;
  const before = token - 1;
  if (before < from || !/^(?:NOUN|PROPN)$/.test(upos[before]!)) return;
  for (let at = from; at < to; at++) if (at !== token && /^(?:VB[DZP]|MD)$/.test(xpos[at]!)) return;
  const subject = topOf(heads, before, from - 1);
  for (let at = from; at < to; at++) {
    if (at !== token && (heads[at] === noun || heads[at] === token) && upos[at] === 'PUNCT')
      heads[at] = token;
  }
  attach(arcs, token, -1, 'root');
  attach(arcs, noun, token, 'obj');
  attach(arcs, subject, token, 'nsubj');
}

/** "Threatened to sever ties": "to" before an infinitive is no preposition of the noun behind it. */
function mendInfinitive({ xpos, lemmas }: Tagged, arcs: Arcs, token: number, from: number): void {
  const { heads, relations } = arcs;
  const link = token - 1;
  const noun = heads[link]!;
  if (xpos[token] !== 'VB' || link < from || lemmas[link] !== 'to') return;
  if (relations[link] !== 'case' || noun <= token || !/^(?:obl|nmod)$/.test(relations[noun]!)) return;
  const verb = heads[noun]!;
  if (verb < from || verb >= link || !/^VB/.test(xpos[verb]!)) return;
  attach(arcs, link, token, 'mark');
  attach(arcs, token, verb, 'xcomp');
  attach(arcs, noun, token, 'obj');
}

/** "They sent food, and Peru delivered tents": a clause with a subject of its own, and not one more thing that was sent. */
function mendJoined({ xpos, upos }: Tagged, arcs: Arcs, token: number, from: number): void {
  const { heads, relations } = arcs;
  const noun = heads[token]!;
  const [name, link, comma] = [token - 1, token - 2, token - 3];
  if (relations[token] !== 'amod' || !/^VB[DN]$/.test(xpos[token]!) || noun <= token || comma < from) return;
  if (upos[name] !== 'PROPN' || heads[name] !== noun || upos[link] !== 'CCONJ' || upos[comma] !== 'PUNCT')
    return;
  const verb = relations[noun] === 'conj' ? heads[heads[noun]!]! : -1;
  if (verb < from || verb >= comma || !/^VB[DZP]$/.test(xpos[verb]!)) return;
  attach(arcs, token, verb, 'conj');
  attach(arcs, noun, token, 'obj');
  attach(arcs, name, token, 'nsubj');
  attach(arcs, link, token, 'cc');
  attach(arcs, comma, token, 'punct');
}

/** "The office of Minister Ada Weiss": a title and a name behind one preposition are one person. */
function mendTitle({ upos }: Tagged, arcs: Arcs, token: number, to: number): void {
  const { heads, relations } = arcs;
  const name = token + 1;
  if (name >= to || upos[token] !== 'PROPN' || upos[name] !== 'PROPN' || relations[token] !== 'nmod') return;
  if (heads[name] !== heads[token] || relations[name] !== 'nmod' || heads[token]! > token) return;
  for (let at = token - 1; at > heads[token]!; at--) {
    if (heads[at] === token && relations[at] === 'case') heads[at] = name;
  }
  attach(arcs, token, name, 'nmod:desc');
}

/** "Tariffs of 25 percent on steel": the tariffs are on steel, not the percents. */
function mendMeasure({ lemmas }: Tagged, arcs: Arcs, token: number, from: number): void {
  const { heads, relations } = arcs;
  const measure = heads[token]!;
  if (relations[token] !== 'nmod' || measure < from || measure > token) return;
  if (lemmas[measure] !== 'percent' || relations[measure] !== 'nmod') return;
  const isOf = (at: number) => heads[at] === measure && relations[at] === 'case' && lemmas[at] === 'of';
  for (let at = heads[measure]! + 1; at < measure; at++) if (isOf(at)) heads[token] = heads[measure]!;
}

const INNER = new Set(['advcl:relcl', 'acl:relcl', 'ccomp', 'advcl', 'acl']);

/** "She did not tell how he would leave, saying: …": it is the speaker of the sentence who says something. */
function mendSaying(
  { xpos, lemmas, upos }: Tagged,
  arcs: Arcs,
  token: number,
  from: number,
  to: number,
): void {
  const { heads, relations } = arcs;
  const inner = heads[token]!;
  const comma = token - 1;
  const next = token + 1;
  if (xpos[token] !== 'VBG' || lemmas[token] !== 'say' || relations[token] !== 'advcl') return;
  if (comma <= inner || inner < from || lemmas[comma] !== ',' || next >= to || upos[next] !== 'PUNCT') return;
  const root = rootOf(heads, inner);
  if (!INNER.has(relations[inner]!) || upos[root] !== 'VERB' || root >= inner) return;
  heads[token] = root;
}

/** "An attack that the West blames on rebels": the verb of a relative clause is told by somebody, not part of a name. */
function mendRelative({ xpos, upos }: Tagged, arcs: Arcs, token: number): void {
  const { heads, relations } = arcs;
  const noun = token - 1;
  if (relations[token] !== 'acl:relcl' || xpos[token] !== 'NNS' || heads[noun] !== token) return;
  if (relations[noun] !== 'compound' || !/^(?:NOUN|PROPN)$/.test(upos[noun]!)) return;
  let hasObject = false;
  for (let at = heads[token]! + 1; at < noun; at++)
    hasObject ||= heads[at] === token && relations[at] === 'obj';
  if (!hasObject) return;
  for (let at = heads[token]! + 1; at < noun; at++) {
    if (heads[at] === token && INSIDE.has(relations[at]!)) heads[at] = noun;
  }
  attach(arcs, noun, token, 'nsubj');
}

/** Verbs of telling somebody that something is so. */
const TELLING = new Set('advise assure convince inform notify persuade remind tell warn'.split(' '));

/** "Told the council that the army was ready": nothing in the clause is left for "that" to be, so it is what was told. */
function mendTold({ lemmas }: Tagged, arcs: Arcs, token: number, from: number): void {
  const { heads, relations } = arcs;
  const clause = heads[token]!;
  if (lemmas[token] !== 'that' || clause < token || relations[clause] !== 'acl:relcl') return;
  const hearer = heads[clause]!;
  const verb = hearer < from ? -1 : heads[hearer]!;
  if (verb < from || hearer > token || !/^i?obj$/.test(relations[hearer]!)) return;
  if (!TELLING.has(lemmas[verb]!)) return;
  let hasSubject = false;
  let hasCopula = false;
  for (let at = token + 1; at < clause; at++) {
    if (heads[at] !== clause) continue;
    hasSubject ||= /^nsubj/.test(relations[at]!);
    hasCopula ||= /^(?:cop|aux:pass)$/.test(relations[at]!);
  }
  if (!hasSubject || !hasCopula) return;
  attach(arcs, clause, verb, 'ccomp');
  attach(arcs, token, clause, 'mark');
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
