import type { Timed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { baseRelation } from '../../document/tree.js';

export const KINDS = ['pronoun', 'name', 'noun', 'group'] as const;

/** A phrase that tells of somebody or something. `head` is the word that it hangs on. */
export interface MentionSpan extends TokenRange {
  readonly head: number;
  /** `group`: several conjuncts taken together ("France and Chile"). */
  readonly kind: (typeof KINDS)[number];
}

/**
 * Every phrase that could stand in a chain, by where it begins, the longer first.
 *
 * **Shape** a phrase holds its head and what narrows it down: articles, adjectives, owners, "of France", "who left",
 * a final "'s"; not its preposition, what it is the predicate of, apposition, nor a second conjunct.
 */
export function findMentions(doc: Timed): MentionSpan[] {
  const { left, right } = extentsOf(doc);
  const nameAt = new Int32Array(doc.tokens.length).fill(-1);
  for (const { index, from, to } of doc.names) nameAt.fill(index, from, to);
  const mentions: MentionSpan[] = [];
  for (let head = 0; head < doc.tokens.length; head++) {
    const kind = kindOf(doc, head, nameAt);
    if (kind === undefined || isTitle(doc, head, nameAt)) continue;
    const own =
      kind === 'pronoun' && doc.upos[head] !== 'DET'
        ? { from: head, to: head + 1 }
        : phraseAround(doc, head, left, right);
    mentions.push({ ...own, head, kind });
    const last = kind === 'pronoun' ? -1 : lastConjunct(doc, head);
    if (last > 0)
      mentions.push({ from: own.from, to: Math.max(own.to, right[last]! + 1), head, kind: 'group' });
  }
  return mentions.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** First and last token under each token, in one pass from the leaves up. */
function extentsOf(doc: Timed): { left: Int32Array; right: Int32Array } {
  const { heads, children } = doc.tree;
  const size = heads.length;
  const left = Int32Array.from({ length: size }, (_, token) => token);
  const right = left.slice();
  const open = new Int32Array(size);
  for (let token = 0; token < size; token++) open[token] = children[token]!.length;
  for (let token = 0; token < size; token++) {
    let at = token;
    // A token is done once all of its children are; the one that finishes last climbs on.
    while (at >= 0 && open[at] === 0) {
      open[at] = -1;
      const head = heads[at]!;
      if (head >= 0) {
        if (left[at]! < left[head]!) left[head] = left[at]!;
        if (right[at]! > right[head]!) right[head] = right[at]!;
        open[head]!--;
      }
      at = head;
    }
  }
  return { left, right };
}

function kindOf(doc: Timed, token: number, nameAt: Int32Array): MentionSpan['kind'] | undefined {
  if (!WRITTEN.test(doc.tokens[token]!.text) || isSeat(doc, token)) return undefined;
  const relation = baseRelation(doc, token);
  switch (doc.upos[token]) {
    case 'PRON':
      return isPronoun(doc, token, relation) ? 'pronoun' : undefined;
    case 'DET':
      return relation === 'det' ? undefined : 'pronoun';
    case 'ADV':
      return /^(?:here|there)$/i.test(doc.tokens[token]!.text) && relation !== 'expl' ? 'pronoun' : undefined;
    case 'PROPN':
      if (INNER.has(relation)) return undefined;
      return nameAt[token]! >= 0 || doc.xpos[token] === 'NNP' || doc.xpos[token] === 'NNPS' ? 'name' : 'noun';
    case 'NOUN':
      return INNER.has(relation) ? undefined : nameAt[token]! >= 0 ? 'name' : 'noun';
    case 'NUM':
      return INNER.has(relation) || relation === 'nummod' ? undefined : 'noun';
    case 'ADJ':
    case 'X':
    case 'SYM':
      if (nameAt[token]! >= 0) return INNER.has(relation) ? undefined : 'name';
      return !INNER.has(relation) &&
        (doc.tree.children[token] ?? []).some((child) => baseRelation(doc, child) === 'det')
        ? 'noun'
        : undefined;
    default:
      return undefined;
  }
}

/** "(D-Nev.)", "(R - Tex.)": a party's letter and the state beside a member's name, told of nobody else. */
function isSeat({ tokens }: Timed, token: number): boolean {
  const at = /^[-–]$/.test(tokens[token - 1]?.text ?? '') ? token - 2 : token;
  return tokens[at - 1]?.text === '(' && /^[DRI](?:-\p{L}+)?$/u.test(tokens[at]?.text ?? '');
}

/** A letter or a figure: a stray quotation mark tells of nobody, whatever its tag. */
const WRITTEN = /[\p{L}\p{N}]/u;

/** "Minister John Smith": a title before a person's name is part of one phrase with it. */
function isTitle(doc: Timed, token: number, nameAt: Int32Array): boolean {
  const relation = doc.tree.relations[token]!;
  if (relation !== 'nmod:desc' && relation !== 'compound') return false;
  const head = doc.tree.heads[token]!;
  return (
    head > token &&
    nameAt[token]! < 0 &&
    doc.names[nameAt[head]!]?.type === 'person' &&
    doc.tokens[head]!.index === doc.names[nameAt[head]!]!.from
  );
}

const INNER = new Set(['flat', 'fixed', 'goeswith', 'reparandum']);

function isPronoun(doc: Timed, token: number, relation: string): boolean {
  const tag = doc.xpos[token]!;
  if (relation === 'expl' || relation === 'fixed') return false;
  return tag === 'PRP' || tag === 'PRP$' || tag === 'DT' || tag === 'NN';
}

function phraseAround(doc: Timed, head: number, left: Int32Array, right: Int32Array): TokenRange {
  let from = head;
  let to = head + 1;
  const isPredicate = (doc.tree.children[head] ?? []).some((child) => baseRelation(doc, child) === 'cop');
  for (const child of doc.tree.children[head] ?? []) {
    const relation = baseRelation(doc, child);
    if (relation === 'case' && child > head && doc.xpos[child] === 'POS') to = Math.max(to, child + 1);
    if (!NARROWING.has(relation) && !(relation === 'advmod' && !isPredicate && child === head - 1)) continue;
    from = Math.min(from, left[child]!);
    to = Math.max(to, right[child]! + 1);
  }
  while (from < head && doc.upos[from] === 'PUNCT') from++;
  while (to - 1 > head && doc.upos[to - 1] === 'PUNCT' && !closes(doc, from, to - 1)) to--;
  return { from, to };
}

const NARROWING = new Set(['det', 'amod', 'nmod', 'nummod', 'compound', 'flat', 'fixed', 'goeswith', 'acl']);

/** Whether a bracket at the end of a phrase has its partner in it. */
function closes(doc: Timed, from: number, at: number): boolean {
  const partner = doc.tokens[at]!.text === ')' ? '(' : doc.tokens[at]!.text === ']' ? '[' : '';
  if (partner === '') return false;
  for (let token = at - 1; token >= from && at - token < BRACKET_REACH; token--)
    if (doc.tokens[token]!.text === partner) return true;
  return false;
}

const BRACKET_REACH = 40;

function lastConjunct(doc: Timed, head: number): number {
  const children = doc.tree.children[head] ?? [];
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at]!;
    if (doc.tree.relations[child] === 'conj' && child > head && NOMINAL.has(doc.upos[child]!)) return child;
  }
  return -1;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
