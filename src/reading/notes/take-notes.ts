import type { Document } from '../../document/document.js';
import { isReadable } from '../../document/report.js';
import type { Cast } from '../cast.js';
import type { Note } from '../contract.js';
import { noteContradictions } from './contradictions/note-contradictions.js';
import { noteCopies } from './copies.js';
import { noteDamage } from './damage.js';
import { noteDating } from './dating.js';
import { noteLanguage } from './language.js';
import type { Findings } from './note.js';
import { noteOpenPronouns } from './open-pronouns.js';

/**
 * Says what a careful reader would stumble over: contradictions, open pronouns, missing dates, damage.
 *
 * **Shape** those about the whole report first, then in text order. Of a report that cannot be read there is one
 * note, which says why.
 */
export function takeNotes(doc: Document, cast: Cast, found: Findings): Note[] {
  const language = noteLanguage(doc);
  if (language.length > 0 && !isReadable(doc.report)) return language;
  const notes = [
    ...noteDamage(doc),
    ...noteCopies(doc),
    ...noteOpenPronouns(doc, cast, found.statements),
    ...noteContradictions(doc, found),
  ];
  notes.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  return [...language, ...noteDating(doc, found.votes), ...notes];
}
