import type { Document } from '../../document/document.js';
import type { Cast } from '../cast.js';
import type { Event, Note, Statement, Vote } from '../contract.js';

/** Says what a careful reader would stumble over: contradictions, open pronouns, missing dates, damage. */
export function takeNotes(
  _doc: Document,
  _cast: Cast,
  _found: {
    readonly events: readonly Event[];
    readonly statements: readonly Statement[];
    readonly votes: readonly Vote[];
  },
): Note[] {
  return [];
}
