import type { Document } from '../../document/document.js';
import { childrenBy, hasCase } from '../../document/tree.js';

/** "Called it a disgrace", "called the group "friends"": to call names is not to call. */
export function isNaming(doc: Document, verb: number): boolean {
  if (doc.lemmas[verb]!.toLowerCase() !== 'call') return false;
  const children = doc.tree.children[verb] ?? [];
  if (children.some((child) => child > verb && doc.tree.relations[child] === 'xcomp')) return true;
  const objects = children.filter((child) => doc.tree.relations[child] === 'obj');
  // "Called the race for the senator": whoever has won is not asked for.
  const isContest = (child: number) => /^(?:election|race|state|contest|vote)$/.test(doc.lemmas[child]!);
  if (objects.some((child) => isContest(child) && isForSomebody(doc, verb, child))) return true;
  const last = doc.tokens[(objects.at(-1) ?? verb) + 1];
  return objects.length > 1 || (objects.length > 0 && /^(?:an?|["“'‘]|one)$/i.test(last?.text ?? ''));
}

function isForSomebody(doc: Document, verb: number, object: number): boolean {
  const phrases = [verb, object].flatMap((one) => childrenBy(doc, one, 'obl', 'nmod'));
  return phrases.some((one) => hasCase(doc, one, 'for') && doc.upos[one] === 'PROPN');
}
