import type { Parsed } from '../../document/document.js';
import { baseRelation, childrenBy, hasCase } from '../../document/tree.js';
import type { Registry } from '../../registry/registry.js';
import { type ActorMention, actorsOf, type Cast } from '../cast.js';

/** A country that a phrase names as one who votes, and the token that names it. */
export interface Voter {
  readonly country: string;
  readonly token: number;
}

/** Things that a vote is won by, not those who cast it: "adopted by ten votes". */
const MEANS = new Set(['vote', 'margin', 'majority', 'consensus', 'acclamation', 'show', 'ballot', 'count']);

/** Who does what a verb says: its subjects, or by whom it was done, each of a list by itself. */
export function doersOf(doc: Parsed, verb: number): number[] {
  if (doc.xpos[verb] === 'VBN') {
    const agents = childrenBy(doc, verb, 'obl').filter(
      (child) => hasCase(doc, child, 'by') && !MEANS.has(doc.lemmas[child]!),
    );
    if (agents.length > 0) return agents.flatMap((agent) => conjoined(doc, agent));
    if (childrenBy(doc, verb, 'nsubj:pass').length > 0) return [];
  }
  for (let token = verb, steps = 0; token >= 0 && steps < 4; steps++) {
    const subjects = childrenBy(doc, token, 'nsubj').filter(
      (child) => doc.tree.relations[child] !== 'nsubj:pass',
    );
    if (subjects.length > 0) return subjects.flatMap((subject) => conjoined(doc, subject));
    const relation = baseRelation(doc, token);
    const head = doc.tree.heads[token]!;
    if (relation === 'acl' && doc.xpos[token] !== 'VBN') return conjoined(doc, head);
    if (!['conj', 'xcomp', 'advcl', 'aux', 'cop'].includes(relation)) return [];
    token = head;
  }
  return [];
}

/** A noun and those that "and" or a comma joins to it. */
export function conjoined(doc: Parsed, token: number): number[] {
  return [token, ...childrenBy(doc, token, 'conj').flatMap((child) => conjoined(doc, child))];
}

/** The countries that a noun stands for as a voter: itself, its delegates, or whoever it is of. */
export function votersAt(doc: Parsed, cast: Cast, registry: Registry, token: number): Voter[] {
  const mention = cast.at(token) ?? actorsOf(doc, cast, token);
  return mention === undefined ? [] : countriesOf(mention, registry).map((country) => ({ country, token }));
}

/** The states that a mention names as voters. Who is only guessed from the context, or by a pronoun, is left out. */
export function countriesOf(mention: ActorMention, registry: Registry): string[] {
  if (mention.kind === 'generic' || mention.kind === 'pronoun') return [];
  const sure = mention.actors.filter(({ resolvedBy }) => !/context|pronoun/.test(resolvedBy));
  const countries = new Set(sure.map(({ country }) => country));
  return [...countries].filter((country) => country !== null && registry.countries.has(country)) as string[];
}
