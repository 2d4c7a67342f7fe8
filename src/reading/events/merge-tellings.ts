import type { Document } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Event, EventType, Place, When } from '../contract.js';
import { daysBetween } from '../when.js';
import { fillIn } from './fill-in.js';
import { type Likeness, likenessOfParties } from './same-party.js';
import { type Telling, tellingOf } from './telling.js';

/** Events of a report, each once. */
export interface Merged {
  readonly events: readonly Event[];
  /** The event that stands for a telling, by the id that the telling had. */
  readonly standsFor: ReadonlyMap<string, string>;
}

/**
 * Makes one event of those that tell the same thing again: in the headline and below, as a verb and later as "the
 * attack". The fullest telling stays, with what only the others say; they leave their cues in its `alsoAt`.
 *
 * Two tellings are one only where nothing sets them apart (type, parties, time, place, toll, status) and enough joins
 * them: the same word, the same matter, the same numbers. It is worse to lose an incident than to count one twice, so
 * what is unclear stays apart.
 */
export function mergeTellings(doc: Document, events: readonly Event[], registry: Registry): Merged {
  const groups: Telling[][] = [];
  const ofType = new Map<EventType, Telling[][]>();
  for (const event of events) {
    const telling = tellingOf(doc, event);
    const rivals = ofType.get(event.type) ?? [];
    ofType.set(event.type, rivals);
    const group = rivals.find((all) => isInReach(all.at(-1)!, telling) && isTold(all, telling, registry));
    if (group !== undefined) group.push(telling);
    else {
      const opened = [telling];
      groups.push(opened);
      rivals.push(opened);
    }
  }
  const standsFor = new Map<string, string>();
  const merged = groups.map((group) => {
    const kept = group.reduce((best, one) => (fullness(one) > fullness(best) ? one : best)).event;
    for (const { event } of group) standsFor.set(event.id, kept.id);
    const others = group.map(({ event }) => event).filter((event) => event !== kept);
    return { ...fillIn(kept, others, registry), alsoAt: others.map(({ cue }) => cue) };
  });
  return { events: merged.sort((a, b) => a.cue.start - b.cue.start), standsFor };
}

/** Whether a group's event is told again: what agrees with its latest tellings agrees with those before. */
function isTold(group: readonly Telling[], telling: Telling, registry: Registry): boolean {
  const latest = group.slice(-LATEST);
  return (
    latest.every((one) => canBeOne(one, telling, registry)) &&
    latest.some((one) => bondsOf(one, telling, registry) >= ENOUGH)
  );
}

/** **Units** tellings of one event. */
const LATEST = 20;

/** **Units** bonds, as `bondsOf` counts them. */
const ENOUGH = 3;

/** Whether nothing that is told sets two events apart. */
function canBeOne(first: Telling, later: Telling, registry: Registry): boolean {
  const [one, other] = [first.event, later.event];
  // "The murder" takes up what was dated before it.
  const isTakenUp = later.isDefinite && other.when.text === null;
  return (
    one.type === other.type &&
    one.sentence !== other.sentence &&
    (one.mode === other.mode || one.mode === null || other.mode === null) &&
    statusOf(one, isTakenUp) === statusOf(other, isTakenUp) &&
    standingsAgree(one, other) &&
    agree(one.dead, other.dead) &&
    agree(one.injured, other.injured) &&
    (isTakenUp || timesAgree(one.when, other.when)) &&
    placesAgree(one.place, other.place) &&
    partiesAgree(one, other, registry) !== undefined
  );
}

function statusOf({ auxiliary }: Event, whenever: boolean): string {
  return auxiliary.filter((one) => !(whenever && one === 'historical')).join();
}

function agree(one: number | null, other: number | null): boolean {
  return one === null || other === null || one === other;
}

/** What one side alleges or denies is not what the report tells. */
function standingsAgree(one: Event, other: Event): boolean {
  const isPlain = ({ standing }: Event) => standing === 'reported' || standing === 'attributed';
  return one.standing === other.standing || (isPlain(one) && isPlain(other));
}

/** **Units** days. How far before it news of a day tells back without saying so. */
const NEWS = 3;

function timesAgree(one: When, other: When): boolean {
  if (one.start === null || other.start === null || one.end === null || other.end === null) return true;
  if (one.start <= other.end && other.start <= one.end) return true;
  if (one.text !== null && other.text !== null) return false;
  const gap = Math.max(daysBetween(one.end, other.start), daysBetween(other.end, one.start));
  return gap <= NEWS;
}

function placesAgree(one: Place | null, other: Place | null): boolean {
  if (one === null || other === null || one.name === other.name) return true;
  return one.kind !== other.kind && one.country === other.country;
}

function partiesAgree(
  one: Event,
  other: Event,
  registry: Registry,
): { actors: Likeness | 'open'; recipients: Likeness | 'open' } | undefined {
  const actors = likenessOfParties(one.actors, other.actors, registry);
  const recipients = likenessOfParties(one.recipients, other.recipients, registry);
  return actors === undefined || recipients === undefined ? undefined : { actors, recipients };
}

const BOND = { same: 1, alike: 0.5, open: 0 } as const;

/** **Units** sentences. What a headline tells is told again in the first few. */
const OPENING = 4;
/** **Units** sentences. Long reports tell of many things; whoever comes back to one after so long calls it "the …". */
const FARTHEST = 30;

function isInReach({ event }: Telling, later: Telling): boolean {
  return later.isDefinite || later.event.sentence - event.sentence <= FARTHEST;
}

/** How much joins two tellings that nothing sets apart. */
function bondsOf(one: Telling, other: Telling, registry: Registry): number {
  const parties = partiesAgree(one.event, other.event, registry);
  if (parties === undefined || [one, other].some(({ isOther, isAsked }) => isOther || isAsked)) return 0;
  const [a, b] = [one.event, other.event];
  const isOpening = one.isHeadline && b.sentence <= OPENING;
  // Words of two kinds are two sayings; deeds may be told by any word for them.
  if (one.word !== other.word && a.quad.startsWith('verbal') && !isOpening) return 0;
  if (!isInReach(one, other)) return 0;
  const shared = [...one.about].filter((word) => other.about.has(word)).length;
  let joined = Math.min(2, shared);
  if (isOpening) joined += 1;
  if (other.isDefinite) joined += 0.5;
  if (a.dead !== null && a.dead === b.dead) joined += 1;
  if (a.place !== null && a.place.name === b.place?.name) joined += 0.5;
  if (a.when.text !== null && b.when.text !== null && a.when.start === b.when.start) joined += 0.5;
  // The same parties do the same kind of thing over and over: something of this one must be told twice.
  if (joined === 0) return 0;
  return joined + BOND[parties.actors] + BOND[parties.recipients] + (one.word === other.word ? 1.5 : 0);
}

/** A telling that the report vouches for, that names both parties, time, place and toll, stays. */
function fullness({ event, isHeadline }: Telling): number {
  const { actors, recipients, place, when, dead, injured, mode, standing, confidence } = event;
  const named = [...actors, ...recipients].filter(
    ({ country, person }) => country !== null || person !== null,
  );
  return (
    (standing === 'reported' ? 2 : 0) +
    (actors.length > 0 ? 2 : 0) +
    (recipients.length > 0 ? 2 : 0) +
    Math.min(2, named.length) +
    (place === null ? 0 : 1) +
    (when.text === null ? 0 : 1) +
    (dead === null && injured === null ? 0 : 1) +
    (mode === null ? 0 : 0.5) +
    (isHeadline ? 0 : 0.25) +
    confidence
  );
}
