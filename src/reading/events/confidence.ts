import type { TypeFacts } from '../../registry/codebook/codebook.js';
import type { Actor } from '../contract.js';
import type { Embedding } from './embedding.js';
import type { Proposal } from './proposal.js';

/** What something adds to an event's confidence, or takes from it. */
export interface Share {
  readonly what: string;
  readonly share: number;
}

/** More conditions met and roles filled make a frame more certain; nominals and what did not happen, less. */
export function sharesOf(
  { frame, isNominal }: Pick<Proposal, 'frame' | 'isNominal'>,
  { requiresRecipient }: Pick<TypeFacts, 'requiresRecipient'>,
  actors: readonly Actor[],
  recipients: readonly Actor[],
  embedding: Pick<Embedding, 'isHypothetical' | 'isAlleged'>,
): Share[] {
  const shares = [{ what: 'a frame of the codebook fits', share: 0.4 }];
  if (frame.weight > 1)
    shares.push({ what: 'it asks for more than its word', share: 0.1 * Math.min(3, frame.weight - 1) });
  if (frame.weight < 1) shares.push({ what: 'it asks for little', share: 0.1 * (frame.weight - 1) });
  if (actors.some((one) => one.country !== null)) shares.push({ what: 'an actor has a country', share: 0.2 });
  else if (actors.length > 0) shares.push({ what: 'an actor is named', share: 0.1 });
  if (recipients.length > 0) shares.push({ what: 'a recipient is named', share: 0.15 });
  // Aid to nobody, sanctions on nobody: most such words tell of something else.
  else if (requiresRecipient) shares.push({ what: 'nobody is named whom it is done to', share: -0.1 });
  if (isNominal) shares.push({ what: 'a noun tells it', share: -0.1 });
  if (embedding.isHypothetical || embedding.isAlleged)
    shares.push({ what: 'it is hypothetical or alleged', share: -0.1 });
  return shares;
}

/** The sum of shares, never quite certain nor quite impossible. */
export function confidenceOf(shares: readonly Share[]): number {
  const sum = shares.reduce((total, { share }) => total + share, 0);
  return Math.round(Math.max(0.05, Math.min(0.95, sum)) * 100) / 100;
}
