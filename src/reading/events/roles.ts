import type { Document } from '../../document/document.js';
import { cut } from '../../document/span.js';
import { childrenBy, subtree } from '../../document/tree.js';
import type { Codebook, RoleSource } from '../../registry/codebook/codebook.js';
import { type ActorMention, actorsOf, type Cast, type PlaceMention } from '../cast.js';
import type { Actor, EventType } from '../contract.js';
import { argumentsOf } from './arguments.js';
import { isPreposition, phraseHeads, prepositionOf } from './noun-phrases.js';
import { type Arguments, culpritOf, type DependentClause, isBlaming } from './own-arguments.js';

/** A verb or noun with all that can fill a role of its event. */
export interface Scope {
  readonly doc: Document;
  readonly cast: Cast;
  readonly codebook: Codebook;
  /** The word that tells the event. */
  readonly head: number;
  /** The verb's arguments; for a noun, those of the light verb that carries it, if any. */
  readonly arguments: Arguments | undefined;
  /** A noun under a preposition that the frame asks for: others may stand under it, as under an object. */
  readonly asked?: number | undefined;
}

/** The actors that the first of the sources with any gives; none where no source does. */
export function fillRole(scope: Scope, sources: readonly RoleSource[]): readonly ActorMention[] {
  for (const source of sources) {
    const found = fill(scope, source);
    if (found.length > 0) return found;
  }
  return [];
}

function fill(scope: Scope, source: RoleSource): readonly ActorMention[] {
  const { doc, cast, head, arguments: args, asked } = scope;
  switch (source) {
    case 'subject':
      return withNeighbours(scope, mentions((args?.subject ?? []).map((one) => actorsOf(doc, cast, one))));
    case 'object': {
      // "urged them to leave": whom one urges stands where whom one gives to does.
      const objects = mentions((args?.object ?? []).map((one) => cast.at(one)));
      const indirect = mentions((args?.indirect ?? []).map((one) => cast.at(one)));
      // "appointed her minister": what somebody is made is nobody else.
      if (objects.length > 0 && !(indirect.length > 0 && isMaking(doc, head))) return objects;
      return indirect.length > 0 ? indirect : rightBehind(scope);
    }
    case 'indirect':
      return mentions((args?.indirect ?? []).map((one) => actorsOf(doc, cast, one)));
    case 'owner':
      return mentions(
        [...(args?.object ?? []), ...(asked === undefined ? [] : [asked])].flatMap((one) => [
          actorsOf(doc, cast, one),
          locus(scope, one),
        ]),
      );
    case 'both': {
      const parties = mentions((args?.subject ?? []).map((one) => actorsOf(doc, cast, one)));
      return parties.reduce((count, one) => count + one.actors.length, 0) > 1 ? parties : [];
    }
    case 'possessor':
      return mentions(childrenBy(doc, head, 'nmod:poss').map((one) => actorsOf(doc, cast, one)));
    case 'modifier':
      return mentions(
        childrenBy(doc, head, 'amod', 'compound')
          .flatMap((one) => [...phraseHeads(doc, one), ...leadersOf(doc, one)])
          .map((one) => cast.at(one)),
      );
    case 'clause':
      return mentions(
        clausesOf(scope)
          .filter((clause) => clause.kind === 'that')
          .flatMap((clause) => argumentsOf(doc, clause.head).subject)
          .map((one) => actorsOf(doc, cast, one)),
      ).filter((one) => one.kind !== 'pronoun');
    case 'inner':
      return inner(scope);
    default: {
      const found = mentions(
        under(scope, source).map((one) => actorsOf(doc, cast, one) ?? locus(scope, one)),
      );
      return found.length > 0 ? found : adjoining(scope, source);
    }
  }
}

function isMaking(doc: Document, verb: number): boolean {
  return /^(?:appoint|choose|crown|declare|designate|elect|make|name|nominate)$/.test(
    doc.lemmas[verb]!.toLowerCase(),
  );
}

/** Prepositions under which an act finds its aim; under others stands its occasion, its means or its time. */
const AIMING =
  /^(?:|of|for|to|on|onto|upon|in|into|inside|at|against|with|from|toward|towards|over|about|regarding|concerning|across|throughout|near)$/;
/** Clauses and coordinate acts tell of something else. */
const APART =
  /^(?:ccomp|parataxis|acl:relcl|advcl|conj|nsubj|csubj|obl:tmod|obl:unmarked|vocative|discourse)/;

/**
 * The first party that the event's own clause names behind the word that tells it: "announced a freeze of aid for the
 * hungry in Yemen". For where no role of the frame is filled.
 */
export function nearby(
  { doc, cast, codebook, head }: Scope,
  actors: readonly ActorMention[],
  type: EventType,
): readonly ActorMention[] {
  const isJudged = JUDGING.has(type);
  const own = new Set(actors.flatMap((one) => one.actors.map(({ name }) => name)));
  const words = subtree(
    doc,
    head,
    (child) =>
      APART.test(doc.tree.relations[child]!) ||
      !isAimed(doc, child, head) ||
      isIdle(doc, child) ||
      (isJudged && isDeed(doc, child, codebook)),
  );
  const found = words.find((word) => {
    const mention = word > head ? cast.at(word) : undefined;
    if (mention === undefined || mention.kind === 'pronoun' || mention.actors.length === 0) return false;
    if (isOwn(doc, mention) || isUnknown(mention)) return false;
    return !mention.actors.some(({ name }) => own.has(name)) && !actors.includes(mention);
  });
  if (found !== undefined) return mentions(phraseHeads(doc, found).map((one) => cast.at(one)));
  const place = words
    .map((word) => (word > head ? cast.placeAt(word) : undefined))
    .find((one) => one !== undefined);
  return place === undefined || place.place.country === null ? [] : [peopleAt(doc, place)];
}

/** Of somebody whose name is all that is known, nothing says that the act is aimed at him. */
function isUnknown({ actors }: ActorMention): boolean {
  return actors.every(({ country, sectors }) => country === null && sectors.length === 0);
}

/** Whoever lives or rules at the place that a word names; undefined where it names none of a known land. */
export function placeAt(doc: Document, cast: Cast, token: number): ActorMention | undefined {
  const place = cast.placeAt(token);
  return place === undefined || place.place.country === null ? undefined : peopleAt(doc, place);
}

/** Whoever lives or rules at a place: an act that is aimed at a town is aimed at its country. */
function peopleAt(doc: Document, { head, from, to, place }: PlaceMention): ActorMention {
  const mention = cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
  const actor: Actor = {
    name: place.name,
    country: place.country,
    sectors: [],
    title: null,
    person: null,
    id: null,
    mention,
    resolvedBy: 'place',
  };
  return { head, from, to, kind: 'named', actors: [actor] };
}

/** "its troops", "his wife": a party's own people. */
export function isOwn(doc: Document, { head }: ActorMention): boolean {
  return childrenBy(doc, head, 'nmod:poss').some((one) =>
    /^(?:its|their|his|her|our)$/i.test(doc.tokens[one]!.text),
  );
}

/** What stands under a noun may also be by somebody: "refused a request by the president", "an offer made by …". */
function isAimed(doc: Document, token: number, head: number): boolean {
  const preposition = prepositionOf(doc, token);
  return AIMING.test(preposition) || (preposition === 'by' && doc.tree.heads[token] !== head);
}

/** Types that judge what somebody did. */
const JUDGING: ReadonlySet<EventType> = new Set<EventType>(['ACCUSE', 'REJECT', 'SUPPORT']);

/** "denied the attack on …": whom a deed hurts, what is said of the deed is not aimed at. */
function isDeed(doc: Document, token: number, codebook: Codebook): boolean {
  const frames = codebook.nouns.get(doc.lemmas[token]!.toLowerCase()) ?? [];
  return frames.some(({ type }) => codebook.types.get(type)!.quad === 'material conflict');
}

/** "in a bid to", "in an attempt to", "in response to": a purpose or a reason. */
function isIdle(doc: Document, token: number): boolean {
  return /^(?:bid|attempt|effort|response|reply|retaliation|wake|time|year|week|month|day|statement|order|line|case|view|capacity)$/.test(
    doc.lemmas[token]!.toLowerCase(),
  );
}

/** "A Saudi-led raid", "an army-run operation": whoever leads a deed does it. */
function leadersOf(doc: Document, participle: number): readonly number[] {
  const isLed = /^(?:led|run|conducted|organised|organized)$/i.test(doc.tokens[participle]!.text);
  return isLed ? childrenBy(doc, participle, 'amod', 'compound', 'nsubj', 'obl') : [];
}

/** "Accused Moscow of …": the name right behind an active verb, where the tree has tied it to something further on. */
function rightBehind({ cast, head, arguments: args }: Scope): readonly ActorMention[] {
  if (args === undefined || args.isPassive) return [];
  return mentions([cast.beginningAt(head + 1).find(({ kind }) => kind !== 'generic')]);
}

/**
 * The clauses of the verb, and those of the nouns that it does something with: "its refusal to talk with Chile",
 * "repeated its demand that Chile pay".
 */
function clausesOf({ doc, head, arguments: args }: Scope): readonly DependentClause[] {
  const nouns = doc.upos[head] === 'NOUN' ? [head] : (args?.object ?? []);
  const own = nouns
    .flatMap((noun) => childrenBy(doc, noun, 'acl', 'ccomp'))
    .flatMap((clause): DependentClause[] => {
      const marks = childrenBy(doc, clause, 'mark').map((mark) => doc.tokens[mark]!.text.toLowerCase());
      if (marks.includes('to')) return [{ kind: 'to', head: clause }];
      return marks.includes('that') ? [{ kind: 'that', head: clause }] : [];
    });
  return [...(args?.clauses ?? []), ...own];
}

/** Whom the act in a dependent clause is aimed at: "threatened to tax Chinese goods". */
function inner(scope: Scope): readonly ActorMention[] {
  const { doc, cast } = scope;
  for (const { kind, head } of clausesOf(scope)) {
    if (kind === 'that') continue;
    const { object, indirect, obliques } = argumentsOf(doc, head);
    const aimed = obliques.filter(({ preposition }) =>
      /^(on|against|with|to|from|for|of|at)$/.test(preposition),
    );
    for (const heads of [object, indirect, aimed.map((one) => one.head)]) {
      const found = mentions(heads.map((one) => actorsOf(doc, cast, one)));
      if (found.length > 0) return found;
    }
    // Where the clause is knotted, the first party in it is the one it speaks of.
    const words = subtree(doc, head, (child) => doc.tree.relations[child] === 'ccomp');
    const within = mentions(words.map((word) => cast.at(word))).filter((one) => one.kind !== 'pronoun');
    if (within[0] !== undefined) return [within[0]];
  }
  return [];
}

/**
 * The mention that follows a preposition right behind the word or its object, whatever the tree hangs it on: where
 * phrases follow each other ("ambassadors to Chile for talks") the parser errs most.
 */
function adjoining(
  { doc, cast, head, arguments: args }: Scope,
  preposition: string,
): readonly ActorMention[] {
  for (const noun of [...(args?.object ?? []), head]) {
    const after = doc.tokens[noun + 1];
    if (after === undefined || after.sentence !== doc.tokens[noun]!.sentence) continue;
    if (!isPreposition(after.text.toLowerCase(), preposition)) continue;
    const first = cast.beginningAt(noun + 2).find(({ actors }) => actors.length > 0);
    if (first === undefined) continue;
    const next =
      doc.lemmas[first.to] === 'and'
        ? cast.beginningAt(first.to + 1).find(({ kind }) => kind === first.kind)
        : undefined;
    return mentions([first, next]);
  }
  return [];
}

/** "Monday Chile and Peru cut …": a name that only "and" parts from the subject acts with it, whatever the tree says. */
function withNeighbours({ doc, cast }: Scope, found: readonly ActorMention[]): readonly ActorMention[] {
  const first = found[0];
  if (first === undefined || first.kind !== 'named' || doc.lemmas[first.from - 1] !== 'and') return found;
  const before = cast.mentions.find(
    (one) => one.to === first.from - 1 && one.kind === 'named' && prepositionOf(doc, one.head) === '',
  );
  const isNew = before !== undefined && before.actors.length > 0 && !found.includes(before);
  const isFree = isNew && doc.upos[before.from - 1] !== 'ADP';
  return isFree ? [before, ...found] : found;
}

/** Noun phrases under a preposition: of the verb, of its object, or of the noun itself. */
function under({ doc, head, arguments: args, asked }: Scope, preposition: string): number[] {
  const found = (args?.obliques ?? [])
    .filter((oblique) => isPreposition(oblique.preposition, preposition))
    .map((oblique) => oblique.head);
  const isOn = preposition === 'on';
  for (const noun of [head, ...(args?.object ?? []), ...(asked === undefined ? [] : [asked])]) {
    for (const child of childrenBy(doc, noun, 'nmod', 'obl')) {
      // "Blamed the attack on civilians on Somalia": who is blamed stands under the verb, who is hurt under the deed.
      if (isOn && (noun === head ? child === culpritOf(doc, noun) : isBlaming(doc, head))) continue;
      if (isPreposition(prepositionOf(doc, child), preposition)) found.push(...phraseHeads(doc, child));
    }
  }
  if (found.length === 0 && preposition === 'by') found.push(...agentsBeyond(doc, head));
  return [...new Set(found)];
}

/** "The arrest of reporters by Chile": whoever is named by "by" does the deed, though the tree ties them to the reporters. */
function agentsBeyond(doc: Document, deed: number): number[] {
  return childrenBy(doc, deed, 'nmod')
    .filter((child) => prepositionOf(doc, child) === 'of')
    .flatMap((child) => childrenBy(doc, child, 'nmod'))
    .filter((child) => prepositionOf(doc, child) === 'by')
    .flatMap((child) => phraseHeads(doc, child));
}

/** Who is hit where a place or thing is: the country named by "in Syria" under the noun. */
function locus({ doc, cast }: Scope, noun: number): ActorMention | undefined {
  const places = childrenBy(doc, noun, 'nmod').filter((child) =>
    /^(in|of|at|near)$/.test(prepositionOf(doc, child)),
  );
  return mentions(places.map((child) => cast.at(child)))[0];
}

/** The mentions that there are, each once, titles with their bearers. */
export function mentions(all: readonly (ActorMention | undefined)[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (const one of all)
    if (one !== undefined && one.actors.length > 0 && !found.includes(one)) found.push(one);
  return found.filter((one) => !found.some((other) => isTitleOf(one, other)));
}

/** "Crown Prince Salman": a title right before a name is its bearer's, though the tree has parted them. */
function isTitleOf(title: ActorMention, name: ActorMention): boolean {
  return title.to === name.from && title.kind === 'described' && name.actors[0]?.person != null;
}
