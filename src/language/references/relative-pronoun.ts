import type { Reference, Timed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose']);

/** "the airbase, which Trump later bombed": a relative pronoun stands for the noun that its clause hangs on. */
export function relativePronoun(doc: Timed, token: number): Reference | undefined {
  if (!RELATIVE.has(doc.tokens[token]!.text.toLowerCase())) return undefined;
  for (let at = token, steps = 0; at >= 0 && steps < 6; steps++) {
    const head = doc.tree.heads[at]!;
    if (doc.tree.relations[at] === 'acl:relcl') {
      if (head < 0 || head > token) return undefined;
      return { from: token, to: token + 1, head: token, kind: 'pronoun', antecedent: head, candidates: [] };
    }
    if (baseRelation(doc, at) === 'ccomp' && steps > 0) return undefined;
    at = head;
  }
  return undefined;
}
