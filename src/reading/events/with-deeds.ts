import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { type ActorMention, actorsOf, type Cast } from '../cast.js';
import { argumentsOf } from './arguments.js';
import type { Proposal } from './proposal.js';

/**
 * Proposals with those that tell one deed by two words made one.
 *
 * "A Saudi raid on Yemen killed ten": the noun keeps the event, for what is said of the deed is said there; whom it was
 * aimed at may stand with the verb. "Ten were killed in a Saudi raid", "shells fired by the army killed ten": the verb
 * keeps it, and whoever is behind the raid or the shells has done it.
 */
export function withDeeds(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  proposals: readonly Proposal[],
): Proposal[] {
  const found = new Map(proposals.map((one) => [one.head, one]));
  for (const verb of proposals) {
    if (verb.isNominal) continue;
    const deed = argumentsOf(doc, verb.head)
      .subject.map((one) => found.get(one))
      .find((one) => one?.isNominal && one.frame.type === verb.frame.type);
    if (deed !== undefined) {
      found.delete(verb.head);
      if (deed.recipients.length === 0) found.set(deed.head, { ...deed, recipients: verb.recipients });
      continue;
    }
    if (verb.frame.type !== 'ASSAULT' || verb.actors.length > 0 || verb.recipients.length === 0) continue;
    const behind = behindOf(doc, cast, codebook, verb, found);
    if (behind === undefined) continue;
    found.set(verb.head, { ...verb, actors: behind.actors });
    const noun = found.get(behind.deed);
    if (noun?.isNominal && noun.recipients.length === 0) found.delete(noun.head);
  }
  return [...found.values()];
}

/** The deed in which, or the weapon by which, people are hurt, with whoever is behind it. */
interface Behind {
  readonly deed: number;
  readonly actors: readonly ActorMention[];
}

/** Prepositions under which stands the deed that people are hurt by. */
const MEANS = /^(?:in|by|during|from|following|after|amid)$/;

function behindOf(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  verb: Proposal,
  proposals: ReadonlyMap<number, Proposal>,
): Behind | undefined {
  const violence = codebook.classes.get('violence-word')!;
  const { subject, obliques } = argumentsOf(doc, verb.head);
  for (const head of childrenBy(doc, verb.head, 'advcl')) {
    const deed = proposals.get(head);
    // "Killed as rebels shelled the town".
    if (deed?.frame.type === 'ASSAULT' && isAtOnce(doc, head) && deed.actors.length > 0)
      return { deed: head, actors: deed.actors };
  }
  const means = obliques.filter(({ preposition }) => MEANS.test(preposition)).map(({ head }) => head);
  for (const deed of [...subject, ...means]) {
    if (!violence.has(doc.lemmas[deed]!.toLowerCase())) continue;
    const told = proposals.get(deed);
    const actors = told === undefined ? agentsOf(doc, cast, deed) : foesOf(told);
    const others = actors.filter((one) => !verb.recipients.includes(one));
    if (others.length > 0) return { deed, actors: others };
  }
  return undefined;
}

/** Whether a clause says when: what happens as somebody strikes, he does. */
function isAtOnce(doc: Document, clause: number): boolean {
  const marks = childrenBy(doc, clause, 'mark', 'advmod').map((one) => doc.tokens[one]!.text.toLowerCase());
  return marks.some((word) => word === 'as' || word === 'when' || word === 'after');
}

/** Whoever does a deed; of one with somebody ("clashes with rebels"), where nobody else is named, he. */
function foesOf({ actors, recipients, frame }: Proposal): readonly ActorMention[] {
  return actors.length > 0 || !frame.recipient.includes('with') ? actors : recipients;
}

/** "A US operation", "shells fired by the army". */
function agentsOf(doc: Document, cast: Cast, deed: number): readonly ActorMention[] {
  const own = actorsOf(doc, cast, deed);
  if (own !== undefined) return [own];
  return childrenBy(doc, deed, 'acl')
    .filter((one) => doc.xpos[one] === 'VBN')
    .flatMap((one) => argumentsOf(doc, one).subject)
    .flatMap((one) => actorsOf(doc, cast, one) ?? []);
}
