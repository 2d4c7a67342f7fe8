import type { Parsed, Tokenised, Tree } from './document.js';
import type { TokenRange } from './span.js';

/** Builds a tree, children and all, from heads and relations. */
export function makeTree(heads: Int32Array, relations: readonly string[]): Tree {
  const children: number[][] = Array.from(heads, () => []);
  for (let token = 0; token < heads.length; token++) {
    const head = heads[token]!;
    if (head >= 0) children[head]!.push(token);
  }
  return { heads, relations, children };
}

/** The relation of a token without its subtype: `nsubj:pass` is `nsubj`. */
export function baseRelation(doc: Parsed, token: number): string {
  const relation = doc.tree.relations[token] ?? '';
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** Children of a token whose relation, or relation without subtype, is one of those given. */
export function childrenBy(doc: Parsed, token: number, ...relations: readonly string[]): number[] {
  return (doc.tree.children[token] ?? []).filter(
    (child) => relations.includes(doc.tree.relations[child]!) || relations.includes(baseRelation(doc, child)),
  );
}

/** The first such child, or undefined. */
export function childBy(doc: Parsed, token: number, ...relations: readonly string[]): number | undefined {
  return (doc.tree.children[token] ?? []).find(
    (child) => relations.includes(doc.tree.relations[child]!) || relations.includes(baseRelation(doc, child)),
  );
}

/** Whether a noun phrase is led by one of these prepositions. */
export function hasCase(doc: Parsed, token: number, ...words: readonly string[]): boolean {
  return childrenBy(doc, token, 'case').some((child) =>
    words.includes(doc.tokens[child]!.text.toLowerCase()),
  );
}

/**
 * Every token under a token, itself included, in text order.
 *
 * **Shape** `skip` leaves out whole branches whose relation to this token's subtree it accepts.
 */
export function subtree(doc: Parsed, token: number, skip?: (child: number) => boolean): number[] {
  const found: number[] = [];
  const open = [token];
  while (open.length > 0) {
    const next = open.pop()!;
    found.push(next);
    for (const child of doc.tree.children[next] ?? []) if (!skip?.(child)) open.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** The smallest token range that covers the tokens given (at least one). */
export function cover(tokens: readonly number[]): TokenRange {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const token of tokens) {
    if (token < from) from = token;
    if (token >= to) to = token + 1;
  }
  return { from, to };
}

/** Tokens from this one's head up to the sentence's root, nearest first. */
export function ancestors(doc: Parsed, token: number): number[] {
  const chain: number[] = [];
  for (let head = doc.tree.heads[token]!; head >= 0; head = doc.tree.heads[head]!) chain.push(head);
  return chain;
}

/** Index of the first token that ends after the offset; `tokens.length` when there is none. */
export function tokenAt(doc: Tokenised, offset: number): number {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
