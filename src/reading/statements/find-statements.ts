import type { Document } from '../../document/document.js';
import type { Cast } from '../cast.js';
import type { Event, Statement } from '../contract.js';

/** Finds who says what. */
export function findStatements(_doc: Document, _cast: Cast): Statement[] {
  return [];
}

/** Adds to each statement what its speaker does by it: accuses, denies, demands. */
export function addStances(
  _doc: Document,
  _cast: Cast,
  statements: readonly Statement[],
  _events: readonly Event[],
): Statement[] {
  return [...statements];
}
