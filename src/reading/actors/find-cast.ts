import type { Document } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';

/** Finds everybody who can act, and says who they are. */
export function findCast(_doc: Document, _registry: Registry): Cast {
  return { mentions: [], places: [], at: () => undefined };
}
