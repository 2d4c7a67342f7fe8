import type { Reference } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import type { Mention } from './mentions.js';
import type { Quoted } from './rank-owners.js';
import { isSubject } from './rank-owners.js';
import { nounClass } from './reference-words.js';

/**
 * What a definite description stands for: "the minister" for the person who was called one, "the kingdom" for the
 * country told of last, "the two countries" for the two before it. Undefined where the noun is no description.
 */
export function findDescription(
  text: Quoted,
  mention: Mention,
  recent: readonly Mention[],
): Reference | undefined {
  const { doc } = text;
  const { head, name } = mention;
  if (name !== null) return undefined;
  const noun = nounClass(doc.lemmas[head]!);
  if (noun === undefined) return undefined;
  const children = doc.tree.children[head] ?? [];
  const determiner = children.find((child) => baseRelation(doc, child) === 'det');
  if (determiner === undefined || !/^(?:the|this|that|both|these|those)$/i.test(doc.tokens[determiner]!.text))
    return undefined;
  if (children.some((child) => NARROWING.has(baseRelation(doc, child)))) return undefined;
  const from = Math.min(determiner, head);
  const bare = { from, to: head + 1, head, kind: 'description' } as const;
  const candidates = ownersOf(text, mention, noun, recent);
  if (candidates.length === 0) return undefined;
  if (doc.xpos[head] === 'NNS') {
    const isPair =
      children.some((child) => baseRelation(doc, child) === 'nummod') ||
      /^both$/i.test(doc.tokens[determiner]!.text);
    if (!isPair) return undefined;
    return {
      ...bare,
      antecedent: null,
      candidates: candidates
        .slice(0, 2)
        .map((owner) => owner.stands)
        .sort((a, b) => a - b),
    };
  }
  const [first, second] = candidates;
  const isSure = first !== undefined && (noun === 'person' || isClearOf(text, first, second));
  return {
    ...bare,
    antecedent: isSure ? first.stands : null,
    candidates: isSure ? [] : candidates.slice(0, 5).map((owner) => owner.stands),
  };
}

/** What hangs on a description and says which one is meant: "the president of France", "the minister who …". */
const NARROWING = new Set(['nmod', 'acl', 'compound', 'amod', 'appos', 'flat']);

function ownersOf({ doc }: Quoted, mention: Mention, noun: string, recent: readonly Mention[]): Mention[] {
  const lemma = doc.lemmas[mention.head]!;
  const owners = new Map<number, Mention>();
  for (const one of recent) {
    const { entity, name } = one;
    const fits =
      noun === 'person'
        ? entity.kind === 'person' && entity.roles.has(lemma)
        : noun === 'group'
          ? entity.kind === 'group' &&
            (name === null ? doc.lemmas[one.head] === lemma : bears(doc, one, lemma))
          : name?.type === 'place' && !(noun === 'town' && isSubject(doc, one.role));
    if (fits && one.head < mention.head && !owners.has(entity.index)) owners.set(entity.index, one);
  }
  return [...owners.values()];
}

/** Whether an organisation's name has the noun in it: "the ministry" after "the Commerce Ministry". */
function bears(doc: Quoted['doc'], { name }: Mention, lemma: string): boolean {
  if (name === null) return false;
  for (let token = name.from; token < name.to; token++) {
    if (doc.tokens[token]!.text.toLowerCase().startsWith(lemma)) return true;
  }
  return false;
}

/** Of two places the nearer is meant only where it stands out: it alone is a subject, or stands a sentence nearer. */
function isClearOf({ doc }: Quoted, first: Mention, second: Mention | undefined): boolean {
  if (second === undefined || first.sentence > second.sentence) return true;
  return isSubject(doc, first.role) && !isSubject(doc, second.role);
}
