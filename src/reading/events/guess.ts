import type { ActorMention } from '../cast.js';
import type { Actor } from '../contract.js';

/** What `resolvedBy` ends in where no role of the frame gives a party. */
const NEARBY = '+nearby';

/** A party that no role of the frame gives is a guess, and says so. */
export function asGuess(mention: ActorMention): ActorMention {
  return {
    ...mention,
    actors: mention.actors.map((one) => ({ ...one, resolvedBy: `${one.resolvedBy}${NEARBY}` })),
  };
}

/** Whether somebody is taken for a party only because the event's clause names him. */
export function isGuess({ resolvedBy }: Actor): boolean {
  return resolvedBy.endsWith(NEARBY);
}
