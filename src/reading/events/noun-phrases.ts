import type { Parsed } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';

/** The preposition over a noun phrase, its words joined: "against", "out of"; empty where there is none. */
export function prepositionOf(doc: Parsed, head: number): string {
  return (doc.tree.children[head] ?? [])
    .filter((child) => doc.tree.relations[child] === 'case' && child < head && !isApproximate(doc, child))
    .flatMap((child) => [child, ...childrenBy(doc, child, 'fixed')])
    .map((child) => doc.tokens[child]!.text.toLowerCase())
    .join(' ');
}

/** "at least nine", "up to nine": no preposition, but a part of the number. */
function isApproximate(doc: Parsed, word: number): boolean {
  const [own, next] = [word, word + 1].map((one) => doc.tokens[one]?.text.toLowerCase() ?? '');
  return (own === 'at' && /^(?:least|most)$/.test(next!)) || (own === 'up' && next === 'to');
}

/** "towards" serves for "toward", "upon" for "on". */
const VARIANTS: Readonly<Record<string, string>> = {
  upon: 'on',
  towards: 'to',
  toward: 'to',
  amongst: 'among',
};

/** Whether a preposition is the one wanted, or another form of it. */
export function isPreposition(found: string, wanted: string): boolean {
  return found === wanted || VARIANTS[found] === wanted;
}

/** A noun phrase's head with those conjoined to it; a relative pronoun gives what it stands for. */
export function phraseHeads(doc: Parsed, head: number): number[] {
  const antecedent = antecedentOf(doc, head);
  const first = countedIn(doc, antecedent ?? head);
  const conjoined = (doc.tree.children[first] ?? []).filter(
    (child) => doc.tree.relations[child] === 'conj' && isNominal(doc, child),
  );
  return antecedent === undefined ? [first, ...conjoined] : [first];
}

const QUANTITIES = new Set(
  'dozen score hundred thousand million billion number series group handful couple majority wave barrage volley round lot ton tonne kg kilo kilogram litre truckload planeload shipload shipment consignment batch worth day week month host pair piece kind type sort member'.split(
    ' ',
  ),
);

/** "dozens of missiles", "some of the missiles" are missiles: where a quantity is counted in something, that is meant. */
export function countedIn(doc: Parsed, head: number): number {
  const isCount = doc.upos[head] === 'DET' || doc.upos[head] === 'NUM';
  if (!isCount && !QUANTITIES.has(doc.lemmas[head]!.toLowerCase())) return head;
  const counted = (doc.tree.children[head] ?? []).find(
    (child) => baseRelation(doc, child) === 'nmod' && prepositionOf(doc, child) === 'of',
  );
  return counted ?? head;
}

export function isNominal(doc: Parsed, token: number): boolean {
  return /^(NOUN|PROPN|PRON|NUM|SYM|X|ADJ|DET)$/.test(doc.upos[token] ?? '');
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/** What a relative pronoun stands for: the noun that its clause hangs on. */
function antecedentOf(doc: Parsed, token: number): number | undefined {
  if (!RELATIVE.has(doc.tokens[token]!.text.toLowerCase()) || doc.upos[token] !== 'PRON') return undefined;
  for (let at = doc.tree.heads[token]!, steps = 0; at >= 0 && steps < FARTHEST; steps++) {
    if (doc.tree.relations[at] === 'acl:relcl') return doc.tree.heads[at]!;
    at = doc.tree.heads[at]!;
  }
  return undefined;
}

/** **Units** steps from a relative pronoun up to its clause. */
const FARTHEST = 5;
