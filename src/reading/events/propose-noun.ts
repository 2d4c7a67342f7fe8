import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Codebook, NounFrame } from '../../registry/codebook/codebook.js';
import { type ActorMention, actorsOf, type Cast } from '../cast.js';
import { argumentsOf } from './arguments.js';
import { isMishap } from './is-mishap.js';
import { isNaming } from './is-naming.js';
import { matchOblique } from './match-oblique.js';
import { isNominalIdiom } from './nominal-idiom.js';
import { prepositionOf } from './noun-phrases.js';
import type { Arguments } from './own-arguments.js';
import { type Parties, partiesOf } from './parties.js';
import type { Proposal } from './proposal.js';
import { mentions, type Scope } from './roles.js';
import { wordsAt } from './words-at.js';

/** The event that a noun tells by itself; undefined where none of its frames fits. */
export function proposeNoun(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  noun: number,
): Proposal | undefined {
  const upos = doc.upos[noun];
  if (upos !== 'NOUN' && upos !== 'PROPN') return undefined;
  const relation = doc.tree.relations[noun]!;
  if (relation === 'compound' || relation === 'flat' || cast.at(noun) !== undefined) return undefined;
  const frames = wordsAt(doc, noun)
    .map((word) => codebook.nouns.get(word))
    .find((one) => one !== undefined);
  if (frames === undefined || isNominalIdiom(doc, noun, codebook)) return undefined;
  const carrier = carrierOf(doc, noun, codebook);
  const bearers = bearersOf(doc, cast, noun, codebook);
  for (const frame of frames) {
    const cue = matchNoun(doc, noun, carrier, frame);
    if (cue === undefined || (frame.mode === 'strike' && isDeadly(doc, noun))) continue;
    const asked =
      frame.oblique?.words == null ? undefined : matchOblique(doc, [noun], carrier, frame.oblique);
    const scope: Scope = { doc, cast, codebook, head: noun, arguments: carrier, asked };
    const parties = turned(partiesOf(scope, [...frame.actor, 'subject'], frame), bearers);
    const { recipients } = parties;
    const actors = parties.actors.length > 0 ? parties.actors : claimantsOf(doc, cast, noun);
    const isMeans = /^(?:with|by|through)$/.test(prepositionOf(doc, noun));
    const met =
      actors.length === 0 && (frame.type === 'CONSULT' || isMeans) ? whoseClause(doc, cast, noun) : [];
    const others = met.filter((one) => !recipients.includes(one));
    return {
      frame,
      head: noun,
      cue,
      actors: recipients.length > 0 && others.length > 0 ? others : actors,
      recipients,
      isNominal: true,
      takes: [],
      isVague:
        (carrier === undefined && recipients.length === 0 && isOfWords(frame, codebook)) ||
        (actors.length === 0 && isRuin(frame) && isMishap(doc, noun, frame.type, codebook)),
    };
  }
  return undefined;
}

/** "A trail of destruction": what storms do as well as armies. */
function isRuin({ type, mode }: NounFrame): boolean {
  return type === 'ASSAULT' && mode === 'destroy';
}

function matchNoun(
  doc: Document,
  noun: number,
  carrier: Arguments | undefined,
  frame: NounFrame,
): number[] | undefined {
  const cue = [noun];
  if (frame.modifier !== null) {
    const modifier = childrenBy(doc, noun, 'amod', 'compound', 'nmod').find(
      (child) =>
        // "A strike on a bus" is not what "a bus strike" is.
        prepositionOf(doc, child) === '' &&
        // "Forced" is an adjective to the codebook, whatever the tagger makes of it.
        [doc.lemmas[child]!, doc.tokens[child]!.text].some((word) => frame.modifier!.has(word.toLowerCase())),
    );
    if (modifier === undefined) return undefined;
    cue.push(modifier);
  }
  if (frame.oblique !== null && matchOblique(doc, [noun], carrier, frame.oblique) === undefined) {
    return undefined;
  }
  return cue;
}

/** The arguments of the verb that carries a noun ("carried out an attack"), where it is one that adds no meaning. */
function carrierOf(doc: Document, noun: number, codebook: Codebook): Arguments | undefined {
  const verb = doc.tree.heads[noun]!;
  if (verb < 0 || doc.upos[verb] !== 'VERB') return undefined;
  const light = codebook.classes.get('light') ?? new Set<string>();
  if (!light.has(doc.lemmas[verb]!.toLowerCase()) || isNaming(doc, verb)) return undefined;
  const relation = doc.tree.relations[noun]!;
  return relation === 'obj' || relation === 'nsubj:pass' ? argumentsOf(doc, verb) : undefined;
}

/**
 * Whom a deed is done to by the verb that it is tied to: "Chile suffered an attack", "ten soldiers died in the attack",
 * "two were wounded by the shelling".
 */
function bearersOf(doc: Document, cast: Cast, noun: number, codebook: Codebook): readonly ActorMention[] {
  const tied = causeOf(doc, noun);
  const verb = doc.tree.heads[tied]!;
  const relation = doc.tree.relations[tied]!;
  if (verb < 0) return [];
  const { subject, object, isPassive } = argumentsOf(doc, verb);
  const borne = relation === 'obj' && codebook.classes.get('borne')!.has(doc.lemmas[verb]!.toLowerCase());
  const died = relation.startsWith('obl') && DYING.has(doc.lemmas[verb]!.toLowerCase());
  // "Came under attack".
  const under = prepositionOf(doc, tied) === 'under' && /^(?:come|remain)$/.test(doc.lemmas[verb]!);
  const heads = borne || died || under ? (isPassive ? object : subject) : [];
  return heads.flatMap((one) => actorsOf(doc, cast, one) ?? []);
}

/** "As a result of torture", "in the course of the raid": the noun that ties the deed to the verb. */
function causeOf(doc: Document, noun: number): number {
  const above = doc.tree.heads[noun]!;
  const isOf = above >= 0 && prepositionOf(doc, noun) === 'of';
  return isOf && /^(?:result|consequence|course|wake)$/.test(doc.lemmas[above]!) ? above : noun;
}

/** "Was killed in a strike": no workers lay down their tools. */
function isDeadly(doc: Document, noun: number): boolean {
  const verb = doc.tree.heads[noun]!;
  const isTied = /^(?:obl|nsubj)/.test(doc.tree.relations[noun]!);
  return isTied && verb >= 0 && /^(?:kill|wound|injure|destroy|die|perish)$/.test(doc.lemmas[verb]!);
}

const DYING = new Set(['die', 'perish']);

/** Parties where somebody bears the deed: whoever does not do it to himself, and has it done to him. */
function turned(parties: Parties, bearers: readonly ActorMention[]): Parties {
  if (bearers.length === 0) return parties;
  const names = new Set(bearers.flatMap((one) => one.actors.map(({ name }) => name)));
  const isBearer = (one: ActorMention) => one.actors.some(({ name }) => names.has(name));
  // Where a deed is done is not whom it is done to.
  const isPlace = parties.recipients.every((one) =>
    one.actors.every(({ resolvedBy }) => resolvedBy === 'place'),
  );
  const recipients = isPlace ? bearers : parties.recipients;
  return { actors: parties.actors.filter((one) => !isBearer(one)), recipients };
}

/** "Claimed responsibility for the attack": whoever answers for a deed has done it. */
function claimantsOf(doc: Document, cast: Cast, noun: number): readonly ActorMention[] {
  const above = doc.tree.heads[noun]!;
  if (above < 0 || doc.lemmas[above] !== 'responsibility' || prepositionOf(doc, noun) !== 'for') return [];
  const verb = doc.tree.heads[above]!;
  if (verb < 0 || !/^(?:claim|take|accept|admit|assume)$/.test(doc.lemmas[verb]!)) return [];
  return mentions(argumentsOf(doc, verb).subject.map((one) => cast.at(one)));
}

/**
 * "After talks with X, Y said …", "Y hit back with a ban on X": who acts in the clause that a meeting dates has met,
 * and who does something by a deed does the deed.
 */
function whoseClause(doc: Document, cast: Cast, noun: number): readonly ActorMention[] {
  let at = noun;
  for (let steps = 0; steps < 4; steps++) {
    const relation = doc.tree.relations[at]!;
    const above = doc.tree.heads[at]!;
    if (above < 0 || !/^(obl|nmod|advcl)/.test(relation)) return [];
    if (doc.upos[above] === 'VERB') {
      const { subject } = argumentsOf(doc, above);
      const found = subject
        .map((one) => cast.at(one))
        .filter((one) => one !== undefined && one.actors.length > 0);
      if (found.length > 0) return found as ActorMention[];
    }
    at = above;
  }
  return [];
}

/** "Her pledge", "the nomination": words alone that a noun tells of and nobody is aimed at by are no news. */
function isOfWords({ type }: NounFrame, codebook: Codebook): boolean {
  return codebook.types.get(type)!.quad.startsWith('verbal');
}
