import type { Document } from '../../document/document.js';

/** "Called it a disgrace", "called the group "friends"": to call names is not to call. */
export function isNaming(doc: Document, verb: number): boolean {
  if (doc.lemmas[verb]!.toLowerCase() !== 'call') return false;
  const children = doc.tree.children[verb] ?? [];
  if (children.some((child) => child > verb && doc.tree.relations[child] === 'xcomp')) return true;
  const objects = children.filter((child) => doc.tree.relations[child] === 'obj');
  // "Called the race for the senator": whoever has won is not asked for.
  if (objects.some((child) => /^(?:election|race|state|contest|vote)$/.test(doc.lemmas[child]!))) return true;
  const last = doc.tokens[(objects.at(-1) ?? verb) + 1];
  return objects.length > 1 || (objects.length > 0 && /^(?:an?|["“'‘]|one)$/i.test(last?.text ?? ''));
}
