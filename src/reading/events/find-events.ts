import type { Document } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Event, Statement, Vote } from '../contract.js';

/** Finds who did what to whom, as PLOVER events. */
export function findEvents(
  _doc: Document,
  _cast: Cast,
  _statements: readonly Statement[],
  _votes: readonly Vote[],
  _registry: Registry,
): Event[] {
  return [];
}
