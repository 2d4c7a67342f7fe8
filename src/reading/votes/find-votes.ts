import type { Document } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Vote } from '../contract.js';

/** Finds how councils and parliaments voted, and links a vote of the Security Council to its record. */
export function findVotes(_doc: Document, _cast: Cast, _registry: Registry): Vote[] {
  return [];
}
