import type { Document } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import type { Codebook, VerbFrame } from '../../registry/codebook/codebook.js';
import type { Cast } from '../cast.js';
import { type Arguments, argumentsOf } from './arguments.js';
import { isNaming } from './is-naming.js';
import { isVague } from './is-vague.js';
import { hasClause, matchOblique } from './match-oblique.js';
import { isNominalIdiom } from './nominal-idiom.js';
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
  const isAdjective = relation === 'amod' && !/^VB[DZ]$/.test(doc.xpos[verb] ?? '');
  if (isAdjective || relation === 'compound' || relation === 'case') return undefined;
  const frames = wordsAt(doc, verb)
    .map((word) => codebook.verbs.get(word))
    .find((one) => one !== undefined);
  if (frames === undefined) return undefined;
  const args = argumentsOf(doc, verb);
  if (isNaming(doc, verb)) return undefined;
  const inIdiom = isIdiom(doc, verb, args, codebook);
  for (const frame of frames) {
    if (inIdiom && !overridesIdiom(frame)) continue;
    const cue = matchVerb(doc, cast, codebook, verb, args, frame);
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

/** The tokens of the cue where all that the frame asks for is there, else undefined. */
function matchVerb(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  verb: number,
  args: Arguments,
  frame: VerbFrame,
): number[] | undefined {
  const cue = [verb];
  if (frame.particle !== null) {
    const particle = particleOf(doc, verb, frame.particle);
    if (particle === undefined) return undefined;
    cue.push(particle);
  }
  if (frame.intransitive && args.object.length > 0) return undefined;
  if (frame.objectActs && !args.object.some((one) => cast.at(one) !== undefined)) return undefined;
  if (frame.object !== null) {
    const object = args.object.find(
      (one) => isAmong(frame.object!, doc, one) && !isNominalIdiom(doc, one, codebook),
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

/** "Lashed out", "was found guilty", "took them hostage": the word that completes the verb, whatever the tree calls it. */
function particleOf(doc: Document, verb: number, word: string): number | undefined {
  const isWord = (token: number) => doc.tokens[token]?.text.toLowerCase() === word;
  const own = (doc.tree.children[verb] ?? []).find(
    (child) => COMPLETING.has(baseRelation(doc, child)) && isWord(child),
  );
  // "Rolled back tariffs": right behind the verb, an adverb completes it, though the tree hang it on the object.
  const isBehind = isWord(verb + 1) && /^R[BP]$/.test(doc.xpos[verb + 1] ?? '');
  return own ?? (isBehind ? verb + 1 : undefined);
}

const COMPLETING: ReadonlySet<string> = new Set(['advmod', 'case', 'compound', 'obj', 'obl', 'xcomp']);
