import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import type { EventType } from '../contract.js';
import { argumentsOf } from './arguments.js';

/** What floods and crashes do to people too: hurt them, ruin what is theirs, make them leave. */
function isSuffered(doc: Document, head: number, type: EventType): boolean {
  return type === 'ASSAULT' || (type === 'COERCE' && doc.lemmas[head] === 'force');
}

/** Words of harm that say nothing of its cause. */
const HARM = new Set('burn destroy destruction devastate force hit hurt injure kill strike wound'.split(' '));

/**
 * Whether a deed that nobody is named for tells of an accident: its sentence speaks of one, or, where that says nothing
 * of the kind, the report opens with one; and neither speaks of violence.
 */
export function isMishap(doc: Document, head: number, type: EventType, codebook: Codebook): boolean {
  if (!isSuffered(doc, head, type)) return false;
  const { index, from: begin, to, paragraph } = doc.sentences[doc.tokens[head]!.sentence]!;
  // "The storm hit on Monday. It killed nine": what did it stands before.
  const before = doc.sentences[index - 1];
  const isIt = argumentsOf(doc, head).subject.some((one) => doc.lemmas[one] === 'it');
  const from = isIt && before?.paragraph === paragraph ? before.from : begin;
  const has = (start: number, end: number, name: string) => {
    const words = codebook.classes.get(name)!;
    return doc.lemmas.slice(start, end).some((lemma) => words.has(lemma.toLowerCase()));
  };
  if (has(from, to, 'violence-word')) return false;
  if (has(from, to, 'accident')) return true;
  if (!HARM.has(doc.lemmas[head]!.toLowerCase())) return false;
  const opening = doc.sentences[Math.min(OPENING, doc.sentences.length) - 1]!.to;
  return has(0, opening, 'accident') && !has(0, opening, 'violence-word');
}

/** **Units** sentences in which a report says what it is about. */
const OPENING = 3;
