import type { Document } from '../../../document/document.js';
import type { Note, Statement } from '../../contract.js';
import { makeNote, quoted } from '../note.js';
import { opposites } from './opposites.js';
import { type Deed, toldDeeds } from './told-deeds.js';

/**
 * "Rejected the treaty" beside "approved the treaty", "resigned on Monday" beside "has not resigned": what a report
 * itself tells of one thing in two sentences and cannot both be true. Where the two clauses give different times, or
 * words tell of a change, both may be.
 */
export function noteOpposites(doc: Document, statements: readonly Statement[]): Note[] {
  const deeds = toldDeeds(doc, statements);
  const byPatient = new Map<string, Deed[]>();
  for (const deed of deeds) byPatient.set(deed.patient, [...(byPatient.get(deed.patient) ?? []), deed]);
  const notes: Note[] = [];
  for (const all of byPatient.values()) {
    for (const [index, one] of all.entries()) {
      const other = all.slice(index + 1).find((later) => cannotBoth(one, later));
      if (other === undefined) continue;
      const [a, b] = [one, other].map(({ sentence }) => doc.sentences[sentence]!);
      const says = `Two sentences cannot both be true: "${quoted(doc, a!)}" and "${quoted(doc, b!)}"`;
      notes.push(makeNote(doc, 'contradiction', says, [a!, b!]));
    }
  }
  return notes;
}

function cannotBoth(one: Deed, other: Deed): boolean {
  if (one.sentence === other.sentence || !isSameThing(one, other)) return false;
  // What two sides say of it is a dispute.
  if (one.isSaid && other.isSaid) return false;
  if (other.state === 'open' && one.state === 'done') return one.verb === other.verb;
  if (one.when !== '' && other.when !== '' && one.when !== other.when) return false;
  const isDone = one.state === 'done' && other.state === 'done';
  if (isDone) return opposites().get(one.verb)?.has(other.verb) === true;
  return one.verb === other.verb && one.state !== other.state && one.state !== 'open';
}

/** The same noun, with nothing that tells the one from the other, and the same doer where both name one. */
function isSameThing(one: Deed, other: Deed): boolean {
  if (one.agent !== null && other.agent !== null && one.agent !== other.agent) return false;
  const shared = [...one.marks].filter((mark) => other.marks.has(mark)).length;
  return one.marks.size === 0 || other.marks.size === 0 || shared > 0;
}
