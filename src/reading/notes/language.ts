import type { Document } from '../../document/document.js';
import { isReadable } from '../../document/report.js';
import type { Note } from '../contract.js';
import { makeNote } from './note.js';

/** Says that a report is not in English, or holds no words at all. */
export function noteLanguage(doc: Document): Note[] {
  const { text, language } = doc.report;
  if (!isReadable(doc.report)) {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language ?? '') ?? language;
    return [
      makeNote(doc, 'language', `The report is in ${name}, not in English; nothing was read out of it.`, []),
    ];
  }
  if (/\p{L}{2}/u.test(text)) return [];
  return [makeNote(doc, 'damage', 'The report holds no words; there was nothing to read.', [])];
}
