import type { Document } from '../../document/document.js';
import { childrenBy, hasCase } from '../../document/tree.js';
import type { Codebook, VerbFrame } from '../../registry/codebook/codebook.js';
import type { ActorMention, Cast } from '../cast.js';
import { FORCES } from './forces.js';
import { isMishap } from './is-mishap.js';
import type { Arguments } from './own-arguments.js';
import { wordAt } from './words-at.js';

/** A verb with what its frame and its sentence make of it. */
interface Found {
  readonly doc: Document;
  readonly cast: Cast;
  readonly codebook: Codebook;
  readonly verb: number;
  readonly args: Arguments;
  readonly frame: VerbFrame;
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

/** Whether a verb is enough to type a relation by and too little to tell an event: see `Proposal.isVague`. */
export function isVague({ doc, cast, codebook, verb, args, frame, actors, recipients }: Found): boolean {
  return (
    isByDraft(doc, args) ||
    isByRule(doc, args) ||
    (actors.length === 0 && isPossible(doc, verb, args)) ||
    isByAccident(doc, args, frame, codebook) ||
    isDeparture(frame, actors) ||
    isJourney(frame, actors) ||
    (recipients.length === 0 &&
      !actors.some((one) => args.object.includes(one.head)) &&
      needsAim(doc, cast, verb, args, frame, codebook)) ||
    (actors.length === 0 &&
      !frame.recipient.includes('subject') &&
      (isByThing(doc, args, codebook) || isMishap(doc, verb, frame.type, codebook)))
  );
}

/** Whether an object names a place or says where it is, or its verb does: "a village in Idlib" can be shelled. */
function isSomewhere(doc: Document, cast: Cast, verb: number, noun: number): boolean {
  const where = childrenBy(doc, verb, 'obl').filter((one) => hasCase(doc, one, 'in', 'near'));
  const words = [noun, ...childrenBy(doc, noun, 'nmod', 'compound', 'appos'), ...where];
  return words.some((word) => cast.placeAt(word) !== undefined);
}

/** "Thousands of refugees arrived": those who speak for nobody visit nobody. */
function isJourney(frame: VerbFrame, actors: readonly ActorMention[]): boolean {
  const sectors = actors.flatMap((mention) => mention.actors.flatMap((actor) => actor.sectors));
  return (
    frame.mode === 'visit' && sectors.length > 0 && sectors.every((one) => one === 'REF' || one === 'CVL')
  );
}

/** "The tourists left Chile": only forces give way by leaving. */
function isDeparture({ lemma, mode, object, particle }: VerbFrame, actors: readonly ActorMention[]): boolean {
  if (mode !== 'withdraw' || object !== null || particle !== null || !LEAVING.has(lemma)) return false;
  return !actors.some((one) =>
    one.actors.some(({ sectors }) => sectors.some((sector) => FORCES.has(sector))),
  );
}

const LEAVING = new Set(['depart', 'exit', 'leave']);

/** "The draft demands …": a text that is only proposed does nothing yet. */
function isByDraft(doc: Document, args: Arguments): boolean {
  return args.subject.some((one) => {
    const words = [one, ...childrenBy(doc, one, 'amod', 'compound')];
    return words.some((word) => /^(draft|bill|motion|proposed|proposal)$/.test(wordAt(doc, word)));
  });
}

/** "The outbreak of measles killed ten": what nature does, nobody does. */
function isByAccident(doc: Document, args: Arguments, frame: VerbFrame, codebook: Codebook): boolean {
  const accident = codebook.classes.get('accident')!;
  return (
    frame.type === 'ASSAULT' &&
    !PLAIN.has(frame.lemma) &&
    args.subject.length > 0 &&
    args.subject.every((one) => accident.has(wordAt(doc, one)))
  );
}

/** What nothing does by accident: planes crash, and they bomb. */
const PLAIN = new Set(['attack', 'bomb', 'pound', 'raid', 'shell', 'strafe', 'target']);

/** "An official can be removed by vote": what can be done to people in general is not done to anybody. */
function isPossible(doc: Document, verb: number, args: Arguments): boolean {
  return args.isPassive && childrenBy(doc, verb, 'aux').some((one) => doc.lemmas[one] === 'can');
}

/** "The constitution does not allow it": what a law says holds at all times, and nobody does it. */
function isByRule(doc: Document, args: Arguments): boolean {
  return args.subject.length > 0 && args.subject.every((one) => RULES.has(wordAt(doc, one)));
}

const RULES = new Set('charter constitution law legislation rule statute tradition'.split(' '));

/** "The video captured the mayor", "rain killed ten": a thing that is no weapon does nothing in politics. */
function isByThing(doc: Document, args: Arguments, codebook: Codebook): boolean {
  if (args.subject.length === 0) return false;
  const violence = codebook.classes.get('violence-word')!;
  return !args.subject.some(
    (one) => doc.upos[one] === 'PRON' || violence.has(doc.lemmas[one]!.toLowerCase()),
  );
}

/** Classes of what soldiers fire at. */
const TARGETS = ['area', 'structure'];

/** Whether a frame tells an event only when it is aimed at somebody, or, for words, at something of politics. */
function needsAim(
  doc: Document,
  cast: Cast,
  verb: number,
  args: Arguments,
  frame: VerbFrame,
  codebook: Codebook,
): boolean {
  const isBare =
    frame.object === null && frame.oblique === null && frame.particle === null && !frame.intransitive;
  const aims = frame.recipient.includes('object') || frame.recipient.includes('owner');
  if (!isBare || !(aims || args.object.length > 0) || frame.recipient.length === 0) return false;
  if (frame.clause?.kind === 'to') return false;
  if (frame.clause?.kind === 'that') return frame.type === 'ACCUSE' || frame.type === 'THREATEN';
  if (codebook.types.get(frame.type)!.quad.startsWith('material')) {
    const isHit = (one: number) =>
      frame.type === 'ASSAULT' && TARGETS.some((name) => codebook.classes.get(name)!.has(wordAt(doc, one)));
    return !args.object.some((one) => isSomewhere(doc, cast, verb, one) || isHit(one));
  }
  return !args.object.some((one) => {
    const lemma = wordAt(doc, one);
    return (
      doc.upos[one] === 'PRON' || codebook.nouns.has(lemma) || codebook.classes.get('matter')!.has(lemma)
    );
  });
}
