import type { Document } from '../../../document/document.js';
import type { Codebook } from '../../../registry/codebook/codebook.js';
import type { Event, Standing } from '../../contract.js';
import type { Framed } from '../framed.js';
import { type RelationType, relationTypeOf } from '../relation-type.js';
import { type Arbiter, judge } from './arbiter.js';
import { seePair } from './see-pair.js';

/** How sure the arbiter must be of another type, and how many times likelier it must be, for a frame to give way. */
const SURE = 0.6;
const LIKELIER = 4;

/** Of what is only suspected, the words around tell of the suspicion. */
const SUSPECTED: ReadonlySet<string> = new Set<Standing>(['alleged', 'denied']);

/**
 * The event with the type that the whole clause speaks for, and how likely that is.
 *
 * The frame proposes. Where it rests on a single word, and tells what one party does to another, a type that the
 * arbiter is sure of stands instead: "attacked" is an assault until "over his record" follows. A frame of several
 * words knows better. The arbiter knows relations, in which a bare future is an agreement: where the event's status
 * says as much, it stays as it is.
 */
export function arbitrate(
  doc: Document,
  framed: readonly Framed[],
  { proposal }: Framed,
  event: Event,
  arbiter: Arbiter,
  codebook: Codebook,
): Event {
  const [actor, recipient] = pairOf(event);
  if (actor === null && recipient === null) return event;
  const { bag, nearest } = seePair(doc, framed, codebook, actor, recipient);
  const odds = judge(arbiter, bag);
  const chance = (type: RelationType) => odds[arbiter.types.indexOf(type)] ?? 0;
  const own = chance(relationOf(event, codebook));
  const most = Math.max(...odds);
  const likeliest = arbiter.types[odds.indexOf(most)]!;
  const isOpen =
    actor !== null &&
    recipient !== null &&
    nearest?.proposal === proposal &&
    !proposal.isNominal &&
    proposal.frame.weight === 1 &&
    // What the user writes is not overruled.
    !proposal.frame.entry.isOwn &&
    event.auxiliary.length === 0 &&
    !SUSPECTED.has(event.standing);
  if (!isOpen || most < SURE || most < LIKELIER * own) {
    return { ...event, confidence: blend(event.confidence, own) };
  }
  const type = likeliest === 'YIELD' ? 'CONCEDE' : likeliest;
  const { quad, score } = codebook.types.get(type)!;
  return {
    ...event,
    type,
    mode: null,
    quad,
    score,
    cameo: null,
    confidence: blend(event.confidence, most),
    by: `${event.by} > arbiter`,
  };
}

/** Where parties act on an equal footing, the first of them and the next. */
export function pairOf({ actors, recipients }: Event) {
  const actor = actors[0]?.mention ?? null;
  const recipient = recipients.find(({ mention }) => mention.start !== actor?.start)?.mention ?? null;
  return [actor, recipient] as const;
}

/** What the event is called as a relation between its parties. */
export function relationOf(event: Event, codebook: Codebook): RelationType {
  const { auxiliary } = event;
  const embedding = { isNegated: auxiliary.includes('negation'), isFuture: auxiliary.includes('future') };
  return relationTypeOf(event, embedding, codebook);
}

/** How sure an event is: that it is told, with these parties, and that it is of this type. */
function blend(told: number, typed: number): number {
  return Math.round(100 * told * (0.4 + 0.6 * typed)) / 100;
}
