import type { Parsed } from '../../document/document.js';
import { childBy, childrenBy, hasCase, subtree } from '../../document/tree.js';

/** Whose act a word tells: the head of the noun phrase and its tokens; `head` is -1 where nobody is named. */
export interface EffectiveSubject {
  readonly head: number;
  readonly tokens: readonly number[];
}

const NOBODY: EffectiveSubject = { head: -1, tokens: [] };
const FARTHEST = 6;

/**
 * The subject of a word, its own or handed down: the agent of a passive ("was told by X"), the subject that a
 * conjunct, participle or infinitive shares with its governor, the noun that a participle or relative clause
 * modifies, the owner or maker of a nominal ("the claim by X", "X's warning").
 */
export function effectiveSubject(doc: Parsed, word: number): EffectiveSubject {
  const { heads, relations } = doc.tree;
  let at = word;
  for (let steps = 0; at >= 0 && steps < FARTHEST; steps++) {
    const own = ownSubject(doc, at);
    if (own !== undefined) return phrase(doc, own, at);
    if (steps === 0 && isPassive(doc, at)) return NOBODY;
    const relation = relations[at]!;
    const governor = heads[at]!;
    if (governor < 0) return NOBODY;
    if (relation.startsWith('acl')) {
      if (doc.upos[governor] !== 'VERB') return phrase(doc, governor, at);
    } else if (!HANDED_DOWN.test(relation)) {
      return NOBODY;
    }
    at = governor;
  }
  return NOBODY;
}

const HANDED_DOWN = /^(conj|xcomp|advcl|ccomp|parataxis|obj|obl|dep|cop|aux)/;

/** The head of a word's own subject or agent. */
function ownSubject(doc: Parsed, word: number): number | undefined {
  if (isPassive(doc, word)) {
    return childrenBy(doc, word, 'obl').find((child) => hasCase(doc, child, 'by'));
  }
  const subject = childBy(doc, word, 'nsubj');
  if (subject !== undefined || doc.upos[word] !== 'NOUN') return subject;
  const owner = childBy(doc, word, 'nmod:poss');
  if (owner !== undefined) return owner;
  return childrenBy(doc, word, 'nmod').find(
    (child) => hasCase(doc, child, 'by') || hasCase(doc, child, 'from'),
  );
}

export function isPassive(doc: Parsed, word: number): boolean {
  if (childBy(doc, word, 'nsubj:pass', 'aux:pass') !== undefined) return true;
  // "Asked if it had changed, he said …": a participle without its auxiliary.
  const alone = doc.xpos[word] === 'VBN' && childBy(doc, word, 'aux', 'nsubj') === undefined;
  return alone && doc.tree.relations[word] !== 'conj';
}

/** The phrase on a head, without its preposition and without the part of it that holds `without`. */
function phrase(doc: Parsed, head: number, without: number): EffectiveSubject {
  const branch = branchTo(doc, head, without);
  const skip = (child: number) =>
    child === branch || (doc.tree.relations[child] === 'case' && doc.tree.heads[child] === head);
  return { head, tokens: subtree(doc, head, skip) };
}

/** The child of `head` under which `token` hangs, -1 where it does not. */
function branchTo(doc: Parsed, head: number, token: number): number {
  for (let at = token; at >= 0; at = doc.tree.heads[at]!) if (doc.tree.heads[at] === head) return at;
  return -1;
}
