import type { Document } from '../../document/document.js';
import type { Cast } from '../cast.js';
import type { Dispute, Event, Statement } from '../contract.js';

/** Lays side by side who blames whom and who denies it. */
export function findDisputes(
  _doc: Document,
  _cast: Cast,
  _statements: readonly Statement[],
  _events: readonly Event[],
): Dispute[] {
  return [];
}
