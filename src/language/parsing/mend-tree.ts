import type { Tagged } from '../../document/document.js';
import { SAYING } from '../speech-verbs.js';

/** Heads and relations of a document, open to change. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly relations: string[];
}

/**
 * Mends, in place, what no grammar of English allows and a parser that looks at few words at a time still does: an
 * empty "it" that says something, a modifier that reaches over a preposition, and a speaker at the end of a sentence
 * who is taken for part of what was said.
 */
export function mendTree(doc: Tagged, arcs: Arcs): void {
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      mendSubject(doc, arcs, token);
      mendModifier(doc, arcs, token, from);
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
