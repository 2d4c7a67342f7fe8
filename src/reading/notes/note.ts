import type { Document } from '../../document/document.js';
import { cut, type Range } from '../../document/span.js';
import type { Event, Note, Statement, Vote } from '../contract.js';

/** What has been found in a document before notes are taken. */
export interface Findings {
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly votes: readonly Vote[];
}

/** A note on the ranges given; each is cut out of the report. */
export function makeNote(doc: Document, kind: Note['kind'], text: string, ranges: readonly Range[]): Note {
  return { kind, text, spans: ranges.map(({ start, end }) => cut(doc.report.text, start, end)) };
}

/** **Units** characters of a sentence that a note repeats. */
const QUOTED = 200;

/** A stretch of the report as a note quotes it: on one line, and not too long. */
export function quoted(doc: Document, { start, end }: Range): string {
  const text = doc.report.text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return text.length <= QUOTED ? text : `${text.slice(0, text.lastIndexOf(' ', QUOTED))} …`;
}
