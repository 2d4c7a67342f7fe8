import type { Registry } from '../../registry/registry.js';
import type { Actor, Event } from '../contract.js';
import { likenessOfParties } from './same-party.js';

/**
 * An event with what its own telling leaves out and others of the same event say: more of its parties, its time,
 * place, mode and toll. What it says itself stays.
 */
export function fillIn(event: Event, others: readonly Event[], registry: Registry): Event {
  let known = event;
  for (const other of others) {
    const isMutual = known.actors.length > 0 && namesOf(known.actors) === namesOf(known.recipients);
    const actors = joined(known.actors, other.actors, isMutual ? [] : known.recipients, registry);
    const recipients = isMutual ? actors : joined(known.recipients, other.recipients, actors, registry);
    const isTold = known.when.text !== null || other.when.text === null;
    known = {
      ...known,
      actors,
      recipients,
      ...(known.mode === null && other.mode !== null ? { mode: other.mode, score: other.score } : {}),
      when: isTold ? known.when : other.when,
      place: known.place ?? other.place,
      dead: known.dead ?? other.dead,
      injured: known.injured ?? other.injured,
    };
  }
  return known;
}

function namesOf(actors: readonly Actor[]): string {
  return actors.map(({ name }) => name).join('|');
}

/** One side of an event with those whom only the other telling names there; nobody stands on both sides. */
function joined(
  own: readonly Actor[],
  others: readonly Actor[],
  facing: readonly Actor[],
  registry: Registry,
): Actor[] {
  const isNew = (actor: Actor) =>
    [...own, ...facing].every((one) => likenessOfParties([one], [actor], registry) === undefined);
  return [...own, ...others.filter(isNew)];
}
