import type { Frame } from '../../registry/codebook/codebook.js';
import type { ActorMention } from '../cast.js';
import type { Actor, EventType } from '../contract.js';
import { FORCES } from './forces.js';
import { asGuess } from './guess.js';
import { fillRole, nearby, placeAt, type Scope } from './roles.js';

/** Where a frame takes in a clause, whom it is aimed at may stand in there. */
function ofClause(frame: Frame): readonly string[] {
  // "Its refusal to talk with Chile", "a demand that Chile pay": what a word is about tells whom it is said to.
  if (!('clause' in frame)) return ABOUT_DEEDS.has(frame.type) ? ['inner', 'clause'] : [];
  if ('object' in frame && frame.object !== null && frame.type === 'REQUEST') return ['clause'];
  // "launched missiles to destroy the airfield in …": what force is used for tells on whom.
  if (frame.type === 'ASSAULT') return ['inner'];
  return frame.clause === null ? [] : [frame.clause.kind === 'that' ? 'clause' : 'inner'];
}

/** Types that are about something to be done. */
const ABOUT_DEEDS: ReadonlySet<EventType> = new Set<EventType>(['REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

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
  const sources = frame.recipient.filter((source) => source !== 'both');
  const given = fillRole(scope, [...sources, ...ofClause(frame)]);
  // "X and Y agreed to open their border": whoever is met again in what they agree on is no third.
  const equals = mutual ? fillRole(scope, ['both']).flatMap((one) => one.actors) : [];
  const others = given.filter(
    (one) => !one.actors.every((actor) => equals.some(({ name }) => name === actor.name)),
  );
  // "X and Y agreed to share news of Z": only who stands with them is a party beside those who agree.
  const partners = mutual && sources.includes('with') ? fillRole(scope, ['with']) : others;
  if (mutual && partners.length === 0) {
    const between = ['between', ...actorSources, 'modifier', 'possessor', 'of'];
    const parties = [
      fillRole(scope, ['both']),
      ...(others.length === 0 ? [fillRole(scope, between)] : []),
    ].find((all) => all.reduce((count, one) => count + one.actors.length, 0) > 1);
    if (parties !== undefined) return { actors: parties, recipients: parties };
  }
  const doers = fillRole(scope, actorSources);
  const actors =
    [doers, sentForth(scope, frame), sovereignOf(scope, frame)].find((all) => all.length > 0) ?? doers;
  const recipients = others.filter((one) => !actors.includes(one));
  const isOpen = recipients.length === 0 && frame.recipient.length > 0 && actors.length > 0;
  return { actors, recipients: isOpen ? nearby(scope, actors, frame.type).map(asGuess) : recipients };
}

/** Acts that only a state does in its own land. */
const SOVEREIGN: ReadonlySet<string> = new Set([
  'arrest',
  'deport',
  'convict',
  'curfew',
  'martial-law',
  'censor',
]);

/** "Was arrested in Chile", "was expelled from Chile": where nobody is said to do it, the state of that land does. */
function sovereignOf(
  { cast, arguments: args, doc, head }: Scope,
  { type, mode }: Frame,
): readonly ActorMention[] {
  if (args?.isPassive !== true || args.subject.length > 0) return [];
  const isExpelled = doc.lemmas[head] === 'expel';
  const isState = type === 'COERCE' || type === 'SANCTION';
  if (!isExpelled && (!isState || !SOVEREIGN.has(mode ?? ''))) return [];
  const wanted = isExpelled || mode === 'deport' ? 'from' : 'in';
  const lands = args.obliques
    .filter(({ preposition }) => preposition === wanted)
    .flatMap(({ head: land }) => cast.at(land) ?? placeAt(doc, cast, land) ?? []);
  return lands.filter(({ kind, actors }) => kind === 'named' && actors.every(isLand)).slice(0, 1);
}

function isLand({ country, sectors, person, resolvedBy }: Actor): boolean {
  const isState = sectors.length === 1 && sectors[0] === 'GOV' && /^(?:name|place|capital)$/.test(resolvedBy);
  return country !== null && person === null && (isState || (sectors.length === 0 && resolvedBy === 'place'));
}

/** "Chilean soldiers were deployed": where nobody is said to send them, soldiers who are sent act for themselves. */
function sentForth({ cast, arguments: args }: Scope, { type, mode }: Frame): readonly ActorMention[] {
  const isOwn = type === 'MOBILIZE' || type === 'AID' || mode === 'disarm';
  if (args?.isPassive !== true || !isOwn) return [];
  return args.object.flatMap((one) => {
    const mention = cast.at(one);
    const isForce = mention?.actors.some(({ sectors }) => sectors.some((sector) => FORCES.has(sector)));
    return mention !== undefined && isForce ? [mention] : [];
  });
}
