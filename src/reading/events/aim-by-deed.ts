import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import type { Actor, Event, EventType } from '../contract.js';
import { argumentsOf } from './arguments.js';
import type { Proposal } from './proposal.js';

/** An event and what proposed it. */
export interface Told {
  readonly event: Event;
  readonly proposal: Proposal;
}

/** What words alone can be aimed at: somebody's deed. */
const JUDGING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);
/** Nouns that take any deed up again. */
const ANY_DEED = new Set(
  'act action decision measure move operation step campaign policy deed behaviour behavior response'.split(
    ' ',
  ),
);
/** **Units** sentences. */
const FARTHEST = 6;

/**
 * Who is judged where only the deed is named: "Chile raided Peru. Bolivia condemned the raid" is aimed at Chile. The
 * deed is the last one before it that the noun can stand for; its doers are the recipients, `resolvedBy` "event".
 *
 * **Shape** the events in the order given.
 */
export function aimByDeed(doc: Document, told: readonly Told[], codebook: Codebook): Event[] {
  return told.map(({ event, proposal }, index) => {
    if (event.recipients.length > 0 || proposal.isNominal || !JUDGING.has(event.type)) return event;
    for (const noun of argumentsOf(doc, proposal.head).object) {
      const doers = doersOf(doc, noun, told.slice(0, index), codebook);
      const others = doers.filter((one) => !event.actors.some((actor) => isAlike(actor, one)));
      if (others.length > 0) return { ...event, recipients: others };
    }
    return event;
  });
}

function doersOf(doc: Document, noun: number, before: readonly Told[], codebook: Codebook): Actor[] {
  if (!isDefinite(doc, noun)) return [];
  const lemma = doc.lemmas[noun]!.toLowerCase();
  const types = new Set((codebook.nouns.get(lemma) ?? []).map(({ type }) => type));
  const { sentence } = doc.tokens[noun]!;
  const deed = before.findLast(
    ({ event, proposal }) =>
      proposal.head !== noun &&
      event.actors.length > 0 &&
      event.actors !== event.recipients &&
      sentence - event.sentence <= FARTHEST &&
      (types.has(event.type) ||
        (ANY_DEED.has(lemma) && event.quad.startsWith('material') && sentence - event.sentence <= 1)),
  );
  return (deed?.event.actors ?? []).map((one) => ({ ...one, resolvedBy: 'event' }));
}

/** "The strikes", "this move": taken up again, and by nothing else that says whose it is. */
function isDefinite(doc: Document, noun: number): boolean {
  const children = doc.tree.children[noun] ?? [];
  if (children.some((child) => /^(?:nmod|acl|compound)/.test(doc.tree.relations[child]!))) return false;
  return children.some((child) => /^(?:the|this|these|that|those)$/i.test(doc.tokens[child]!.text));
}

function isAlike(a: Actor, b: Actor): boolean {
  return a.name === b.name || (a.country !== null && a.country === b.country);
}
