import type { Document } from '../../document/document.js';
import type { Actor } from '../contract.js';
import { spansOf } from './statement-spans.js';

const UNNAMED = new Set(['source', 'insider', 'eyewitness', 'informant', 'whistleblower']);
const PERSONS = new Set(['person', 'people', 'man', 'woman', 'individual']);
const KNOWING = new Set(['familiar', 'close', 'brief', 'knowledge', 'anonymity', 'involved']);

/**
 * Somebody whom the report quotes and does not name: "two sources close to the talks", "a person familiar with the
 * plan". Such a speaker is nobody's, but is told from a sentence without one. Undefined for other words.
 */
export function anonymous(doc: Document, head: number, source: readonly number[]): Actor | undefined {
  const lemma = doc.lemmas[head]!.toLowerCase();
  const knows = source.some((token) => KNOWING.has(doc.lemmas[token]!.toLowerCase()));
  if (!UNNAMED.has(lemma) && !(PERSONS.has(lemma) && knows)) return undefined;
  const mention = spansOf(doc, source).find(
    ({ start, end }) => start <= doc.tokens[head]!.start && doc.tokens[head]!.end <= end,
  );
  if (mention === undefined) return undefined;
  const { text: name } = mention;
  return {
    name,
    country: null,
    sectors: [],
    title: null,
    person: null,
    id: null,
    mention,
    resolvedBy: 'anonymous',
  };
}
