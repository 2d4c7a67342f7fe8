import type { Parsed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';

const WEATHER = new Set([
  'rain',
  'snow',
  'hail',
  'thunder',
  'seem',
  'appear',
  'happen',
  'turn',
  'emerge',
  'follow',
  'remain',
]);
const CLAUSES = new Set(['csubj', 'ccomp', 'xcomp', 'advcl', 'acl']);

/** Whether an "it" stands for nothing: "it is clear that …", "it seems", "it was in May that …". */
export function isEmptyIt(doc: Parsed, token: number): boolean {
  if (baseRelation(doc, token) === 'expl') return true;
  if (baseRelation(doc, token) !== 'nsubj' || doc.tokens[token]!.text.toLowerCase() !== 'it') return false;
  const predicate = doc.tree.heads[token]!;
  if (predicate < 0) return true;
  const children = doc.tree.children[predicate] ?? [];
  const hasClause = children.some((child) => child > predicate && CLAUSES.has(baseRelation(doc, child)));
  if (WEATHER.has(doc.lemmas[predicate]!)) return hasClause || doc.lemmas[predicate] === 'rain';
  const hasCopula = children.some((child) => baseRelation(doc, child) === 'cop');
  return hasCopula && (doc.upos[predicate] === 'ADJ' || doc.upos[predicate] === 'ADP') && hasClause;
}
