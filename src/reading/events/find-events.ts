import type { Document } from '../../document/document.js';
import { type SpanIndex, spanIndex } from '../../document/span-index.js';
import { findTurns } from '../../language/references/find-turns.js';
import type { Registry } from '../../registry/registry.js';
import { isState, type Sector } from '../../registry/sectors.js';
import type { Cast } from '../cast.js';
import type { Actor, Event, EventType, Statement, Vote } from '../contract.js';
import { aimByDeed, type Told } from './aim-by-deed.js';
import type { Arbiter } from './arbiter/arbiter.js';
import { arbitrate } from './arbiter/arbitrate.js';
import { frameAll } from './framed.js';
import { isIdle } from './is-idle.js';
import { hasPower, isPublic } from './is-public.js';
import { isTalk } from './is-talk.js';
import type { Proposal } from './proposal.js';
import { proposeEvents } from './propose.js';
import { settle } from './settle.js';
import { withCompany } from './with-company.js';
import { withDeeds } from './with-deeds.js';

/**
 * Finds who did what to whom, as PLOVER events.
 *
 * **Shape** in text order. Actors and recipients are lists: those of conjoined names, and of parties that act on an
 * equal footing ("X and Y met"), who then stand on both sides. A recipient is whom the act is aimed at, not the
 * grammatical object; where nobody can be named the list is empty.
 * **Source** PLOVER manual, draft of 4 February 2024 (Open Event Data Alliance).
 */
export function findEvents(
  doc: Document,
  cast: Cast,
  statements: readonly Statement[],
  votes: readonly Vote[],
  registry: Registry,
  arbiter: Arbiter,
): Event[] {
  const { codebook } = registry;
  const proposed = withDeeds(doc, cast, codebook, proposeEvents(doc, cast, codebook));
  const proposals = withCompany(doc, proposed);
  const byHead = new Map(proposals.map((proposal) => [proposal.head, proposal]));
  const framed = frameAll(doc, proposals, codebook);
  const told = spanIndex(statements, ({ content }) => content);
  const sayings = spanIndex(statements, ({ cue }) => (cue === null ? [] : [cue]));
  const grounds = { doc, cast, codebook, told, votes, proposals: byHead };
  const found: Told[] = [];
  const turns = findTurns(doc);
  for (const one of framed) {
    const { proposal, embedding } = one;
    if (proposal.isVague || embedding.isPart) continue;
    if (isTalk(doc, proposal.head, turns) || isIdle(doc, proposal, byHead, codebook)) continue;
    const event = settle(grounds, proposal, embedding);
    if (!isTold(event, proposal) || isOfWords(event, proposal, sayings)) continue;
    found.push({ event: arbitrate(doc, framed, one, event, arbiter, codebook), proposal });
  }
  return distinct(aimByDeed(doc, found, codebook));
}

/**
 * "The senator attacked the minister for it": a statement by the same word, of somebody in politics, is no blow;
 * "ordered air strikes" is one.
 */
function isOfWords({ type, cue }: Event, { frame }: Proposal, sayings: SpanIndex<Statement>): boolean {
  if (type !== 'ASSAULT' || frame.weight > 1) return false;
  return sayings
    .touching(cue)
    .some(
      (one) => one.speaker?.person != null && one.speaker.sectors.some((sector) => POLITICAL.has(sector)),
    );
}

const POLITICAL: ReadonlySet<string> = new Set<Sector>(['GOV', 'LEG', 'OPP', 'PTY', 'ELI']);

/**
 * Words alone do nothing: somebody must say them. What is done may stay without a doer, but not without any party.
 * One at least must be more than a private person, unless people are hurt; and who meets must meet somebody.
 */
function isTold(
  { type, mode, by, quad, actors, recipients, dead, injured }: Event,
  { frame }: Proposal,
): boolean {
  const parties = [...actors, ...recipients];
  if (
    type === 'CONSULT' &&
    (parties.some(isPress) || (/^verb:interview/.test(by) && !actors.some(isOfState)))
  )
    return false;
  if (mode === 'visit' && (isAtHome(parties) || (recipients.length > 0 && !recipients.some(hasPower))))
    return false;
  const isGrave = dead !== null || injured !== null;
  if (!isGrave && !parties.some(isPublic)) return false;
  if (!OF_ANYBODY.has(type) && actors.length > 0 && !parties.some(hasPower)) return false;
  if (type === 'CONSULT' && recipients.length === 0 && !actors.some(isMany) && actors.length < 2)
    return false;
  if (actors.length > 0) return true;
  if (quad === 'material conflict') return recipients.length > 0;
  // "The minister faced trial": courts need no name.
  return frame.recipient.includes('subject') && recipients.some(hasPower);
}

/** Violence and protest are public whoever is in them. */
const OF_ANYBODY: ReadonlySet<EventType> = new Set<EventType>(['ASSAULT', 'PROTEST', 'MOBILIZE']);

/** To speak to a newspaper is to speak to its readers. */
function isPress({ sectors }: Actor): boolean {
  return sectors[0] === 'JRN';
}

const OF_STATE: ReadonlySet<string> = new Set<Sector>(['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY']);

function isOfState({ sectors }: Actor): boolean {
  return sectors[0] !== undefined && OF_STATE.has(sectors[0]);
}

/** "The president visited California": who travels in his own country meets no other government. */
function isAtHome(parties: readonly Actor[]): boolean {
  return parties.length > 1 && new Set(parties.map((one) => one.country)).size === 1;
}

/** Bodies and groups of people can meet by themselves. */
function isMany({ person, country, sectors, mention }: Actor): boolean {
  if (person !== null) return false;
  return !isState(country) || sectors.length === 0 || /s$/i.test(mention.text);
}

/** One telling each: of events of one sentence with the same type and parties, the most certain stays. */
function distinct(events: readonly Event[]): Event[] {
  const best = new Map<string, Event>();
  for (const event of events) {
    const parties = [event.actors, event.recipients].map((all) => all.map((one) => one.name).join('|'));
    const key = [event.sentence, event.type, ...parties].join('→');
    const other = best.get(key);
    if (other === undefined || event.confidence > other.confidence) best.set(key, event);
  }
  const kept = new Set(best.values());
  return events.filter((event) => kept.has(event));
}
