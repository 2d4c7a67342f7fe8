import type { Parsed } from '../../document/document.js';
import { childrenBy, cover, subtree } from '../../document/tree.js';
import type { Attribution } from './find-attributions.js';

/** **Units** words between a cue and its "that". */
const FARTHEST = 16;

/**
 * What was said from its "that" on: in "told reporters in Rome that …", "wrote on a website that …" the words before it
 * tell whom it was said to, where and how. Only where no verb of their own stands among them. Where no content was
 * found at all ("said on Monday that …"), it is the clause of the verb.
 */
export function fromThat(doc: Parsed, one: Attribution): Attribution {
  const { content, cue, head } = one;
  if (doc.upos[head] !== 'VERB') return one;
  if (content.length === 0) return { ...one, content: clauseBehind(doc, one) };
  if (content[0] !== cue.to) return one;
  const that = thatBehind(doc, cue.to);
  const at = that === undefined ? -1 : content.indexOf(that);
  return at > 0 && content[at] === cue.to + at ? { ...one, content: content.slice(at) } : one;
}

/** The "that" behind a cue with nothing but phrases between. */
function thatBehind(doc: Parsed, from: number): number | undefined {
  const end = Math.min(from + FARTHEST, doc.sentences[doc.tokens[from]?.sentence ?? -1]?.to ?? 0);
  for (let token = from; token < end; token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (word === 'that' && doc.upos[token] === 'SCONJ') return token;
    if (/^(?:AUX|SCONJ)$/.test(doc.upos[token]!) || /^["“”‘’:;]$/.test(word)) return undefined;
    if (doc.upos[token] === 'VERB' && !/^(?:acl|amod)$/.test(doc.tree.relations[token]!)) return undefined;
  }
  return undefined;
}

/** The clause behind a "that", or the one that the tree gives the verb for its object. */
function clauseBehind(doc: Parsed, { cue, head }: Attribution): number[] {
  const that = thatBehind(doc, cue.to);
  const clause = that === undefined ? childrenBy(doc, head, 'ccomp')[0] : doc.tree.heads[that];
  if (clause === undefined || clause < cue.to) return [];
  const { to } = cover(subtree(doc, clause));
  const from = that ?? cover(subtree(doc, clause)).from;
  const tokens = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  while (tokens.length > 0 && doc.upos[tokens.at(-1)!] === 'PUNCT') tokens.pop();
  return tokens.filter((token) => token >= cue.to);
}
