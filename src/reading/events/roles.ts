import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { RoleSource } from '../../registry/codebook/codebook.js';
import { type ActorMention, actorsOf, type Cast } from '../cast.js';
import { type Arguments, phraseHeads, prepositionOf } from './arguments.js';

/** A verb or noun with all that can fill a role of its event. */
export interface Scope {
  readonly doc: Document;
  readonly cast: Cast;
  /** The word that tells the event. */
  readonly head: number;
  /** The verb's arguments; for a noun, those of the light verb that carries it, if any. */
  readonly arguments: Arguments | undefined;
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
  const { doc, cast, head, arguments: args } = scope;
  switch (source) {
    case 'subject':
      return mentions((args?.subject ?? []).map((one) => actorsOf(doc, cast, one)));
    case 'object':
      return mentions((args?.object ?? []).map((one) => ownMention(cast, one)));
    case 'indirect':
      return mentions((args?.indirect ?? []).map((one) => actorsOf(doc, cast, one)));
    case 'owner':
      return mentions((args?.object ?? []).flatMap((one) => [actorsOf(doc, cast, one), locus(scope, one)]));
    case 'both': {
      const parties = mentions((args?.subject ?? []).map((one) => actorsOf(doc, cast, one)));
      return parties.reduce((count, one) => count + one.actors.length, 0) > 1 ? parties : [];
    }
    case 'possessor':
      return mentions(childrenBy(doc, head, 'nmod:poss').map((one) => actorsOf(doc, cast, one)));
    case 'modifier':
      return mentions(
        childrenBy(doc, head, 'amod', 'compound')
          .flatMap((one) => phraseHeads(doc, one))
          .map((one) => cast.at(one)),
      );
    default:
      return mentions(under(scope, source).map((one) => actorsOf(doc, cast, one) ?? locus(scope, one)));
  }
}

/** Noun phrases under a preposition: of the verb, of its object, or of the noun itself. */
function under({ doc, head, arguments: args }: Scope, preposition: string): number[] {
  const found = (args?.obliques ?? [])
    .filter((oblique) => matches(oblique.preposition, preposition))
    .map((oblique) => oblique.head);
  for (const noun of [head, ...(args?.object ?? [])]) {
    for (const child of childrenBy(doc, noun, 'nmod', 'obl')) {
      if (matches(prepositionOf(doc, child), preposition)) found.push(...phraseHeads(doc, child));
    }
  }
  return [...new Set(found)];
}

/** "towards" serves for "toward", "upon" for "on". */
const VARIANTS: Readonly<Record<string, string>> = {
  upon: 'on',
  towards: 'to',
  toward: 'to',
  amongst: 'among',
};

function matches(found: string, wanted: string): boolean {
  return found === wanted || VARIANTS[found] === wanted;
}

function ownMention(cast: Cast, token: number): ActorMention | undefined {
  return cast.at(token);
}

/** Who is hit where a place or thing is: the country named by "in Syria" under the noun. */
function locus({ doc, cast }: Scope, noun: number): ActorMention | undefined {
  const places = childrenBy(doc, noun, 'nmod').filter((child) =>
    /^(in|of|at|near)$/.test(prepositionOf(doc, child)),
  );
  return mentions(places.map((child) => cast.at(child)))[0];
}

function mentions(all: readonly (ActorMention | undefined)[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (const one of all)
    if (one !== undefined && one.actors.length > 0 && !found.includes(one)) found.push(one);
  return found;
}
