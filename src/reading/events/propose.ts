import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Codebook, NounFrame, ObliqueCondition, VerbFrame } from '../../registry/codebook/codebook.js';
import type { ActorMention, Cast } from '../cast.js';
import { type Arguments, argumentsOf, prepositionOf } from './arguments.js';
import type { Proposal } from './proposal.js';
import { fillRole, type Scope } from './roles.js';

/** Every event that a frame of the codebook finds in the trees, in text order. */
export function proposeEvents(doc: Document, cast: Cast, codebook: Codebook): Proposal[] {
  const proposals: Proposal[] = [];
  /** Nouns that a verb's frame has taken in: "sanctions" in "imposed sanctions". */
  const taken = new Set<number>();
  const verbs: Proposal[] = [];
  for (const sentence of doc.sentences) {
    if (sentence.kind === 'byline' || sentence.kind === 'dateline') continue;
    for (let token = sentence.from; token < sentence.to; token++) {
      const found = proposeVerb(doc, cast, codebook, token);
      if (found === undefined) continue;
      verbs.push(found);
      for (const word of found.cue) taken.add(word);
    }
  }
  proposals.push(...verbs);
  for (const sentence of doc.sentences) {
    if (sentence.kind === 'byline' || sentence.kind === 'dateline') continue;
    for (let token = sentence.from; token < sentence.to; token++) {
      if (taken.has(token)) continue;
      const found = proposeNoun(doc, cast, codebook, token);
      if (found !== undefined) proposals.push(found);
    }
  }
  return proposals.sort((a, b) => a.head - b.head);
}

function proposeVerb(doc: Document, cast: Cast, codebook: Codebook, verb: number): Proposal | undefined {
  if (doc.upos[verb] !== 'VERB' && !isPredicate(doc, verb)) return undefined;
  const relation = doc.tree.relations[verb]!;
  // A finite verb cannot be an adjective, whatever the tree says.
  const isAdjective = relation === 'amod' && !/^VB[DZ]$/.test(doc.xpos[verb] ?? '');
  if (isAdjective || relation === 'compound' || relation === 'case') return undefined;
  const frames = codebook.verbs.get(doc.lemmas[verb]!.toLowerCase());
  if (frames === undefined) return undefined;
  const args = argumentsOf(doc, verb);
  if (isIdiom(doc, verb, args, codebook) || isNaming(doc, verb)) return undefined;
  for (const frame of frames) {
    const cue = matchVerb(doc, cast, verb, args, frame);
    if (cue === undefined) continue;
    const scope: Scope = { doc, cast, head: verb, arguments: args };
    const { actors, recipients } = partiesOf(scope, ['subject'], frame);
    const takes = takenBy(frame, args);
    const isVague =
      isByDraft(doc, args) ||
      (recipients.length === 0 && needsAim(doc, cast, args, frame, codebook)) ||
      (actors.length === 0 && (isByThing(doc, args, codebook) || isMishap(doc, verb, frame, codebook)));
    return { frame, head: verb, cue, actors, recipients, isNominal: false, takes, isVague };
  }
  return undefined;
}

/** "Killed time", "struck a balance": an idiom of the verb tells nothing of what the verb does. */
function isIdiom(doc: Document, verb: number, args: Arguments, codebook: Codebook): boolean {
  const idioms = codebook.idioms.get(`verb ${doc.lemmas[verb]!.toLowerCase()}`) ?? [];
  return idioms.some(
    ({ particle, object, oblique }) =>
      (particle === null || particleOf(doc, verb, particle) !== undefined) &&
      (object === null || args.object.some((one) => object.has(doc.lemmas[one]!.toLowerCase()))) &&
      (oblique === null || matchOblique(doc, [verb], args, oblique) !== undefined),
  );
}

/** "Called it a disgrace", "called the group "friends"": to call names is not to call. */
function isNaming(doc: Document, verb: number): boolean {
  if (doc.lemmas[verb]!.toLowerCase() !== 'call') return false;
  const children = doc.tree.children[verb] ?? [];
  if (children.some((child) => child > verb && doc.tree.relations[child] === 'xcomp')) return true;
  const objects = children.filter((child) => doc.tree.relations[child] === 'obj');
  const last = doc.tokens[(objects.at(-1) ?? verb) + 1];
  return objects.length > 1 || (objects.length > 0 && /^(?:an?|["“'‘]|one)$/i.test(last?.text ?? ''));
}

/** "is willing to …": an adjective that says what somebody is about to do. */
function isPredicate(doc: Document, word: number): boolean {
  return doc.upos[word] === 'ADJ' && childrenBy(doc, word, 'cop', 'nsubj').length > 0;
}

/** Types that are about something to be done: what stands in their infinitive is not told to have happened. */
const ABOUT_DEEDS: ReadonlySet<string> = new Set(['REQUEST', 'THREATEN', 'AGREE', 'REJECT']);

/** Heads of the clauses that are part of what a frame tells: "called on them to leave", "agreed that they leave". */
function takenBy(frame: VerbFrame, { clauses }: Arguments): readonly number[] {
  const kinds = frame.clause !== null ? null : ABOUT_DEEDS.has(frame.type) ? 'to' : undefined;
  if (kinds === undefined) return [];
  return clauses.filter(({ kind }) => kinds === null || kind === kinds).map(({ head }) => head);
}

/** Whether a noun names a place or says where it is: "a village in Idlib" can be shelled. */
function isSomewhere(doc: Document, cast: Cast, noun: number): boolean {
  const words = [noun, ...childrenBy(doc, noun, 'nmod', 'compound', 'appos')];
  return words.some((word) => cast.places.some((one) => one.head === word));
}

/** "The draft demands …": a text that is only proposed does nothing yet. */
function isByDraft(doc: Document, args: Arguments): boolean {
  return args.subject.some((one) => {
    const words = [one, ...childrenBy(doc, one, 'amod', 'compound')];
    return words.some((word) =>
      /^(draft|bill|motion|proposed|proposal)$/.test(doc.lemmas[word]!.toLowerCase()),
    );
  });
}

/** "The video captured the mayor", "rain killed ten": a thing that is no weapon does nothing in politics. */
function isByThing(doc: Document, args: Arguments, codebook: Codebook): boolean {
  if (args.subject.length === 0) return false;
  const violence = codebook.classes.get('violence-word')!;
  return !args.subject.some(
    (one) => doc.upos[one] === 'PRON' || violence.has(doc.lemmas[one]!.toLowerCase()),
  );
}

/** People die of floods and crashes too: where the sentence tells of one, and of no violence, nobody attacked. */
function isMishap(doc: Document, verb: number, frame: VerbFrame, codebook: Codebook): boolean {
  if (frame.type !== 'ASSAULT') return false;
  const { from, to } = doc.sentences[doc.tokens[verb]!.sentence]!;
  const words = doc.lemmas.slice(from, to).map((lemma) => lemma.toLowerCase());
  const has = (name: string) => words.some((word) => codebook.classes.get(name)!.has(word));
  return has('accident') && !has('violence-word');
}

/** Whether a frame tells an event only when it is aimed at somebody, or, for words, at something of politics. */
function needsAim(doc: Document, cast: Cast, args: Arguments, frame: VerbFrame, codebook: Codebook): boolean {
  const isBare =
    frame.object === null && frame.oblique === null && frame.particle === null && !frame.intransitive;
  const aims = frame.recipient.includes('object') || frame.recipient.includes('owner');
  if (!isBare || !(aims || args.object.length > 0) || frame.recipient.length === 0) return false;
  if (frame.clause === 'to') return false;
  if (frame.clause === 'that') return frame.type === 'ACCUSE' || frame.type === 'THREATEN';
  if (codebook.types.get(frame.type)!.quad.startsWith('material')) {
    return !args.object.some((one) => isSomewhere(doc, cast, one));
  }
  return !args.object.some((one) => {
    const lemma = doc.lemmas[one]!.toLowerCase();
    return (
      doc.upos[one] === 'PRON' || codebook.nouns.has(lemma) || codebook.classes.get('matter')!.has(lemma)
    );
  });
}

/** The tokens of the cue where all that the frame asks for is there, else undefined. */
function matchVerb(
  doc: Document,
  cast: Cast,
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
    const object = args.object.find((one) => frame.object!.has(doc.lemmas[one]!.toLowerCase()));
    if (object === undefined) return undefined;
    cue.push(object);
  }
  if (frame.oblique !== null) {
    const oblique = matchOblique(doc, [verb, ...args.object], args, frame.oblique);
    if (oblique === undefined) return undefined;
    if (frame.oblique.words !== null) cue.push(oblique);
  }
  if (frame.clause !== null && !args.clauses.some((clause) => clause.kind === frame.clause)) return undefined;
  return cue;
}

function particleOf(doc: Document, verb: number, word: string): number | undefined {
  return (doc.tree.children[verb] ?? []).find((child) => {
    const relation = doc.tree.relations[child]!;
    const loose = relation === 'advmod' || relation === 'compound:prt' || relation === 'case';
    return loose && doc.tokens[child]!.text.toLowerCase() === word;
  });
}

function matchOblique(
  doc: Document,
  nouns: readonly number[],
  args: Arguments | undefined,
  { preposition, words }: ObliqueCondition,
): number | undefined {
  const fits = (head: number) => words === null || words.has(doc.lemmas[head]!.toLowerCase());
  const own = args?.obliques.find((one) => one.preposition === preposition && fits(one.head));
  if (own !== undefined) return own.head;
  for (const noun of nouns) {
    const found = childrenBy(doc, noun, 'nmod', 'obl').find(
      (child) => prepositionOf(doc, child) === preposition && fits(child),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function proposeNoun(doc: Document, cast: Cast, codebook: Codebook, noun: number): Proposal | undefined {
  const upos = doc.upos[noun];
  if (upos !== 'NOUN' && upos !== 'PROPN') return undefined;
  const relation = doc.tree.relations[noun]!;
  if (relation === 'compound' || relation === 'flat' || cast.at(noun) !== undefined) return undefined;
  const frames = codebook.nouns.get(doc.lemmas[noun]!.toLowerCase());
  if (frames === undefined || isNominalIdiom(doc, noun, codebook)) return undefined;
  const carrier = carrierOf(doc, noun, codebook);
  const scope: Scope = { doc, cast, head: noun, arguments: carrier };
  for (const frame of frames) {
    const cue = matchNoun(doc, noun, carrier, frame);
    if (cue === undefined) continue;
    const { actors, recipients } = partiesOf(scope, [...frame.actor, 'subject'], frame);
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
      isVague: carrier === undefined && recipients.length === 0 && isOfWords(frame, codebook),
    };
  }
  return undefined;
}

/** "A heart attack", "oil demand". */
function isNominalIdiom(doc: Document, noun: number, codebook: Codebook): boolean {
  const idioms = codebook.idioms.get(`noun ${doc.lemmas[noun]!.toLowerCase()}`) ?? [];
  return idioms.some(({ modifier }) =>
    childrenBy(doc, noun, 'amod', 'compound').some((child) =>
      modifier?.has(doc.lemmas[child]!.toLowerCase()),
    ),
  );
}

function matchNoun(
  doc: Document,
  noun: number,
  carrier: Arguments | undefined,
  frame: NounFrame,
): number[] | undefined {
  const cue = [noun];
  if (frame.modifier !== null) {
    const modifier = childrenBy(doc, noun, 'amod', 'compound', 'nmod').find((child) =>
      frame.modifier!.has(doc.lemmas[child]!.toLowerCase()),
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

/** Where a frame takes in a clause, whom it is aimed at may stand in there. */
function ofClause(frame: VerbFrame | NounFrame): readonly string[] {
  if (!('clause' in frame)) return [];
  // "launched missiles to destroy the airfield in …": what force is used for tells on whom.
  if (frame.type === 'ASSAULT') return ['inner'];
  return frame.clause === null ? [] : [frame.clause === 'that' ? 'clause' : 'inner'];
}

interface Parties {
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

/**
 * Who acts, and on whom. Where parties act on an equal footing, all of them stand on both sides; nobody else can be
 * actor and recipient at once.
 */
function partiesOf(scope: Scope, actorSources: readonly string[], frame: VerbFrame | NounFrame): Parties {
  const mutual = frame.recipient.includes('both');
  const others = fillRole(scope, [
    ...frame.recipient.filter((source) => source !== 'both'),
    ...ofClause(frame),
  ]);
  if (mutual && others.length === 0) {
    const parties = [
      fillRole(scope, ['both']),
      fillRole(scope, ['between', ...actorSources, 'modifier', 'possessor', 'of']),
    ].find((all) => all.reduce((count, one) => count + one.actors.length, 0) > 1);
    if (parties !== undefined) return { actors: parties, recipients: parties };
  }
  const actors = fillRole(scope, actorSources);
  return { actors, recipients: others.filter((one) => !actors.includes(one)) };
}
