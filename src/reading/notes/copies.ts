import type { Document, Sentence } from '../../document/document.js';
import type { Note } from '../contract.js';
import { makeNote, quoted } from './note.js';

/** **Units** words: shorter sentences may well be said twice. */
const SHORTEST = 8;

/** Says which sentences stand in the report more than once. */
export function noteCopies(doc: Document): Note[] {
  const seen = new Map<string, Sentence[]>();
  for (const sentence of doc.sentences) {
    const words =
      doc.report.text
        .slice(sentence.start, sentence.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < SHORTEST) continue;
    const key = words.join(' ');
    seen.set(key, [...(seen.get(key) ?? []), sentence]);
  }
  return [...seen.values()]
    .filter((copies) => copies.length > 1)
    .map((copies) =>
      makeNote(
        doc,
        'copy',
        `This stands in the report ${copies.length} times: "${quoted(doc, copies[0]!)}"`,
        copies,
      ),
    );
}
