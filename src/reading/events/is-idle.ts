import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import type { Proposal } from './proposal.js';

/**
 * Whether a verb that takes another in comes to nothing by what it takes in: "plans to run a marathon" (to intend
 * what is no event is none either), "declined to comment" (to say nothing refuses nobody anything).
 */
export function isIdle(
  doc: Document,
  { frame, head, takes, isNominal }: Proposal,
  proposals: ReadonlyMap<number, Proposal>,
  codebook: Codebook,
): boolean {
  if (isNominal || !('clause' in frame) || frame.clause?.kind !== 'to') return false;
  const lemma = (token: number) => doc.lemmas[token]!.toLowerCase();
  if (frame.type === 'REJECT')
    return takes.some((clause) => doc.xpos[clause] === 'VB' && SAYING.has(lemma(clause)));
  if (!OF_THEMSELVES.has(frame.type) || !codebook.classes.get('intend')!.has(lemma(head))) return false;
  return !takes.some((clause) => proposals.has(clause) || proposals.has(phaseOf(doc, clause)));
}

/** "Vowed to keep fighting", "plans to resume shelling": what it is that is begun or goes on; else the word itself. */
export function phaseOf(doc: Document, verb: number): number {
  if (!PHASES.has(doc.lemmas[verb]!.toLowerCase())) return verb;
  return childrenBy(doc, verb, 'xcomp')[0] ?? verb;
}

const PHASES = new Set('begin commence continue keep renew restart resume start'.split(' '));

/** What one does with oneself alone: promise, menace, give in. */
const OF_THEMSELVES: ReadonlySet<string> = new Set(['AGREE', 'THREATEN', 'CONCEDE', 'SUPPORT']);

/** What whoever declines to do it declines to the press. */
const SAYING = new Set(
  'comment discuss disclose divulge elaborate identify name reveal say specify speculate'.split(' '),
);
