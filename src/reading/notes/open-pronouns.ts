import type { Document, Reference } from '../../document/document.js';
import { overlaps } from '../../document/span.js';
import { childBy } from '../../document/tree.js';
import type { Cast } from '../cast.js';
import type { Note, Statement } from '../contract.js';
import { makeNote, quoted } from './note.js';

/** Whoever these words are said of is blamed for something, so it matters who it is. */
const DENIALS = new Set(['deny', 'reject', 'dispute', 'refute', 'dismiss', 'disavow', 'disclaim']);
const PERSONAL = /^(?:he|she|it|they)$/i;

/** Says of which pronouns it stays open who is meant, where somebody speaks or denies something by them. */
export function noteOpenPronouns(doc: Document, cast: Cast, statements: readonly Statement[]): Note[] {
  return doc.references.flatMap((reference): Note[] => {
    if (reference.kind !== 'pronoun' || !PERSONAL.test(doc.tokens[reference.head]!.text)) return [];
    const range = doc.tokens[reference.head]!;
    const sentence = doc.sentences[range.sentence]!;
    const word = range.text.toLowerCase();
    if (deniesSomething(doc, reference) && isOpen(doc, cast, reference)) {
      const text = `It is not clear who "${word}" is that denies something: "${quoted(doc, sentence)}"`;
      return [makeNote(doc, 'unresolved', text, [range, sentence])];
    }
    if (reference.antecedent !== null || !speaks(doc, reference, statements)) return [];
    const text = `It is not clear who "${word}" is that speaks: "${quoted(doc, sentence)}"`;
    return [makeNote(doc, 'unresolved', text, [range, sentence])];
  });
}

function deniesSomething(doc: Document, { head }: Reference): boolean {
  const verb = doc.tree.heads[head]!;
  return verb >= 0 && childBy(doc, verb, 'nsubj') === head && DENIALS.has(doc.lemmas[verb]!);
}

function speaks(doc: Document, { head }: Reference, statements: readonly Statement[]): boolean {
  const range = doc.tokens[head]!;
  return statements.some(
    ({ speaker, source }) => speaker === null && source.some((one) => overlaps(one, range)),
  );
}

/**
 * Whether nobody owns the pronoun for certain. "It" and "they" at the head of a paragraph are open, too, where the
 * sentence before names several that could be meant, or none.
 */
function isOpen(doc: Document, cast: Cast, { head, antecedent }: Reference): boolean {
  if (antecedent === null) return true;
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const before = doc.sentences[sentence.index - 1];
  if (!/^(?:it|they)$/i.test(doc.tokens[head]!.text) || head !== sentence.from) return false;
  if (before === undefined || before.paragraph === sentence.paragraph) return false;
  const named = cast.mentions.filter(
    (mention) => mention.kind === 'named' && mention.head >= before.from && mention.head < before.to,
  );
  const owners = new Set(
    named.flatMap(({ actors }) => actors.map((actor) => (actor.person === null ? actor.name : ''))),
  );
  owners.delete('');
  return owners.size !== 1;
}
