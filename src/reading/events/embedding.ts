import type { Document } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import type { Codebook, Words } from '../../registry/codebook/codebook.js';
import { argumentsOf, writerOf } from './arguments.js';
import { prepositionOf } from './noun-phrases.js';
import type { Proposal } from './proposal.js';

/** What the clauses and phrases around an event make of it. */
export interface Embedding {
  /** The event is part of another one, or of a text that only asks for it: it is not told by itself. */
  readonly isPart: boolean;
  readonly isFuture: boolean;
  readonly isHypothetical: boolean;
  readonly isNegated: boolean;
  readonly isAlleged: boolean;
  readonly isDenied: boolean;
  /** Heads of those who are said to have done it ("the attack that the West blames on X"). */
  readonly accused: readonly number[];
  /** The words that say so. */
  readonly signs: readonly Sign[];
}

/** What an event's surroundings may make of it. */
export type Status = 'part' | 'future' | 'hypothetical' | 'negated' | 'alleged' | 'denied';

/** A word that makes something of an event: of a class in `operators.csv`, or of grammar ("modal", "condition"). */
export interface Sign {
  readonly token: number;
  readonly status: Status;
  readonly by: string;
}

interface Found {
  accused: readonly number[];
  readonly signs: Sign[];
}

function sign(found: Found, status: Status, token: number, by: string): void {
  found.signs.push({ token, status, by });
}

const FARTHEST = 12;
const MODALS = new Set(['would', "'d", 'could', 'may', 'might', 'should', 'must', 'can', 'ought']);
const FUTURES = new Set(['will', "'ll", 'wo', 'shall']);

/**
 * Follows an event up its tree: what modals, conditions, plans, attempts, denials and accusations make of it.
 *
 * **Shape** `proposals` are those of the document, by head: an event in a clause that another one's frame takes in
 * ("threatened to attack") is part of that one.
 */
export function embeddingOf(
  doc: Document,
  event: Proposal,
  proposals: ReadonlyMap<number, Proposal>,
  codebook: Codebook,
): Embedding {
  const found: Found = { accused: [], signs: [] };
  const is = (name: string, token: number) => isIn(codebook.classes.get(name), doc.lemmas[token]!);
  if (event.isNominal) lookAround(doc, event.head, is, found);
  else {
    const none = event.cue.find((word) => hasNo(doc, word));
    if (none !== undefined) sign(found, 'negated', none, 'no');
  }
  let at = event.head;
  let inOwnClause = true;
  for (let steps = 0; at >= 0 && steps < FARTHEST; steps++) {
    const isVerb = doc.upos[at] === 'VERB' || doc.upos[at] === 'AUX';
    if (isVerb || at === event.head) lookAtClause(doc, at, event, inOwnClause, found);
    const above = doc.tree.heads[at]!;
    if (above < 0) break;
    const relation = doc.tree.relations[at]!;
    const base = baseRelation(doc, at);
    if (base === 'parataxis' || relation === 'acl:relcl') {
      lookAtNoun(above, is, found);
      if (is('request', above) && isContentClause(doc, at)) sign(found, 'part', above, 'request');
      break;
    }
    if (base === 'conj') {
      at = above;
      continue;
    }
    if (base === 'acl') {
      if (!isWritten(doc, at, above)) lookAtNoun(above, is, found);
      if (hasTo(doc, at)) {
        if (!isRanked(doc, above)) sign(found, 'hypothetical', above, 'infinitive');
        if (is('request', above)) sign(found, 'part', above, 'request');
      }
    } else if (base === 'xcomp' || base === 'ccomp' || base === 'advcl' || base === 'csubj') {
      lookAtGovernor(doc, at, above, base, is, proposals, found);
    } else if (event.isNominal && inOwnClause) {
      lookAtGovernorOfNoun(doc, at, above, is, found);
    } else break;
    if (doc.upos[above] === 'VERB') inOwnClause = inOwnClause && base !== 'ccomp' && base !== 'advcl';
    at = above;
  }
  const has = (status: Status) => found.signs.some((one) => one.status === status);
  return {
    isPart: has('part'),
    isFuture: has('future'),
    isHypothetical: has('hypothetical'),
    isNegated: has('negated'),
    isAlleged: has('alleged'),
    isDenied: has('denied'),
    ...found,
  };
}

type Is = (name: string, token: number) => boolean;

/** Modals, negations and conditions in the event's own clause, or in one that it leans on. */
function lookAtClause(doc: Document, verb: number, event: Proposal, isOwn: boolean, found: Found): void {
  for (const child of doc.tree.children[verb] ?? []) {
    const word = doc.tokens[child]!.text.toLowerCase();
    const relation = baseRelation(doc, child);
    if (relation === 'aux' && isOwn) {
      if (FUTURES.has(word) || (word === 'to' && verb === event.head))
        sign(found, 'future', child, 'auxiliary');
      else if (isBackshifted(doc, verb, word)) sign(found, 'future', child, 'auxiliary');
      else if (MODALS.has(word)) sign(found, 'hypothetical', child, 'modal');
    }
    if (relation === 'mark' && /^(if|unless|whether|lest)$/.test(word))
      sign(found, 'hypothetical', child, 'condition');
    if (relation === 'mark' && word === 'without') sign(found, 'negated', child, 'without');
    if (relation === 'advmod' && isOwn) {
      const isEnded = word === 'longer' && doc.tokens[child - 1]!.text.toLowerCase() === 'no';
      if ((/^(not|n't|n’t|never|hardly)$/.test(word) && child < verb) || isEnded)
        sign(found, 'negated', child, 'not');
      if (/^(allegedly|reportedly|purportedly|supposedly)$/.test(word))
        sign(found, 'alleged', child, 'doubtful');
    }
  }
  if (verb === event.head && !event.isNominal && isHeadlinePlan(doc, verb))
    sign(found, 'future', verb, 'headline');
}

/** "Chile said it would pay": what was to come when it was said, unless a condition stands by it. */
function isBackshifted(doc: Document, verb: number, modal: string): boolean {
  if (modal !== 'would' && modal !== "'d") return false;
  let at = verb;
  for (let steps = 0; steps < 3 && doc.tree.relations[at] === 'conj'; steps++) at = doc.tree.heads[at]!;
  const above = doc.tree.heads[at] ?? -1;
  if (above < 0 || baseRelation(doc, at) !== 'ccomp') return false;
  if (!ANNOUNCING.has(doc.lemmas[above]!) || !/^VB[DN]$/.test(doc.xpos[above] ?? '')) return false;
  return ![at, verb].some((one) =>
    childrenBy(doc, one, 'advcl').some((clause) =>
      childrenBy(doc, clause, 'mark').some((mark) => /^(?:if|unless)$/i.test(doc.tokens[mark]!.text)),
    ),
  );
}

/** Verbs after which "would" tells what is meant to come. */
const ANNOUNCING = new Set(
  'add affirm announce assure confirm declare decide disclose indicate inform insist pledge promise repeat report reveal say signal state swear tell vow'.split(
    ' ',
  ),
);

/** "US to withdraw troops": an infinitive that heads a headline is a plan. */
function isHeadlinePlan(doc: Document, verb: number): boolean {
  const sentence = doc.sentences[doc.tokens[verb]!.sentence];
  return sentence?.kind === 'headline' && hasTo(doc, verb) && doc.tree.heads[verb]! < 0;
}

/** "Sent no aid", "reached no agreement". */
function hasNo(doc: Document, noun: number): boolean {
  return (doc.tree.children[noun] ?? []).some(
    (child) => doc.tree.relations[child] === 'det' && doc.tokens[child]!.text.toLowerCase() === 'no',
  );
}

/** Determiners, adjectives and prepositions of a noun that tells an event. */
function lookAround(doc: Document, noun: number, is: Is, found: Found): void {
  for (const child of doc.tree.children[noun] ?? []) {
    const relation = baseRelation(doc, child);
    const word = doc.tokens[child]!.text.toLowerCase();
    if (relation === 'det' && word === 'no') sign(found, 'negated', child, 'no');
    if (relation === 'case' && word === 'without') sign(found, 'negated', child, 'without');
    if ((relation === 'amod' || relation === 'compound') && is('doubtful', child))
      sign(found, 'alleged', child, 'doubtful');
    if ((relation === 'amod' || relation === 'compound') && is('coming', child))
      sign(found, 'hypothetical', child, 'coming');
    if (relation === 'acl') lookForBlame(doc, child, noun, is, found);
  }
}

/** "an attack that the West blames on X", "an attack blamed on X": X did it, it is said. */
function lookForBlame(doc: Document, verb: number, noun: number, is: Is, found: Found): void {
  if (is('blame', verb)) blameOn(doc, verb, noun, found);
}

/** "Blamed the attack on X": X did it, it is said. */
function blameOn(doc: Document, verb: number, noun: number, found: Found): void {
  const args = argumentsOf(doc, verb);
  if (!args.object.includes(noun)) return;
  const accused = args.obliques.filter((one) => /^(on|upon|to)$/.test(one.preposition));
  if (accused.length === 0) return;
  sign(found, 'alleged', verb, 'blame');
  found.accused = accused.map((one) => one.head);
}

/** A noun that a clause hangs on: a draft's demand is nobody's act; a plan or threat has not happened. */
function lookAtNoun(noun: number, is: Is, found: Found): void {
  if (is('draft', noun)) sign(found, 'part', noun, 'draft');
  if (is('plan', noun)) sign(found, 'hypothetical', noun, 'plan');
  if (is('accusation', noun)) sign(found, 'alleged', noun, 'accusation');
}

/** "The third state to recognise Kosovo" has done so. */
function isRanked(doc: Document, noun: number): boolean {
  return (doc.tree.children[noun] ?? []).some(
    (child) =>
      child < noun && /^(?:first|last|latest|only|second|third|\w+th)$/i.test(doc.tokens[child]!.text),
  );
}

/** "A statement condemning Chile": what somebody has written or passed is no draft. */
function isWritten(doc: Document, verb: number, noun: number): boolean {
  return doc.xpos[verb] === 'VBG' && writerOf(doc, noun) !== undefined;
}

/** "Its demands that Chad release the prisoners": a clause with all its parts says what is demanded. */
function isContentClause(doc: Document, verb: number): boolean {
  const { subject, object } = argumentsOf(doc, verb);
  const isWord = (token: number) => !/^(?:that|which|who)$/i.test(doc.tokens[token]!.text);
  return subject.some(isWord) && object.some(isWord);
}

/** The verb above the event's clause. */
function lookAtGovernor(
  doc: Document,
  clause: number,
  above: number,
  base: string,
  is: Is,
  proposals: ReadonlyMap<number, Proposal>,
  found: Found,
): void {
  if (proposals.get(above)?.takes.includes(clause)) sign(found, 'part', above, 'frame');
  if (isYetTo(doc, clause, above)) sign(found, 'negated', above, 'yet to');
  if (is('intend', above)) sign(found, 'future', above, 'intend');
  if (is('attempt', above)) sign(found, 'hypothetical', above, 'attempt');
  if (is('fail', above)) sign(found, 'negated', above, 'fail');
  if (is('prevent', above) && base !== 'ccomp') sign(found, 'negated', above, 'prevent');
  if (is('deny', above)) sign(found, 'denied', above, 'deny');
  if (is('blame', above)) {
    sign(found, 'alleged', above, 'blame');
    found.accused = accusedBy(doc, above);
  }
  if (base === 'advcl' && hasTo(doc, clause)) sign(found, 'hypothetical', clause, 'purpose');
  if (base === 'xcomp' && doc.upos[above] === 'ADJ') sign(found, 'hypothetical', above, 'adjective');
}

/** "Has yet to name an envoy". */
function isYetTo(doc: Document, clause: number, above: number): boolean {
  if (!/^(?:have|be)$/.test(doc.lemmas[above]!) || !hasTo(doc, clause)) return false;
  return doc.tokens.slice(above + 1, clause).some(({ text }) => text.toLowerCase() === 'yet');
}

/** The verb or noun above a noun that tells an event: "fear an attack", "accused of the attack". */
function lookAtGovernorOfNoun(doc: Document, noun: number, above: number, is: Is, found: Found): void {
  if (is('ending', above)) sign(found, 'part', above, 'ending');
  const unreal = ['intend', 'plan', 'attempt', 'fear', 'prevent', 'request'].find((name) => is(name, above));
  if (unreal !== undefined) sign(found, 'hypothetical', above, unreal);
  if (is('deny', above)) sign(found, 'denied', above, 'deny');
  if (!is('blame', above) || doc.upos[above] !== 'VERB') return;
  const preposition = prepositionOf(doc, noun);
  if (preposition === 'for' || preposition === 'of' || preposition === 'over') {
    sign(found, 'alleged', above, 'blame');
    found.accused = accusedBy(doc, above);
  } else if (preposition === '') blameOn(doc, above, noun, found);
}

/** Whom a verb of accusing accuses: its object, or what its blame is put on. */
function accusedBy(doc: Document, verb: number): readonly number[] {
  return argumentsOf(doc, verb).object;
}

function hasTo(doc: Document, verb: number): boolean {
  return (doc.tree.children[verb] ?? []).some(
    (child) => child < verb && doc.tokens[child]!.text.toLowerCase() === 'to' && doc.xpos[child] === 'TO',
  );
}

function isIn(words: Words | undefined, lemma: string): boolean {
  return words?.has(lemma.toLowerCase()) ?? false;
}
