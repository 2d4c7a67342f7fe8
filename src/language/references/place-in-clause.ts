import type { Timed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { SAYING } from '../speech-verbs.js';
import type { MentionSpan } from './find-mentions.js';
import type { Mention } from './mention.js';

const ROLES = [
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'root',
  'compound',
  'appos',
  'dep',
  'parataxis',
  'vocative',
];
const OBJECTS = new Set(['obj', 'iobj', 'obl']);
/** A chain of conjuncts or modifiers longer than this is not climbed. */
const CLIMB = 8;

/** The place of a phrase in its clause, hashed into small numbers, and the predicate of that clause. */
export function clauseOf(
  doc: Timed,
  head: number,
): Pick<Mention, 'role' | 'isSubject' | 'isObject' | 'isMain' | 'clause'> {
  let at = head;
  for (let steps = 0; steps < CLIMB && baseRelation(doc, at) === 'conj' && doc.tree.heads[at]! >= 0; steps++)
    at = doc.tree.heads[at]!;
  const full = doc.tree.relations[at]!;
  const base = baseRelation(doc, at);
  const isConjunct = at !== head ? 1 : 0;
  const known = full === 'nsubj:pass' ? 12 : full === 'nmod:poss' ? 13 : 1 + ROLES.indexOf(base);
  let clause = doc.tree.heads[at]!;
  for (let steps = 0; steps < CLIMB && clause >= 0 && !CLAUSAL.has(baseRelation(doc, clause)); steps++)
    clause = doc.tree.heads[clause]!;
  const over = clause < 0 ? 'root' : baseRelation(doc, clause);
  const level = over === 'root' || over === 'parataxis' ? 0 : over === 'conj' ? 1 : 2;
  return {
    role: (known * 2 + isConjunct) * 3 + level,
    isSubject: base === 'nsubj',
    isObject: OBJECTS.has(base),
    isMain: level < 2,
    clause,
  };
}

/** The subject of the verb that a pronoun is another part of, whom it cannot mean; -1 for none. */
export function rivalOf(doc: Timed, pronoun: number, isReflexive: boolean): number {
  if (isReflexive || doc.tree.relations[pronoun] === 'nmod:poss') return -1;
  const verb = doc.tree.heads[pronoun]!;
  const own = subjectOf(doc, verb);
  return own >= 0 || verb < 0 ? own : controllerOf(doc, verb);
}

/** "Troops raided the village, accusing them …", "asked him to pay them": who does what a clause without a subject tells. */
function controllerOf(doc: Timed, verb: number, left = CLIMB): number {
  let at = verb;
  for (let steps = 0; steps < CLIMB && doc.tree.relations[at] === 'conj'; steps++) at = doc.tree.heads[at]!;
  const above = doc.tree.heads[at]!;
  const relation = doc.tree.relations[at]!;
  if (above < 0 || doc.upos[above] !== 'VERB') return -1;
  const objects = (doc.tree.children[above] ?? []).filter((child) => baseRelation(doc, child) === 'obj');
  if (relation === 'xcomp' && objects.length > 0) return objects[0]!;
  const isBare = doc.xpos[verb] === 'VBG' || doc.xpos[verb] === 'VB';
  if (relation !== 'xcomp' && !(relation === 'advcl' && isBare)) return -1;
  const subject = subjectOf(doc, above);
  return subject >= 0 || left === 0 ? subject : controllerOf(doc, above, left - 1);
}

/** The subject of a verb, or of the first of the verbs that it is conjoined to; -1 for none. */
function subjectOf(doc: Timed, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < CLIMB && at >= 0; steps++) {
    const subject = (doc.tree.children[at] ?? []).find((child) => baseRelation(doc, child) === 'nsubj');
    if (subject !== undefined) return subject;
    if (doc.tree.relations[at] !== 'conj') return -1;
    at = doc.tree.heads[at]!;
  }
  return -1;
}

/** "The army said it …": who says so, where the pronoun is the subject of what is said; -1 for none. */
export function tellerOf(doc: Timed, pronoun: number): number {
  let at = doc.tree.heads[pronoun]!;
  for (let steps = 0; steps < CLIMB && at >= 0 && doc.tree.relations[at] === 'conj'; steps++)
    at = doc.tree.heads[at]!;
  if (at < 0 || doc.tree.relations[at] !== 'ccomp') return -1;
  const verb = doc.tree.heads[at]!;
  if (verb < 0 || !SAYING.has(doc.lemmas[verb]!)) return -1;
  const subject = subjectOf(doc, verb);
  return subject < pronoun ? subject : -1;
}

/**
 * "While he left, Smith said …": the name that is the subject of the clause that the pronoun's clause stands before; -1
 * where there is none, or where that clause has another "him" that may be the one.
 */
export function aheadOf(doc: Timed, pronoun: number): number {
  let at = doc.tree.heads[pronoun]!;
  for (let steps = 0; steps < CLIMB && at >= 0 && doc.tree.relations[at] === 'conj'; steps++)
    at = doc.tree.heads[at]!;
  if (at < 0 || doc.tree.relations[at] !== 'advcl') return -1;
  const main = doc.tree.heads[at]!;
  if (main < at) return -1;
  const subject = subjectOf(doc, main);
  if (subject < at || doc.upos[subject] !== 'PROPN') return -1;
  const isOther = (child: number) => child > main && doc.upos[child] === 'PRON';
  return (doc.tree.children[main] ?? []).some(isOther) ? -1 : subject;
}

const CLAUSAL = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'conj', 'parataxis', 'csubj']);

/** "the founder, Jack Herrick" and "X is the founder": what the phrase is said to be the same as. */
export function equalOf(doc: Timed, { head, kind }: MentionSpan): { equals: number; isPredicate: boolean } {
  if (kind === 'pronoun' || kind === 'group') return NO_EQUAL;
  if (doc.tree.relations[head] === 'appos') return { equals: doc.tree.heads[head]!, isPredicate: false };
  let subject = -1;
  let isPredicate = false;
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (relation === 'nsubj') subject = child;
    if (relation === 'cop') isPredicate = true;
  }
  return isPredicate && subject >= 0 ? { equals: subject, isPredicate } : NO_EQUAL;
}

const NO_EQUAL = { equals: -1, isPredicate: false };
