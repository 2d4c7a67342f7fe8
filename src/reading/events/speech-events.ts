import { recordId } from '../../document/identity.js';
import { spanIndex } from '../../document/span-index.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { isState } from '../../registry/sectors.js';
import type { Actor, Event, EventType, StanceAct, Statement } from '../contract.js';
import { isPublic } from './is-public.js';

/** Acts that are PLOVER events when they are aimed at somebody. */
const TYPES: Partial<Record<StanceAct, EventType>> = {
  accuses: 'ACCUSE',
  demands: 'REQUEST',
  denies: 'REJECT',
  praises: 'SUPPORT',
  promises: 'AGREE',
  supports: 'SUPPORT',
  threatens: 'THREATEN',
};

/**
 * Statements that are events as well, by what is said rather than by the verb that says it: "X said that Y bears
 * responsibility" is an accusation. Only those that no frame has found yet.
 *
 * **Shape** each is linked to its statement by `attributedTo`; what is told of is that it was said, so its standing
 * is reported.
 */
export function speechEvents(
  report: string,
  statements: readonly Statement[],
  events: readonly Event[],
  codebook: Codebook,
): Event[] {
  const found: Event[] = [];
  const byCue = spanIndex(events, ({ cue }) => [cue]);
  const bySentence = new Map<number, Event[]>();
  const add = (event: Event) =>
    bySentence.set(event.sentence, [...(bySentence.get(event.sentence) ?? []), event]);
  for (const event of events) add(event);
  for (const statement of statements) {
    const { speaker, cue: said, content } = statement;
    const cue = said ?? content[0];
    if (speaker === null || cue === undefined) continue;
    // "Rebels attacked the army": where a frame knows what the word tells, nothing was only said.
    if (said !== null && byCue.touching(said).some(({ quad }) => quad.startsWith('material'))) continue;
    for (const { type, toward, by } of actsOf(statement)) {
      if (toward.name === speaker.name || !(isPublic(speaker) || isPublic(toward))) continue;
      const known = (bySentence.get(statement.sentence) ?? []).some(
        (event) => event.type === type && event.actors.some((one) => one.name === speaker.name),
      );
      if (known) continue;
      const facts = codebook.types.get(type)!;
      const event: Event = {
        id: recordId(report, 'event', cue, `${type} ${speaker.name}|→|${toward.name}`),
        type,
        mode: null,
        contexts: [],
        quad: facts.quad,
        score: facts.score,
        cameo: null,
        actors: [speaker],
        recipients: [toward],
        when: statement.when,
        place: statement.place,
        auxiliary: [],
        standing: 'reported',
        attributedTo: statement.id,
        dead: null,
        injured: null,
        cue,
        alsoAt: [],
        sentence: statement.sentence,
        confidence: Math.round(statement.confidence * 70) / 100,
        by,
      };
      found.push(event);
      add(event);
    }
  }
  return found;
}

interface Act {
  readonly type: EventType;
  readonly toward: Actor;
  readonly by: string;
}

const TELLING =
  /^(?:t(?:ell|ells|old|elling)|inform(?:s|ed|ing)?|assur(?:e|es|ed|ing)|reassur(?:e|es|ed|ing))$/i;

function actsOf({ speaker, addressee, stance, cue }: Statement): Act[] {
  const acts: Act[] = [];
  for (const { act, toward } of stance) {
    const type = TYPES[act];
    if (type !== undefined && toward !== null) acts.push({ type, toward, by: `stance:${act}` });
  }
  // "Chile's minister told his Peruvian counterpart that …": governments that talk to each other consult.
  if (addressee !== null && speaker !== null && speaker.country !== addressee.country) {
    if (TELLING.test(cue?.text ?? '') && speaksForState(speaker) && speaksForState(addressee)) {
      acts.push({ type: 'CONSULT', toward: addressee, by: 'stance:tells' });
    }
  }
  return acts;
}

function speaksForState({ country, sectors }: Actor): boolean {
  return isState(country) && sectors[0] === 'GOV';
}
