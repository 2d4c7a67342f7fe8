import type { Document } from '../../document/document.js';
import type { Actor } from '../contract.js';

/**
 * A spokesman speaks for others and is somebody himself: "a spokesman for the ministry, Jon Berg" is of the ministry's
 * country and sectors and bears his own name. Left as he is where he has one already, or where none stands in
 * apposition behind him.
 */
export function withOwnName(doc: Document, actor: Actor, head: number, source: readonly number[]): Actor {
  if (actor.person !== null || actor.title === null || doc.upos[head] !== 'NOUN') return actor;
  const inside = new Set(source);
  const name = doc.names.find(
    ({ type, head: at, from }) =>
      type === 'person' && from > head && inside.has(at) && isApposed(doc, at, head),
  );
  return name === undefined ? actor : { ...actor, name: name.text, person: name.text };
}

/** Whether a name stands in apposition, between commas, to a head or to what its "of" or "for" leads to. */
function isApposed({ tree, tokens }: Document, name: number, head: number): boolean {
  if (tree.relations[name] !== 'appos' || tokens[name - 1]?.text !== ',') return false;
  for (let at = tree.heads[name]!, steps = 0; at >= head && steps < STEPS; at = tree.heads[at]!, steps++) {
    if (at === head) return true;
    if (!WITHIN.has(tree.relations[at]!)) return false;
  }
  return false;
}

const STEPS = 4;
const WITHIN = new Set(['nmod', 'compound', 'flat', 'appos']);
