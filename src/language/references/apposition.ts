import type { Name, Reference, Timed } from '../../document/document.js';
import { nounClass } from './reference-words.js';

/** "the founder, Jack Herrick": the noun stands for the name beside it. */
export function apposition(
  doc: Timed,
  head: number,
  nameOf: ReadonlyMap<number, Name>,
): Reference | undefined {
  if (nounClass(doc.lemmas[head]!.toLowerCase()) !== 'person') return undefined;
  const name = carriedName(doc, head, nameOf);
  if (name === undefined) return undefined;
  return { from: head, to: head + 1, head, kind: 'description', antecedent: name, candidates: [] };
}

/** The person whom a noun stands beside as title or apposition: "spokesman Gao Feng", "the founder, Jack Herrick". */
function carriedName(doc: Timed, token: number, nameOf: ReadonlyMap<number, Name>): number | undefined {
  const isPerson = (at: number) => nameOf.get(at)?.type === 'person';
  const head = doc.tree.heads[token]!;
  if (head >= 0 && CARRYING.has(doc.tree.relations[token]!) && isPerson(head)) return head;
  return (doc.tree.children[token] ?? []).find(
    (child) => CARRIED.has(doc.tree.relations[child]!) && isPerson(child),
  );
}

const CARRYING = new Set(['appos', 'compound', 'nmod:desc']);
const CARRIED = new Set(['flat', 'appos', 'nmod:desc']);
