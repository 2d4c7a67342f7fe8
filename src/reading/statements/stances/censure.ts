import { baseRelation, childBy } from '../../../document/tree.js';
import type { Actor } from '../../contract.js';
import { isNegated } from '../negation.js';
import type { Setting } from '../setting.js';
import { stanceWords } from './stance-words.js';
import { firstOf } from './toward.js';

/** Verbs whose subject meets with wrong or stands against it, and does none. */
const MEETING = new Set(
  `abhor accuse avoid bear battle call combat commemorate condemn confront counter criticise criticize demand denounce
  deny deserve deter document endure escape experience expose face fear fight forget forgive have hear investigate know
  mourn need oppose prevent prosecute punish receive recognise recognize reject remember repel report resist respond see
  speak stop suffer survive think want watch witness`.split(/\s+/),
);

const FIRST = /^(?:i|we|me|us|my|our)$/i;

/** Whom or what words judge; `toward` is null where nobody can be named, and a thing is judged. */
export interface Judgement {
  readonly toward: Actor | null;
}

/**
 * Whom quoted words reproach: the subject of a clause that tells of its deeds or being in words of censure ("the
 * regime has sunk to new depths of barbarity", "Chile is a bully", "the ruling undermines the law"). Undefined where
 * they reproach nobody, or those of the speaker's own side.
 */
export function censured(setting: Setting, token: number, speaker: Actor | null): Judgement | undefined {
  const attributed = calledSo(setting, token, speaker);
  if (attributed !== undefined) return { toward: attributed };
  const judged = judgedBy(setting, token, 'accuses');
  if (judged === undefined || speaker === null) return undefined;
  const { bearer, predicate } = judged;
  if (setting.doc.upos[predicate] === 'VERB' && MEETING.has(setting.doc.lemmas[predicate]!.toLowerCase())) {
    return undefined;
  }
  const actor = firstOf(setting, bearer);
  if (actor === null)
    return setting.quoteAt[token]! >= 0 && isThing(setting, bearer) ? { toward: null } : undefined;
  // A state's own people or troops are seldom whom its minister means; another politician may well be.
  const isOther = actor.person !== null && speaker.person !== null && actor.person !== speaker.person;
  if (actor.country !== null && (actor.country !== speaker.country || isOther)) return { toward: actor };
  // "It undermines …", of a thing whose maker is one's own.
  const isIt = /^(?:it|this|that)$/i.test(setting.doc.tokens[bearer]!.text);
  return isIt && setting.quoteAt[token]! >= 0 && actor.name !== speaker.name ? { toward: null } : undefined;
}

/** "The corrupt commission": somebody to whom a word of censure is given as what he is. */
function calledSo({ doc, cast }: Setting, token: number, speaker: Actor | null): Actor | undefined {
  if (doc.tree.relations[token] !== 'amod') return undefined;
  if (stanceWords().get(doc.lemmas[token]!.toLowerCase()) !== 'accuses') return undefined;
  const mention = cast.at(doc.tree.heads[token]!);
  const actor = mention?.kind === 'named' ? mention.actors[0] : undefined;
  return actor?.name === speaker?.name ? undefined : actor;
}

/** Whom quoted words praise: "he was a true hero", "Munk has been a world treasure". */
export function praised(setting: Setting, token: number, speaker: Actor | null): Judgement | undefined {
  const judged = judgedBy(setting, token, 'praises');
  if (judged === undefined) return undefined;
  const actor = firstOf(setting, judged.bearer);
  return actor !== null && actor.name === speaker?.name ? undefined : { toward: actor };
}

/** Whom a clause is about, where a word of this act stands in what it says of him; nobody speaks of himself so. */
function judgedBy(
  setting: Setting,
  token: number,
  act: 'accuses' | 'praises',
): { bearer: number; predicate: number } | undefined {
  const { doc, quoteAt } = setting;
  if (stanceWords().get(doc.lemmas[token]!.toLowerCase()) !== act) return undefined;
  const predicate = predicateOver(setting, token);
  // In a report's own words only what is said of somebody outright: "said Chile had violated the truce".
  if (quoteAt[token]! < 0 && predicate !== token) return undefined;
  if (predicate === undefined || isNegated(doc, predicate)) return undefined;
  const bearer = childBy(doc, predicate, 'nsubj');
  if (bearer === undefined || doc.tree.relations[bearer] === 'nsubj:pass') return undefined;
  return FIRST.test(doc.tokens[bearer]!.text) ? undefined : { bearer, predicate };
}

/** "It undermines …", "this law is …": what is no person, and is named. */
function isThing({ doc }: Setting, token: number): boolean {
  return doc.upos[token] === 'NOUN' || /^(?:it|this|that)$/i.test(doc.tokens[token]!.text);
}

/** The verb, or the noun or adjective behind "is", that a word hangs under as a part of what it says. */
function predicateOver({ doc }: Setting, token: number): number | undefined {
  let at = token;
  for (let steps = 0; steps < 4; steps++) {
    if (doc.upos[at] === 'VERB' || childBy(doc, at, 'cop') !== undefined) return at;
    const above = doc.tree.heads[at]!;
    if (above < 0 || !/^(?:obj|obl|nmod|amod|xcomp|compound|conj)$/.test(baseRelation(doc, at)))
      return undefined;
    at = above;
  }
  return undefined;
}
