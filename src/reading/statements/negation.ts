import type { Parsed } from '../../document/document.js';

const NOT = new Set(['not', 'never', "n't", 'n’t', 'no', 'neither', 'nor', 'hardly']);

/** Whether a word is negated by one that hangs on it. */
export function isNegated(doc: Parsed, token: number): boolean {
  return (doc.tree.children[token] ?? []).some((child) => {
    const relation = doc.tree.relations[child]!;
    return (
      (relation.startsWith('advmod') || relation === 'det' || relation === 'cc:preconj') &&
      NOT.has(doc.tokens[child]!.text.toLowerCase())
    );
  });
}
