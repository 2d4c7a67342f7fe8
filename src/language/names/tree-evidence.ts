import { nounClass } from '../references/reference-words.js';
import { type CandidateView, type Put, tagAt, type WordLayer } from './candidate-view.js';
import { articleBefore } from './word-evidence.js';
import { hashOf } from './word-facts.js';

/** What the tree says of a candidate: what it hangs on, what hangs on it, and whether it is cut out of a longer name. */
export function putTree(layer: WordLayer, view: CandidateView, put: Put): void {
  putGovernor(layer, view, put);
  putNeighbours(layer, view, put);
  putDependants(layer, view, put);
}

function putGovernor(layer: WordLayer, view: CandidateView, put: Put): void {
  const { doc, facts, relations } = layer;
  const { from, to, head, edge, length, isSingle } = view;
  const over = doc.tree.heads[head]!;
  const relation = relations[head]!;
  const governor = over >= 0 ? hashOf(doc.lemmas[over]!.toLowerCase()) : 0;
  const preposition = layer.cases[head]!;
  const [first, last, top] = [facts[from]!, facts[to - 1]!, facts[head]!];
  const article = articleBefore(layer, view);
  const governorClass = over >= 0 ? nounClass(doc.lemmas[over]!) : undefined;
  put(16, top.kinds, relation, preposition);
  put(30, edge, relation, length);
  put(31, relation, governor);
  put(32, relation, preposition);
  put(33, relation, preposition, governor);
  put(34, preposition, governor);
  put(35, preposition, first.kinds, last.kinds);
  put(36, relation, top.shape, over >= 0 ? layer.tags[over]! : 0);
  put(37, article, isSingle, last.kinds);
  put(38, article, relation, last.shape);
  put(39, article, last.lower);
  if (governorClass !== undefined) put(57, hashOf(governorClass), relation);
  if (over >= 0 && /^(?:conj|appos)/.test(doc.tree.relations[head]!)) {
    put(62, relation, facts[over]!.kinds, facts[over]!.shape);
  }
  put(84, top.kinds === 0 ? 1 : 0, relation, governorClass === undefined ? 0 : hashOf(governorClass));
}

/** How the words right before and after it hang together with it. */
function putNeighbours(layer: WordLayer, view: CandidateView, put: Put): void {
  const { doc, relations } = layer;
  const { from, to, head, edge, left, right, sentenceFrom, sentenceTo } = view;
  const { heads } = doc.tree;
  const tie = (at: number) => {
    if (at < sentenceFrom || at >= sentenceTo) return 0;
    if (heads[at]! >= from && heads[at]! < to) return 1;
    return heads[head] === at ? 2 : 0;
  };
  const [before, after] = [tie(from - 1), tie(to)];
  put(29, edge, before * 3 + after, view.roots);
  put(48, before, left > 0 ? relations[from - 1]! : 0, relations[head]!);
  put(49, after, right > 0 ? relations[to]! : 0, relations[head]!);
  put(85, before, tagAt(layer, view, from - 1), left);
  const noun =
    from > sentenceFrom && doc.upos[from - 1] === 'NOUN' ? nounClass(doc.lemmas[from - 1]!) : undefined;
  if (noun !== undefined) put(56, hashOf(noun));
}

function putDependants(
  { doc, facts, relations }: WordLayer,
  { from, to, head }: CandidateView,
  put: Put,
): void {
  for (const child of doc.tree.children[head]!) {
    if (child >= from && child < to) continue;
    const relation = doc.tree.relations[child]!;
    if (relation === 'punct' || relation === 'case') continue;
    const own = relations[child]!;
    put(58, own, child < from ? 1 : 2);
    if (/^(?:appos|acl|nmod|amod|conj|compound|flat|nsubj|det|nummod)/.test(relation)) {
      put(59, own, hashOf(doc.lemmas[child]!.toLowerCase()));
    }
    const noun = nounClass(doc.lemmas[child]!);
    if (noun !== undefined) put(60, own, hashOf(noun));
    if (relation === 'appos' || relation === 'conj') put(61, own, facts[child]!.kinds, facts[child]!.shape);
  }
}
