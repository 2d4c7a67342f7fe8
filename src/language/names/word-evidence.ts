import { type CandidateView, eachKind, factAt, type Put, tagAt, type WordLayer } from './candidate-view.js';
import { afterTitles } from './cut-titles.js';
import { hashOf } from './word-facts.js';

/** What a candidate's own words and the words around it say. */
export function putWords(layer: WordLayer, view: CandidateView, put: Put): void {
  putInside(layer, view, put);
  putAround(layer, view, put);
  putLists(layer, view, put);
  putTitles(layer, view, put);
}

function putInside(
  { doc, facts, tags, isCapital, ...layer }: WordLayer,
  view: CandidateView,
  put: Put,
): void {
  const { from, to, edge, length, isSingle: single, sentenceFrom } = view;
  const text = (at: number) => doc.tokens[at]!.text;
  const [first, last] = [facts[from]!, facts[to - 1]!];
  let whole = text(from);
  let shapes = first.shape;
  let kinds = hashOf(doc.upos[from]!);
  let joint = 0;
  let isLowered = 1;
  for (let at = from; at < to; at++) {
    put(10, facts[at]!.lower);
    if (at > from) {
      whole += ` ${text(at)}`;
      shapes = (Math.imul(shapes, 31) + facts[at]!.shape) | 0;
      kinds = (Math.imul(kinds, 31) + hashOf(doc.upos[at]!)) | 0;
      put(11, facts[at - 1]!.lower, facts[at]!.lower);
      if (at < to - 1 && !isCapital[at]) joint = facts[at]!.lower;
    }
    if (isCapital[at] && !layer.lowered.has(text(at).toLowerCase())) isLowered = 0;
  }
  put(1, length);
  put(2, hashOf(whole));
  put(3, hashOf(whole.toLowerCase()));
  put(4, first.lower, single);
  put(5, last.lower, single);
  put(6, facts[view.head]!.lower, single);
  put(7, shapes, edge);
  put(8, kinds, edge);
  put(9, first.shape, last.shape, length);
  const [begin, end] = [text(from).toLowerCase(), text(to - 1).toLowerCase()];
  for (let size = 2; size <= 4; size++) {
    put(17, size, hashOf(end.slice(-size)), single);
    put(18, size, hashOf(begin.slice(0, size)), single);
  }
  const capitals = layer.capitals[doc.tokens[from]!.sentence]!;
  put(41, isLowered, from === sentenceFrom ? 1 : 0, capitals);
  put(42, capitals, edge, length);
  put(43, Math.min(3, layer.counts.get(text(from))! - 1), single, edge);
  put(44, joint, edge);
  put(45, joint, first.kinds, last.kinds);
  put(50, tags[from]!, tags[to - 1]!, length);
  put(53, last.lower, edge);
  put(54, first.lower, edge);
}

function putAround(layer: WordLayer, view: CandidateView, put: Put): void {
  const { from, to, edge, isSingle: single } = view;
  const before = factAt(layer, view, from - 1);
  const after = factAt(layer, view, to);
  const before2 = factAt(layer, view, from - 2);
  const after2 = factAt(layer, view, to + 1);
  const [first, last] = [layer.facts[from]!, layer.facts[to - 1]!];
  const tag = (at: number) => tagAt(layer, view, at);
  put(19, before.lower, single);
  put(20, after.lower, single);
  put(21, before.lower, before2.lower);
  put(22, after.lower, after2.lower);
  put(23, before.lower, after.lower);
  put(24, before2.lower);
  put(25, after2.lower);
  put(26, tag(from - 1), tag(to), single);
  put(27, tag(from - 2), tag(from - 1), tag(from));
  put(28, tag(to), tag(to + 1), tag(to - 1));
  put(46, before.kinds, edge, single);
  put(47, after.kinds, edge, single);
  put(51, before.lower, edge, first.shape);
  put(52, after.lower, edge, last.shape);
  put(72, view.isWhole, view.leftJoint * 2 + view.rightJoint, view.length);
  put(80, after.shape, after2.shape, view.right);
  put(81, before.shape, before2.shape, view.left);
  put(82, before.shape, after.shape, single);
  put(83, after.word, after2.shape, view.isWhole);
}

/** The lists that its words stand in, one at a time and together. */
function putLists(layer: WordLayer, view: CandidateView, put: Put): void {
  const { from, to, edge, length, isSingle: single, left, right } = view;
  const { facts } = layer;
  const [first, last] = [facts[from]!.kinds, facts[to - 1]!.kinds];
  for (let at = from; at < to; at++) {
    const where = at === from ? 1 : at === to - 1 ? 2 : 3;
    eachKind(facts[at]!.kinds, (kind) => put(12, kind, where, single));
  }
  put(13, first, last, single);
  put(14, last, edge);
  put(15, first, edge);
  put(40, from === view.sentenceFrom ? 1 : 0, first, single);
  eachKind(factAt(layer, view, from - 1).kinds, (kind) => put(73, kind, left));
  eachKind(factAt(layer, view, to).kinds, (kind) => put(74, kind, right));
  eachKind(last, (kind) => {
    put(75, kind, right > 0 ? 1 : 0, single);
    put(76, kind, view.isWhole, articleBefore(layer, view));
  });
  eachKind(first, (kind) => {
    put(77, kind, left > 0 ? 1 : 0, right > 0 ? 1 : 0);
    eachKind(last, (other) => put(78, kind, other, length));
  });
  if (first === 0) put(79, 1, last, length);
}

/** 1 for "the", 2 for "a". */
export function articleBefore({ doc }: WordLayer, { from, sentenceFrom }: CandidateView): number {
  const text = from > sentenceFrom ? doc.tokens[from - 1]!.text : '';
  return /^the$/i.test(text) ? 1 : /^an?$/i.test(text) ? 2 : 0;
}

/** How far back a title is looked for. */
const TITLE_REACH = 8;

/** Whether a title stands in it, and whether what stands before it, back to where the capitals begin, is one. */
function putTitles({ doc, words, isProper, isCapital }: WordLayer, view: CandidateView, put: Put): void {
  const { from, to, sentenceFrom, isSingle } = view;
  let start = from;
  while (start > sentenceFrom && from - start < TITLE_REACH) {
    const before = start - 1;
    const goesOn =
      isProper[before] || isCapital[before] || (before > sentenceFrom && doc.tokens[before]!.text === 'of');
    if (!goesOn) break;
    start = before;
  }
  const texts = doc.tokens.slice(start, to).map((token) => token.text);
  const isTitled = start < from && afterTitles(texts, words) === from - start ? 1 : 0;
  const holdsTitle = afterTitles(texts.slice(from - start), words) > 0 ? 1 : 0;
  put(70, isTitled, holdsTitle, isSingle);
  put(71, isTitled * 2 + holdsTitle, view.right, view.roots);
}
