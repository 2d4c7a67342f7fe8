import type { Document } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import type { Codebook, VerbFrame } from '../../registry/codebook/codebook.js';
import type { Cast } from '../cast.js';
import { argumentsOf, auxiliaryBefore } from './arguments.js';
import { isNaming } from './is-naming.js';
import { isVague } from './is-vague.js';
import { hasClause, matchOblique } from './match-oblique.js';
import { isNominalIdiom } from './nominal-idiom.js';
import type { Arguments } from './own-arguments.js';
import { partiesOf } from './parties.js';
import type { Proposal } from './proposal.js';
import type { Scope } from './roles.js';
import { isAmong, wordsAt } from './words-at.js';

/** The event that a verb tells by the narrowest of its frames that fits; undefined where none does. */
export function proposeVerb(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  verb: number,
): Proposal | undefined {
  if (doc.upos[verb] !== 'VERB') return undefined;
  const relation = doc.tree.relations[verb]!;
  // A finite verb cannot be an adjective, whatever the tree says.
  const isTensed = /^VB[DZ]$/.test(doc.xpos[verb] ?? '') || auxiliaryBefore(doc, verb) !== undefined;
  if (((relation === 'amod' || relation === 'compound') && !isTensed) || relation === 'case')
    return undefined;
  const frames = wordsAt(doc, verb)
    .map((word) => codebook.verbs.get(word))
    .find((one) => one !== undefined);
  if (frames === undefined) return undefined;
  const given = argumentsOf(doc, verb);
  if (isNaming(doc, verb)) return undefined;
  const inIdiom = isIdiom(doc, verb, given, codebook);
  for (const frame of frames) {
    const apart = withParticle(doc, verb, given, frame);
    const args = apart ?? given;
    if (inIdiom && !overridesIdiom(frame)) continue;
    const particle = apart === undefined ? particleOf(doc, verb, frame.particle) : verb + 1;
    const cue = matchVerb(doc, cast, codebook, { verb, particle, args, frame });
    if (cue === undefined) continue;
    const scope: Scope = {
      doc,
      cast,
      codebook,
      head: verb,
      arguments: args,
      asked: askedOf(doc, verb, args, frame),
    };
    const { actors, recipients } = partiesOf(scope, isBorne(frame) ? ['by', 'from'] : ['subject'], frame);
    const takes = takenBy(frame, args);
    const found = { doc, cast, codebook, verb, args, frame, actors, recipients };
    return { frame, head: verb, cue, actors, recipients, isNominal: false, takes, isVague: isVague(found) };
  }
  return undefined;
}

/** "Faced trial": what is done to its subject, somebody else does. */
function isBorne(frame: VerbFrame): boolean {
  return frame.recipient.includes('subject');
}

/**
 * "Took over the town": where the parser took the particle for a preposition, what stands under it is the object.
 * Undefined where it did not.
 */
function withParticle(
  doc: Document,
  verb: number,
  args: Arguments,
  { particle, object }: VerbFrame,
): Arguments | undefined {
  const isThere = particle !== null && doc.tokens[verb + 1]?.text.toLowerCase() === particle;
  if (!isThere || object === null || args.object.length > 0) return undefined;
  const under = args.obliques.filter(({ preposition }) => preposition === particle).map(({ head }) => head);
  if (under.length === 0) return undefined;
  const obliques = args.obliques.filter(({ preposition }) => preposition !== particle);
  return { ...args, object: under, obliques };
}

/** The noun that a frame asks for after a preposition: "talks" in "called for talks with Chile". */
function askedOf(doc: Document, verb: number, args: Arguments, { oblique }: VerbFrame): number | undefined {
  if (oblique === null || oblique.words === null) return undefined;
  return matchOblique(doc, [verb, ...args.object], args, oblique);
}

/** "Killed time", "struck a balance": an idiom of the verb tells nothing of what the verb does. */
function isIdiom(doc: Document, verb: number, args: Arguments, codebook: Codebook): boolean {
  const idioms = codebook.idioms.get(`verb ${doc.lemmas[verb]!.toLowerCase()}`) ?? [];
  return idioms.some(
    ({ particle, object, oblique }) =>
      (particle === null || particleOf(doc, verb, particle) !== undefined) &&
      (object === null || args.object.some((one) => isAmong(object, doc, one))) &&
      (oblique === null || matchOblique(doc, [verb], args, oblique) !== undefined),
  );
}

/** Who asks for an object or more in a frame of their own has seen the idiom, and means it to tell something. */
function overridesIdiom({ entry, weight }: VerbFrame): boolean {
  return entry.isOwn && weight > 1;
}

/** Types that are about something to be done: what stands in their infinitive is not told to have happened. */
const ABOUT_DEEDS: ReadonlySet<string> = new Set(['REQUEST', 'THREATEN', 'AGREE', 'REJECT']);

/** Heads of the clauses that are part of what a frame tells: "called on them to leave", "agreed that they leave". */
function takenBy(frame: VerbFrame, { clauses }: Arguments): readonly number[] {
  const kinds = frame.clause !== null ? null : ABOUT_DEEDS.has(frame.type) ? 'to' : undefined;
  if (kinds === undefined) return [];
  return clauses.filter(({ kind }) => kinds === null || kind === kinds).map(({ head }) => head);
}

/** A verb with its arguments, the particle that stands by it, and a frame that may fit. */
interface Fitting {
  readonly verb: number;
  readonly particle: number | undefined;
  readonly args: Arguments;
  readonly frame: VerbFrame;
}

/** The tokens of the cue where all that the frame asks for is there, else undefined. */
function matchVerb(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  { verb, particle, args, frame }: Fitting,
): number[] | undefined {
  const cue = [verb];
  if (frame.particle !== null) {
    if (particle === undefined) return undefined;
    cue.push(particle);
  }
  if (frame.intransitive && args.object.length > 0) return undefined;
  if (frame.objectActs && !args.object.some((one) => cast.at(one) !== undefined)) return undefined;
  if (frame.object !== null) {
    const object = args.object.find(
      (one) =>
        (isAmong(frame.object!, doc, one) || (frame.object!.has('town') && isTown(cast, one))) &&
        !isNominalIdiom(doc, one, codebook) &&
        !isOtherwise(doc, one, frame, codebook),
    );
    if (object === undefined) return undefined;
    cue.push(object);
  }
  if (frame.oblique !== null) {
    const oblique = matchOblique(doc, [verb, ...args.object], args, frame.oblique);
    if (oblique === undefined) return undefined;
    if (frame.oblique.words !== null) cue.push(oblique);
  }
  if (frame.clause !== null && !hasClause(doc, args, frame.clause)) return undefined;
  return cue;
}

/** "Took Bukavu", "shelled Idlib": the name of a town is a town. */
function isTown(cast: Cast, token: number): boolean {
  const kind = cast.placeAt(token)?.place.kind;
  return kind === 'city' || kind === 'site';
}

/** "A scathing attack": what the noun tells with its modifier is not what the verb makes of the noun alone. */
function isOtherwise(doc: Document, noun: number, { type }: VerbFrame, codebook: Codebook): boolean {
  if (type !== 'ASSAULT') return false;
  const frames = codebook.nouns.get(doc.lemmas[noun]!.toLowerCase()) ?? [];
  const modifiers = childrenBy(doc, noun, 'amod', 'compound').map((one) => doc.lemmas[one]!.toLowerCase());
  return frames.some(
    (frame) =>
      frame.type === 'ACCUSE' && frame.modifier !== null && modifiers.some((one) => frame.modifier!.has(one)),
  );
}

/** "Lashed out", "was found guilty", "took them hostage": the word that completes the verb, whatever the tree calls it. */
function particleOf(doc: Document, verb: number, word: string | null): number | undefined {
  if (word === null) return undefined;
  const isWord = (token: number) => doc.tokens[token]?.text.toLowerCase() === word;
  const own = (doc.tree.children[verb] ?? []).find(
    (child) => COMPLETING.has(baseRelation(doc, child)) && isWord(child),
  );
  // "Rolled back tariffs": right behind the verb, an adverb completes it, though the tree hang it on the object.
  const isBehind = isWord(verb + 1) && /^R[BP]$/.test(doc.xpos[verb + 1] ?? '');
  return own ?? (isBehind ? verb + 1 : undefined);
}

const COMPLETING: ReadonlySet<string> = new Set(['advmod', 'case', 'compound', 'obj', 'obl', 'xcomp']);
