import type { Parsed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';

/** When a clause says that it happens, seen from the day of writing. */
export type Tense = 'past' | 'pluperfect' | 'present' | 'future' | 'unknown';

/** The predicate of the clause that a token stands in, itself if it is one; -1 where there is no tree. */
export function predicateOf(doc: Parsed, token: number): number {
  let at = token;
  for (let steps = 0; steps < 200; steps++) {
    if (isPredicate(doc, at)) return at;
    const head = doc.tree.heads[at] ?? -1;
    if (head < 0) return doc.upos[at] === undefined ? -1 : at;
    at = head;
  }
  return at;
}

/** Whether a token heads a clause: a verb that is not used as an adjective, or a word with a copula. */
export function isPredicate(doc: Parsed, token: number): boolean {
  const upos = doc.upos[token];
  const relation = baseRelation(doc, token);
  if (upos === 'VERB') return relation !== 'amod' && relation !== 'compound' && relation !== 'case';
  if (CLAUSES.has(relation)) return true;
  return (doc.tree.children[token] ?? []).some((child) => doc.tree.relations[child] === 'cop');
}

const CLAUSES = new Set(['ccomp', 'advcl', 'acl', 'csubj', 'xcomp']);
const FUTURE = new Set([
  'will',
  "'ll",
  '’ll',
  'wo',
  'shall',
  'would',
  "'d",
  'may',
  'might',
  'can',
  'could',
  'should',
  'must',
]);
/** Verbs whose infinitive tells no plan: what was begun or refused happened, or did not, then and there. */
const NO_PLAN = new Set(
  'begin start continue manage try attempt fail seem appear use help cease happen refuse decline come go get dare need'.split(
    ' ',
  ),
);

/** The tense of a predicate, with its auxiliaries; participles and infinitives lean on the clause above them. */
export function tenseOf(doc: Parsed, predicate: number): Tense {
  let at = predicate;
  for (let steps = 0; steps < 20 && at >= 0; steps++) {
    const own = ownTense(doc, at);
    if (own !== undefined) return own;
    at = doc.tree.heads[at] ?? -1;
    if (at >= 0) at = predicateOf(doc, at);
  }
  return 'unknown';
}

function ownTense(doc: Parsed, at: number): Tense | undefined {
  let modal = false;
  let have: string | undefined;
  let be: string | undefined;
  let infinitive = false;
  for (const child of doc.tree.children[at] ?? []) {
    const relation = baseRelation(doc, child);
    const word = doc.tokens[child]!.text.toLowerCase();
    if (relation === 'aux' || relation === 'cop') {
      if (doc.xpos[child] === 'MD' || FUTURE.has(word)) modal = word !== "'d" && word !== '’d' ? true : modal;
      else if (doc.lemmas[child] === 'have') have = doc.xpos[child];
      else be = be === undefined || relation === 'aux' ? doc.xpos[child] : be;
    } else if (relation === 'mark' && word === 'to') infinitive = true;
  }
  if (modal) return have === undefined ? 'future' : 'past';
  if (infinitive) {
    if (have !== undefined) return 'past';
    const head = doc.tree.heads[at] ?? -1;
    if (head >= 0 && NO_PLAN.has(doc.lemmas[head] ?? '')) return undefined;
    return 'future';
  }
  if (have === 'VBD') return 'pluperfect';
  if (have !== undefined) return 'past';
  if (be === 'VBD') return doc.xpos[at] === 'VBG' && doc.lemmas[at] === 'go' ? 'future' : 'past';
  switch (doc.xpos[at]) {
    case 'VBD':
      return 'past';
    case 'VBG':
      return be === undefined ? undefined : 'future';
    case 'VBN':
      return be === undefined ? (baseRelation(doc, at) === 'root' ? 'past' : undefined) : 'present';
    case 'VBZ':
    case 'VBP':
      return 'present';
    default:
      return be === undefined ? undefined : 'present';
  }
}
