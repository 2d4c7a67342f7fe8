import type { Named, Sentence } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { emit, type FeatureSink } from './feature-sink.js';
import { hashText, type Signs } from './signs.js';

/** Relations whose presence under a word tells whether it attributes something. The order is the bit's. */
const KIN = [
  'nsubj',
  'obj',
  'ccomp',
  'xcomp',
  'advcl',
  'parataxis',
  'obl',
  'acl',
  'nmod',
  'iobj',
  'expl',
  'cop',
  'aux',
  'mark',
  'conj',
  'case',
  'advmod',
  'det',
  'compound',
] as const;
const KIN_BIT = new Map<string, number>(KIN.map((relation, bit) => [relation, bit]));
/** The bits of relations that can hold source or content. */
const ARGUMENTS = 0b11111111;

/** What the features of a sentence's tokens share. */
interface SentenceSigns {
  readonly quoted: number;
  readonly kind: number;
  readonly previousQuoted: number;
}

export function readSentence(signs: Signs, sentence: Sentence): SentenceSigns {
  let quoted = 0;
  for (let token = sentence.from; token < sentence.to; token++) quoted |= signs.quoted[token]!;
  const previous = sentence.from > 0 ? signs.quoted[sentence.from - 1]! : 0;
  return { quoted, kind: hashText(sentence.kind), previousQuoted: previous };
}

/** Features that tell whether a token begins, goes on with, or is no part of a cue. */
export function cueFeatures(
  doc: Named,
  signs: Signs,
  sentence: Sentence,
  shared: SentenceSigns,
  token: number,
  sink: FeatureSink,
): void {
  const { word, lemma, tag, relation, quoted, cue, name, parent } = signs;
  const w = word[token]!;
  const l = lemma[token]!;
  const p = tag[token]!;
  const r = relation[token]!;
  const k = cue[token]!;
  const q = quoted[token]!;
  const kin = kinMask(doc, token);
  const args = kin & ARGUMENTS;
  emit(sink, 0);
  emit(sink, 1, w);
  emit(sink, 2, l);
  emit(sink, 3, p);
  emit(sink, 4, r);
  emit(sink, 5, q, shared.quoted);
  emit(sink, 6, l, p);
  emit(sink, 7, name[token]!);
  for (let bit = 0; bit < KIN.length; bit++) if (kin & (1 << bit)) emit(sink, 8, bit, Math.min(k, 1));
  emit(sink, 9, l, args);
  emit(sink, 10, k, args, q);
  emit(sink, 11, k, p);
  emit(sink, 12, k, r);
  emit(sink, 13, l, r);
  emit(sink, 14, l, shared.quoted, q);
  emit(sink, 15, shared.kind, k);
  emit(sink, 16, k, shared.quoted, shared.previousQuoted);
  emit(sink, 17, hashText(doc.tokens[token]!.text.slice(-3).toLowerCase()), p);
  const governor = parent[token]!;
  emit(sink, 18, governor < 0 ? 1 : lemma[governor]!, r);
  emit(sink, 19, governor < 0 ? 1 : tag[governor]!, r);
  emit(sink, 20, governor < 0 ? 0 : cue[governor]!, r, p);
  emit(sink, 21, l, governor < 0 ? 1 : lemma[governor]!);
  around(signs, sentence, token, sink);
  kinFeatures(doc, signs, token, l, k, sink);
  aboveFeatures(doc, signs, token, l, k, sink);
}

function around(signs: Signs, sentence: Sentence, token: number, sink: FeatureSink): void {
  const { word, tag, quoted, cue, lemma } = signs;
  for (let offset = -2; offset <= 2; offset++) {
    if (offset === 0) continue;
    const at = token + offset;
    if (at < sentence.from || at >= sentence.to) {
      emit(sink, 22, offset);
      continue;
    }
    emit(sink, 23, offset, word[at]!);
    emit(sink, 24, offset, tag[at]!, cue[token]!);
    emit(sink, 25, offset, quoted[at]!, quoted[token]!);
    emit(sink, 26, offset, cue[at]!, cue[token]!);
  }
  if (token > sentence.from) emit(sink, 27, word[token - 1]!, word[token]!);
  if (token + 1 < sentence.to) {
    emit(sink, 28, word[token]!, word[token + 1]!);
    emit(sink, 29, lemma[token]!, tag[token + 1]!);
  }
  if (token + 2 < sentence.to) emit(sink, 30, lemma[token]!, word[token + 1]!, word[token + 2]!);
}

/** What hangs on the token: who its subject is, what its object and clauses are. */
function kinFeatures(doc: Named, signs: Signs, token: number, l: number, k: number, sink: FeatureSink): void {
  for (const child of doc.tree.children[token]!) {
    const bit = KIN_BIT.get(baseRelation(doc, child));
    if (bit === 0) {
      emit(sink, 31, signs.name[child]!, k);
      emit(sink, 32, signs.tag[child]!, k);
      emit(sink, 33, signs.cue[child]!, k);
      emit(sink, 34, signs.lemma[child]!, k);
      emit(sink, 35, child < token ? 1 : 2, k);
    } else if (bit === 1) {
      emit(sink, 36, l, signs.lemma[child]!);
      emit(sink, 37, k, signs.cue[child]!, signs.tag[child]!);
      emit(sink, 38, k, signs.lemma[child]!);
    } else if (bit === 2 || bit === 3 || bit === 5) {
      emit(sink, 39, bit, k, signs.tag[child]!);
      emit(sink, 40, bit, k, child < token ? 1 : 2);
    } else if (bit === 6 || bit === 8) {
      for (const grandchild of doc.tree.children[child]!) {
        if (baseRelation(doc, grandchild) === 'case') emit(sink, 41, l, signs.word[grandchild]!, bit);
      }
    } else if (bit === 12 || bit === 16) {
      emit(sink, 42, k, signs.lemma[child]!);
    }
  }
}

/** Whether the token stands in what another cue word tells: PolNeAR marks outermost attributions. */
function aboveFeatures(
  doc: Named,
  signs: Signs,
  token: number,
  l: number,
  k: number,
  sink: FeatureSink,
): void {
  let below = token;
  let at = signs.parent[token]!;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (signs.cue[at] !== 0) {
      emit(sink, 43, signs.cue[at]!, signs.relation[below]!, k);
      emit(sink, 44, signs.lemma[at]!, signs.relation[below]!, Math.min(k, 1));
      emit(sink, 45, Math.min(steps, 3), signs.relation[below]!, k);
      emit(sink, 46, l, signs.relation[below]!, kinMask(doc, at) & 0b111111);
      return;
    }
    below = at;
    at = signs.parent[at]!;
  }
  emit(sink, 47, k);
}

function kinMask(doc: Named, token: number): number {
  let mask = 0;
  for (const child of doc.tree.children[token]!) {
    const bit = KIN_BIT.get(baseRelation(doc, child));
    if (bit !== undefined) mask |= 1 << bit;
  }
  return mask;
}
