import type { Parsed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';

/** A participle without its auxiliary is passive where it modifies a noun, or stands without subject and object. */
export function looksPassive(doc: Parsed, verb: number): boolean {
  const children = doc.tree.children[verb] ?? [];
  const relations = children.map((child) => doc.tree.relations[child]!);
  if (relations.includes('aux:pass') || relations.includes('nsubj:pass')) return true;
  if (isClippedClause(doc, verb, relations)) return true;
  if (doc.xpos[verb] !== 'VBN') return isClippedHeadline(doc, verb, relations);
  if (relations.some((relation) => relation === 'aux' || relation === 'obj')) return false;
  const own = baseRelation(doc, verb);
  if (own === 'conj') return looksPassive(doc, doc.tree.heads[verb]!);
  return own === 'acl' || own === 'advcl' || own === 'amod' || isClippedHeadline(doc, verb, relations);
}

/** "When asked to condemn them", "if convicted": a clause that drops subject and auxiliary, whatever the tagger says. */
function isClippedClause(doc: Parsed, verb: number, relations: readonly string[]): boolean {
  if (
    !/^VB[DN]$/.test(doc.xpos[verb] ?? '') ||
    !/^(?:when|if|once|until|unless|while|as)$/i.test(doc.tokens[verb - 1]?.text ?? '')
  )
    return false;
  return !relations.some((relation) => /^(?:nsubj|obj|aux|csubj)/.test(relation));
}

/** "Three killed in clash", "Envoy expelled": headlines drop the auxiliary. */
function isClippedHeadline(doc: Parsed, verb: number, relations: readonly string[]): boolean {
  const sentence = doc.sentences[doc.tokens[verb]!.sentence];
  if (sentence?.kind !== 'headline' || !/^VB[DN]$/.test(doc.xpos[verb] ?? '')) return false;
  const bare = !relations.some((relation) => /^(obj|aux|ccomp|xcomp)/.test(relation));
  return bare && relations.some((relation) => relation.startsWith('nsubj'));
}
