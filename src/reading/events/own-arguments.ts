import type { Parsed } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import { looksPassive } from './looks-passive.js';
import { phraseHeads, prepositionOf } from './noun-phrases.js';

/** A noun phrase under a preposition. */
export interface Oblique {
  readonly preposition: string;
  readonly head: number;
}

/** A clause that depends on a verb: an infinitive ("to"), a finite clause ("that"), or a gerund ("ing"). */
export interface DependentClause {
  readonly kind: 'to' | 'that' | 'ing';
  readonly head: number;
}

/**
 * Who and what a verb joins, passive and active alike: `subject` acts, `object` is acted on.
 *
 * **Shape** heads of noun phrases, conjoined ones each by itself.
 */
export interface Arguments {
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly clauses: readonly DependentClause[];
  readonly isPassive: boolean;
}

/** What hangs on the verb itself, or on its phrases where it must be meant for the verb. */
export function ownArguments(doc: Parsed, verb: number): Arguments {
  const isPassive = looksPassive(doc, verb);
  // "Chile stood by Peru": where somebody does it already, whoever stands behind "by" does not.
  const hasSubject = childrenBy(doc, verb, 'nsubj').length > 0;
  const subject: number[] = [];
  const object: number[] = [];
  const indirect: number[] = [];
  const obliques: Oblique[] = [];
  const clauses: DependentClause[] = [];
  for (const child of doc.tree.children[verb] ?? []) {
    const relation = doc.tree.relations[child]!;
    // The parser now and then takes a phrase under a preposition for an object: the preposition knows better.
    const base = baseRelation(doc, child);
    const isMistaken = (base === 'obj' || base === 'iobj') && prepositionOf(doc, child) !== '';
    // And one without a preposition, behind a verb without an object, for anything but that.
    const isBare =
      relation === 'obl' && child > verb && prepositionOf(doc, child) === '' && !hasObject(doc, verb);
    switch (isMistaken ? 'obl' : isBare ? 'obj' : base) {
      case 'nsubj':
        (relation === 'nsubj:pass' || isPassive ? object : subject).push(...phraseHeads(doc, child));
        break;
      case 'obj':
        // "Granted Weiss a pardon": of two objects the first is whom it is given to, whatever the tree calls him.
        (isGivenTo(doc, verb, child) ? indirect : object).push(...phraseHeads(doc, child));
        break;
      case 'iobj':
        indirect.push(...phraseHeads(doc, child));
        break;
      case 'compound':
        // "Chile bombs Peru": a name before a finite verb is no part of it, whatever the tree says.
        if (!hasSubject && child < verb && doc.upos[child] === 'PROPN' && /^VB[DZP]$/.test(doc.xpos[verb]!))
          subject.push(...phraseHeads(doc, child));
        break;
      case 'obl':
      case 'nmod':
        addOblique(doc, child, isPassive || (relation === 'obl:agent' && !hasSubject), subject, obliques);
        break;
      case 'xcomp':
      case 'ccomp':
      case 'advcl':
        addClause(doc, child, clauses);
        break;
    }
  }
  if (object.length === 0 && !isPassive) object.push(...conjoinedObject(doc, verb), ...takenAway(doc, verb));
  if (isPassive && subject.length === 0) subject.push(...agentsWithin(doc, verb));
  for (const one of object) {
    const culprit = culpritOf(doc, one);
    if (culprit !== undefined) addOblique(doc, culprit, false, subject, obliques);
  }
  return { subject, object, indirect, obliques, clauses, isPassive };
}

/** "Were freed from captivity by the army": the doer of a passive, where the parser hung it on the phrase before. */
function agentsWithin(doc: Parsed, verb: number): number[] {
  return childrenBy(doc, verb, 'obl')
    .filter((phrase) => phrase > verb)
    .flatMap((phrase) => childrenBy(doc, phrase, 'nmod'))
    .filter((child) => prepositionOf(doc, child) === 'by')
    .flatMap((child) => phraseHeads(doc, child));
}

/** Whether an object stands right before another one of the same verb. */
function isGivenTo(doc: Parsed, verb: number, object: number): boolean {
  return childrenBy(doc, verb, 'obj').some(
    (other) => other > object && prepositionOf(doc, other) === '' && other - object < NEAR,
  );
}

/** **Units** tokens between the heads of two objects. */
const NEAR = 8;

/** "Attacked and occupied the town": verbs right beside each other share the object that follows the last. */
function conjoinedObject(doc: Parsed, verb: number): number[] {
  const next = (doc.tree.children[verb] ?? []).find(
    (child) => doc.tree.relations[child] === 'conj' && doc.upos[child] === 'VERB' && child - verb <= 3,
  );
  if (next === undefined) return [];
  const object = (doc.tree.children[next] ?? []).find((child) => doc.tree.relations[child] === 'obj');
  return object === undefined ? [] : phraseHeads(doc, object);
}

/** "Rejected proposed changes": a participle before the object that the parser took for a verb with that object. */
function takenAway(doc: Parsed, verb: number): number[] {
  const next = verb + 1;
  if (doc.xpos[next] !== 'VBN' || doc.tokens[next]?.sentence !== doc.tokens[verb]!.sentence) return [];
  const children = doc.tree.children[next] ?? [];
  const object = children.find((child) => doc.tree.relations[child] === 'obj');
  const isBare = children.every((child) => child > next);
  return object === undefined || !isBare ? [] : phraseHeads(doc, object);
}

function addOblique(
  doc: Parsed,
  child: number,
  isPassive: boolean,
  subject: number[],
  obliques: Oblique[],
): void {
  const preposition = prepositionOf(doc, child);
  const heads = phraseHeads(doc, child);
  if (isPassive && preposition === 'by') subject.push(...heads);
  else for (const head of heads) obliques.push({ preposition, head });
}

function addClause(doc: Parsed, child: number, clauses: DependentClause[]): void {
  const kind = clauseKind(doc, child);
  if (kind === undefined) return;
  clauses.push({ kind, head: child });
  for (const other of doc.tree.children[child] ?? []) {
    if (doc.tree.relations[other] === 'conj') clauses.push({ kind, head: other });
  }
}

function clauseKind(doc: Parsed, head: number): DependentClause['kind'] | undefined {
  const children = doc.tree.children[head] ?? [];
  const words = children.map((child) => doc.tokens[child]!.text.toLowerCase());
  const relation = baseRelation(doc, head);
  if (relation === 'ccomp') return 'that';
  if (words.includes('to') && doc.xpos[head] !== 'VBG') return 'to';
  if (doc.xpos[head] === 'VBG') return 'ing';
  return relation === 'xcomp' ? 'to' : undefined;
}

function hasObject(doc: Parsed, verb: number): boolean {
  return childrenBy(doc, verb, 'obj', 'nsubj:pass', 'ccomp').length > 0;
}

/**
 * "Blamed the attack on Somalia": the tree ties the last "on" to the deed, but the verb needs it. Undefined where it has
 * one of its own.
 */
export function culpritOf(doc: Parsed, deed: number): number | undefined {
  const verb = doc.tree.heads[deed]!;
  if (verb < 0 || !isBlaming(doc, verb) || !/^(?:obj|nsubj:pass)$/.test(doc.tree.relations[deed]!)) {
    return undefined;
  }
  const isOn = (one: number) => /^(?:on|upon)$/.test(prepositionOf(doc, one));
  if (childrenBy(doc, verb, 'obl', 'nmod').some(isOn)) return undefined;
  return childrenBy(doc, deed, 'nmod').filter(isOn).at(-1);
}

/** Verbs that put a deed on somebody. */
export function isBlaming(doc: Parsed, verb: number): boolean {
  return doc.lemmas[verb] === 'blame' || doc.lemmas[verb] === 'pin';
}
