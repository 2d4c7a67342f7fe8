import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { LONGEST } from '../cast.js';

/** Relations that make a token part of a bigger phrase's core, never the head of a phrase. */
const INNER = new Set([
  'compound',
  'flat',
  'det',
  'amod',
  'case',
  'cc',
  'punct',
  'mark',
  'aux',
  'cop',
  'fixed',
  'goeswith',
  'nummod',
  'advmod',
  'expl',
  'discourse',
]);

const BEFORE = new Set(['det', 'amod', 'compound', 'nummod', 'flat', 'goeswith', 'fixed']);
const AFTER = new Set(['flat', 'goeswith', 'fixed', 'nummod']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM', 'X']);

/** Whether a phrase hangs on this token: a nominal that is no modifier, name part or title of another. */
export function headsPhrase(doc: Parsed, token: number): boolean {
  if (!NOMINAL.has(doc.upos[token]!)) return false;
  const relation = doc.tree.relations[firstConjunct(doc, token)]!;
  if (relation === 'nmod:desc') return false;
  return !INNER.has(base(relation));
}

/**
 * The core of the phrase that hangs on a token: determiners, modifiers, possessor, title, the name itself. No
 * apposition, no prepositional phrase, no clause.
 */
export function phraseCore(doc: Parsed, head: number): TokenRange {
  let from = head;
  let to = head + 1;
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (child < head) {
      // After a comma an "-ing" word more likely opens a clause: "..., citing Russian officials".
      if (doc.xpos[child] === 'VBG' && doc.upos[child - 1] === 'PUNCT') continue;
      if (BEFORE.has(base(relation)) || LEADING.has(relation) || isParticiple(doc, child, relation)) {
        from = Math.min(from, edge(doc, child).from);
      }
    } else if (AFTER.has(base(relation)) || (relation === 'compound' && child === to)) {
      const right = edge(doc, child).to;
      if (right > to && right - head < 12) to = right;
    }
  }
  const begin = doc.sentences[doc.tokens[head]!.sentence]!.from;
  from = Math.max(from, begin, head - LONGEST / 2);
  return trim(doc, { from, to }, head);
}

const LEADING = new Set(['nmod:poss', 'nmod:desc', 'nmod:unmarked', 'det:predet']);

/** "suspected militants", "so-called rebels": a participle before its noun, however it is labelled. */
function isParticiple(doc: Parsed, token: number, relation: string): boolean {
  return relation === 'acl' && doc.upos[token] === 'VERB';
}

/** First and last token under a token. */
export function edge(doc: Parsed, token: number): TokenRange {
  let from = token;
  let to = token + 1;
  const open = [token];
  for (let steps = 0; open.length > 0 && steps < 4 * LONGEST; steps++) {
    const next = open.pop()!;
    if (next < from) from = next;
    if (next >= to) to = next + 1;
    for (const child of doc.tree.children[next] ?? []) open.push(child);
  }
  return { from, to };
}

/** Cuts punctuation, a leading conjunction or preposition, and a trailing possessive mark off a range. */
export function trim(doc: Parsed, range: TokenRange, head: number): TokenRange {
  let { from, to } = range;
  while (from < head && isEdge(doc, from)) from++;
  while (to - 1 > head && (isEdge(doc, to - 1) || doc.xpos[to - 1] === 'POS')) {
    if (closes(doc, from, to)) break;
    to--;
  }
  return { from, to };
}

function isEdge(doc: Parsed, token: number): boolean {
  const upos = doc.upos[token]!;
  if (upos === 'ADP')
    return doc.tree.relations[token] === 'case' && !APPROXIMATE.has(doc.tokens[token + 1]?.text ?? '');
  return upos === 'PUNCT' || upos === 'CCONJ' || upos === 'SCONJ';
}

/** "at least", "up to", "at most" lead a number. */
const APPROXIMATE = new Set(['least', 'most', 'to']);

/** Whether the last token closes a bracket that opens within the range: "the Libyan National Army (LNA)". */
function closes(doc: Parsed, from: number, to: number): boolean {
  if (doc.tokens[to - 1]!.text !== ')') return false;
  for (let token = to - 2; token >= from; token--) if (doc.tokens[token]!.text === '(') return true;
  return false;
}

/** Whether a token is tagged as a name by either tag set: the taggers part on "Foreign Ministry" and "Al Safadi". */
export function isProper(doc: Parsed, token: number): boolean {
  return doc.upos[token] === 'PROPN' || doc.xpos[token]?.startsWith('NNP') === true;
}

/** A relation without its subtype. */
export function base(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** The preposition that marks a token, lower-case; null where none does. */
export function caseOf(doc: Parsed, token: number): string | null {
  for (const child of doc.tree.children[token] ?? []) {
    if (child > token) break;
    if (doc.tree.relations[child] === 'case') return doc.tokens[child]!.text.toLowerCase();
  }
  return null;
}

/** The first of a coordination: what its members are in the sentence, the first one is. */
export function firstConjunct(doc: Parsed, token: number): number {
  let first = token;
  for (let steps = 0; steps < 20 && doc.tree.relations[first] === 'conj'; steps++) {
    const head = doc.tree.heads[first]!;
    if (head < 0) break;
    first = head;
  }
  return first;
}

/** Members of a coordination after a token, in text order, the token itself first. */
export function conjuncts(doc: Parsed, token: number): number[] {
  const found = [token];
  for (const child of doc.tree.children[token] ?? []) {
    if (doc.tree.relations[child] === 'conj' && child > token) found.push(child);
  }
  return found;
}
