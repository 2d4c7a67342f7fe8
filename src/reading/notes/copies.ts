import type { Document, Sentence } from '../../document/document.js';
import type { Note } from '../contract.js';
import { makeNote, quoted } from './note.js';

/** **Units** words: shorter sentences may well be said twice. */
const SHORTEST = 10;

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
  const copied = [...seen.values()].filter((copies) => copies.length > 1);
  const first = copied[0]?.[0];
  if (first === undefined) return [];
  const count = copied.length === 1 ? 'A sentence stands' : `${copied.length} sentences stand`;
  const text = `${count} in the report more than once: "${quoted(doc, first)}"`;
  return [
    makeNote(
      doc,
      'copy',
      text,
      copied.flat().sort((a, b) => a.start - b.start),
    ),
  ];
}
