import type { Timed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { SAYING } from '../speech-verbs.js';
import { predicateOf } from '../times/tense.js';
import type { Entity, Mention } from './mentions.js';
import type { PronounDemand } from './reference-words.js';

/** An entity that a pronoun could stand for, with the last mention of it and what speaks for it. */
export interface Owner {
  readonly mention: Mention;
  readonly score: number;
}

/** A document with, for each token, the outermost quote that holds it, -1 for none. */
export interface Quoted {
  readonly doc: Timed;
  readonly quoteOf: Int32Array;
}

/**
 * The owners that a pronoun could have, best first, one for each entity.
 *
 * What speaks for one: nearness, being a subject, better of a main clause, better of a verb of saying before
 * another; the same paragraph; a known gender. What speaks against: a paragraph between, standing inside a quote
 * that the pronoun stands outside of.
 */
export function rankOwners(
  text: Quoted,
  pronoun: number,
  demand: PronounDemand,
  recent: readonly Mention[],
): Owner[] {
  const best = new Map<Entity, Owner>();
  for (const mention of recent) {
    if (mention.head >= pronoun || !fits(mention, demand) || isBarred(text, pronoun, demand, mention))
      continue;
    const score = scoreOf(text, pronoun, demand, mention);
    const known = best.get(mention.entity);
    if (known === undefined || score >= known.score) best.set(mention.entity, { mention, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.mention.head - a.mention.head);
}

function fits({ entity, isPlural }: Mention, { who }: PronounDemand): boolean {
  switch (who) {
    case 'male':
    case 'female':
      return entity.kind === 'person' && !isPlural && (entity.gender === null || entity.gender === who);
    case 'thing':
      return entity.kind !== 'person' && entity.kind !== 'people' && !isPlural;
    case 'plural':
      return isPlural || entity.kind === 'people' || entity.kind === 'group';
    default:
      return false;
  }
}

/** Two parts of one verb are not the same; a quote does not speak of its speaker in the third person. */
function isBarred(
  { doc, quoteOf }: Quoted,
  pronoun: number,
  demand: PronounDemand,
  mention: Mention,
): boolean {
  if (mention.sentence !== doc.tokens[pronoun]!.sentence) return false;
  const over = doc.tree.heads[pronoun]!;
  const isPossessive = doc.tree.relations[pronoun] === 'nmod:poss';
  if (isPossessive) return over === mention.head;
  if (!demand.reflexive && over >= 0 && sharesVerb(doc, over, mention.role)) return true;
  if (quoteOf[pronoun] === -1 || quoteOf[pronoun] === quoteOf[mention.head]) return false;
  return isSubject(doc, mention.role) && SAYING.has(doc.lemmas[doc.tree.heads[mention.role] ?? -1] ?? '');
}

/** Whether somebody is a part of a verb, as its subject also of the first of the verbs that it is conjoined to. */
function sharesVerb(doc: Timed, verb: number, role: number): boolean {
  const head = doc.tree.heads[role]!;
  if (head === verb) return true;
  if (!isSubject(doc, role)) return false;
  let at = verb;
  for (let steps = 0; steps < 5; steps++) {
    if (doc.tree.relations[at] !== 'conj') return false;
    if ((doc.tree.children[at] ?? []).some((child) => isSubject(doc, child))) return false;
    at = doc.tree.heads[at]!;
    if (at === head) return true;
  }
  return false;
}

function scoreOf({ doc, quoteOf }: Quoted, pronoun: number, demand: PronounDemand, mention: Mention): number {
  const here = doc.tokens[pronoun]!.sentence;
  const { entity, role, name } = mention;
  let score = -1.2 * (here - mention.sentence);
  if (doc.sentences[here]!.paragraph !== doc.sentences[mention.sentence]!.paragraph) score -= 0.5;
  const subject = isSubject(doc, role);
  if (subject) score += 1;
  if (subject && isMain(doc, role)) score += 0.6;
  if (!subject && baseRelation(doc, role) === 'obj') score += 0.3;
  if (baseRelation(doc, role) === 'nmod' || baseRelation(doc, role) === 'compound') score -= 0.4;
  if (subject && isSubject(doc, pronoun)) {
    score += 0.3;
    if (
      SAYING.has(doc.lemmas[doc.tree.heads[role]!]!) &&
      SAYING.has(doc.lemmas[doc.tree.heads[pronoun]!] ?? '')
    )
      score += 0.8;
  }
  if (entity.gender !== null && entity.gender === demand.who) score += 0.8;
  if (name !== null && entity.kind !== 'thing') score += 0.4;
  if (name === null && entity.kind === 'group') score += 0.2;
  if (entity.kind === 'thing') score -= 0.6;
  if (demand.who === 'plural' && entity.kind === 'group') score -= 0.6;
  if (quoteOf[role] !== -1 && quoteOf[pronoun] === -1) score -= 1;
  return score;
}

export function isSubject(doc: Timed, token: number): boolean {
  const relation = baseRelation(doc, token);
  if (relation === 'conj') return isSubject(doc, doc.tree.heads[token]!);
  return relation === 'nsubj' && doc.tree.heads[token]! >= 0;
}

function isMain(doc: Timed, token: number): boolean {
  const predicate = predicateOf(doc, doc.tree.heads[token]!);
  const relation = predicate < 0 ? 'root' : baseRelation(doc, predicate);
  return (
    relation === 'root' || relation === 'parataxis' || (relation === 'conj' && isRootConjunct(doc, predicate))
  );
}

function isRootConjunct(doc: Timed, predicate: number): boolean {
  const over = doc.tree.heads[predicate]!;
  return over >= 0 && baseRelation(doc, over) === 'root';
}
