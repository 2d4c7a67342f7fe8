import type { Name, Reference, Timed } from '../../document/document.js';
import { maybeHuman, nounClass } from './reference-words.js';

/** "the founder, Jack Herrick": the noun stands for the name beside it. */
export function apposition(
  doc: Timed,
  head: number,
  nameOf: ReadonlyMap<number, Name>,
): Reference | undefined {
  const name = carriedName(doc, head, nameOf);
  if (name === undefined) return undefined;
  const lemma = doc.lemmas[head]!.toLowerCase();
  const isCounted = doc.tree.relations[name] === 'appos' && COUNTING.has(lemma);
  if (nounClass(lemma) !== 'person' && !isCounted && !(doc.upos[head] === 'NOUN' && maybeHuman(lemma)))
    return undefined;
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

const COUNTING = new Set(['one', 'another', 'other', 'first', 'second', 'third', 'fourth', 'fifth']);
const CARRYING = new Set(['appos', 'compound', 'nmod:desc']);
const CARRIED = new Set(['flat', 'appos', 'nmod:desc']);
