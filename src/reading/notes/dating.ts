import type { Document } from '../../document/document.js';
import type { Note, Vote } from '../contract.js';
import { makeNote } from './note.js';

/** Says how a report without a date was dated, or that it was not and which words stay open for it. */
export function noteDating(doc: Document, votes: readonly Vote[]): Note[] {
  const { published, publishedNotBefore, publishedBasis } = doc.report;
  if (published !== null || doc.sentences.length === 0) return [];
  if (publishedBasis === 'record' && publishedNotBefore !== null) {
    const vote = votes.find(({ record }) => record?.date === publishedNotBefore);
    const by = vote?.record?.symbol ?? 'a vote';
    const text = `The report has no date. It tells of the vote on ${by}, held on ${publishedNotBefore}, so it appeared on that day or later, and its times are counted from there.`;
    return [makeNote(doc, 'dating', text, vote === undefined ? [] : [vote.span])];
  }
  if (publishedNotBefore !== null) return [];
  const open = doc.times.filter(({ type, value }) => type === 'date' && value.start === null).slice(0, 3);
  const words = open.map(({ text }) => `"${text}"`).join(', ');
  const text =
    open.length === 0
      ? 'Nothing gives the date of publication.'
      : `Nothing gives the date of publication, so ${words} could not be placed in the calendar.`;
  return [makeNote(doc, 'dating', text, open)];
}
