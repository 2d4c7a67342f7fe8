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
  const pronouns = doc.references.filter(
    (reference) =>
      reference.kind === 'pronoun' &&
      PERSONAL.test(doc.tokens[reference.head]!.text) &&
      !inSpeech(doc, reference),
  );
  const denying = pronouns.filter((one) => deniesSomething(doc, one) && isOpen(doc, cast, one));
  const speaking = pronouns.filter(
    (one) => one.antecedent === null && !denying.includes(one) && speaks(doc, one, statements),
  );
  return [
    ...denying.map((one) => noteOn(doc, [one], 'denies something')),
    ...(speaking.length > 0 ? [noteOn(doc, speaking, 'speaks')] : []),
  ];
}

/** Words of somebody else, or somebody's own story: its pronouns are not the reporter's. */
function inSpeech(doc: Document, { head }: Reference): boolean {
  const token = doc.tokens[head]!;
  if (doc.quotes.some((quote) => overlaps(quote, token))) return true;
  const { from, to } = doc.sentences[token.sentence]!;
  return doc.tokens
    .slice(from, to)
    .some((one) => /^(?:I|me|my|we|us|our)$/i.test(one.text) && one.text !== 'US');
}

function noteOn(doc: Document, references: readonly Reference[], does: string): Note {
  const tokens = references.map(({ head }) => doc.tokens[head]!);
  const first = tokens[0]!;
  const sentence = doc.sentences[first.sentence]!;
  const more = tokens.length - 1;
  const times = more === 0 ? '' : `, here and ${more === 1 ? 'once' : `${more} times`} more`;
  const text = `It is not clear who "${first.text.toLowerCase()}" is that ${does}${times}: "${quoted(doc, sentence)}"`;
  return makeNote(doc, 'unresolved', text, tokens);
}

function deniesSomething(doc: Document, { head }: Reference): boolean {
  const verb = doc.tree.heads[head]!;
  return verb >= 0 && childBy(doc, verb, 'nsubj') === head && DENIALS.has(doc.lemmas[verb]!);
}

function speaks(doc: Document, { head }: Reference, statements: readonly Statement[]): boolean {
  const range = doc.tokens[head]!;
  if (!/^(?:he|she)$/i.test(range.text)) return false;
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
