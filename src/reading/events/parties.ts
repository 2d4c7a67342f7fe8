import type { Frame } from '../../registry/codebook/codebook.js';
import type { ActorMention } from '../cast.js';
import { fillRole, nearby, type Scope } from './roles.js';

/** Where a frame takes in a clause, whom it is aimed at may stand in there. */
function ofClause(frame: Frame): readonly string[] {
  if (!('clause' in frame)) return [];
  // "launched missiles to destroy the airfield in …": what force is used for tells on whom.
  if (frame.type === 'ASSAULT') return ['inner'];
  return frame.clause === null ? [] : [frame.clause.kind === 'that' ? 'clause' : 'inner'];
}

export interface Parties {
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

/**
 * Who acts, and on whom. Where parties act on an equal footing, all of them stand on both sides; nobody else can be
 * actor and recipient at once.
 */
export function partiesOf(scope: Scope, actorSources: readonly string[], frame: Frame): Parties {
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
  const recipients = others.filter((one) => !actors.includes(one));
  const isOpen = recipients.length === 0 && frame.recipient.length > 0 && actors.length > 0;
  return { actors, recipients: isOpen ? nearby(scope, actors, frame.type) : recipients };
}
