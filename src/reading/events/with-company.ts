import type { Document } from '../../document/document.js';
import { childrenBy, hasCase } from '../../document/tree.js';
import type { EventType } from '../contract.js';
import { isGuess } from './guess.js';
import type { Proposal } from './proposal.js';

/**
 * Proposals with what the words in their company tell of them.
 *
 * "Marched in protest", "met at a summit": the word that an event is set in tells no second one of its kind. "Went on
 * strike to demand money of the army": whom people protest against may stand in what they protest for.
 */
export function withCompany(doc: Document, proposals: readonly Proposal[]): Proposal[] {
  const found = new Map(proposals.map((one) => [one.head, one]));
  for (const noun of proposals) {
    const host = noun.isNominal ? hostOf(doc, noun, found) : undefined;
    if (host === undefined) continue;
    found.delete(noun.head);
    if (host.recipients.length === 0) found.set(host.head, { ...host, recipients: noun.recipients });
  }
  for (const protest of [...found.values()]) {
    if (protest.frame.type !== 'PROTEST' || protest.recipients.some(({ actors }) => !actors.every(isGuess)))
      continue;
    const aims = purposesOf(doc, protest).map((head) => found.get(head));
    const recipients = aims
      .flatMap((aim) => (aim !== undefined && AIMS.has(aim.frame.type) ? aim.recipients : []))
      .filter((one) => !protest.actors.includes(one));
    if (recipients.length > 0) found.set(protest.head, { ...protest, recipients, isVague: false });
  }
  return [...found.values()];
}

/** Types of what people protest for or against. */
const AIMS: ReadonlySet<EventType> = new Set<EventType>(['ACCUSE', 'PROTEST', 'REJECT', 'REQUEST']);

/** Types that nouns tell of as the frame of what happens in them. */
const SETTINGS: ReadonlySet<EventType> = new Set<EventType>(['CONSULT', 'PROTEST']);

/** **Units** steps up the tree. */
const FARTHEST = 3;

/** The event of the same kind that is set in what a noun tells. */
function hostOf(
  doc: Document,
  noun: Proposal,
  proposals: ReadonlyMap<number, Proposal>,
): Proposal | undefined {
  if (!SETTINGS.has(noun.frame.type)) return undefined;
  let at = noun.head;
  for (let steps = 0; steps < FARTHEST; steps++) {
    if (!/^(?:obl|nmod)/.test(doc.tree.relations[at]!)) return undefined;
    if (!hasCase(doc, at, 'at', 'in', 'during', 'within')) return undefined;
    at = doc.tree.heads[at]!;
    const host = proposals.get(at);
    // "Met him at the G20 summit": whoever holds the summit is no third party to a meeting that names two.
    const isWhole = host !== undefined && host.actors.length > 0 && host.recipients.length > 0;
    if (host?.frame.type === noun.frame.type) return isWhole || noun.actors.length === 0 ? host : undefined;
  }
  return undefined;
}

/** The verbs that say what it is done for: "to demand …", "demanding …", "in protest at …". */
function purposesOf(doc: Document, { head, cue }: Proposal): number[] {
  const hosts = [...new Set([head, ...cue])];
  return hosts.flatMap((host) => {
    const direct = childrenBy(doc, host, 'advcl', 'acl', 'xcomp').filter((one) => doc.upos[one] === 'VERB');
    return [...direct, ...direct.flatMap((one) => childrenBy(doc, one, 'conj'))];
  });
}
