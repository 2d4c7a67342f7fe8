import type { Tagged } from '../../document/document.js';
import { type Memory, MOST_FEATURES, type NameFeatures } from './features.js';

/** Types that the model tells apart; the finer ones of a document's names come from their words. */
export const TYPES = ['person', 'organisation', 'place', 'event', 'other'] as const;

/** 0 is outside; then the first word and the further words of each type in turn. */
export const LABELS = ['O', ...TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])] as const;

/** Scores of every label for a token, from its features; the array is the caller's to read until the next call. */
export type Score = (features: Uint32Array, size: number) => ArrayLike<number>;

export function beginning(type: number): number {
  return 1 + type * 2;
}

export function typeOf(label: number): number {
  return label === 0 ? -1 : (label - 1) >> 1;
}

/** Whether a label can follow another: an inner word goes on from its own type. */
export function canFollow(label: number, before: number): boolean {
  return label === 0 || label % 2 === 1 || typeOf(before) === typeOf(label);
}

/**
 * Labels a document's tokens, left to right, the best at each. In a first pass each sentence's names are remembered for
 * the next; in a second one, what a word mostly was in the whole report is known from the beginning.
 */
export function labelTokens(doc: Tagged, features: NameFeatures, score: Score): Uint8Array {
  const memory = new Map<string, number>();
  const first = labelsFrom(doc, features, score, memory, (labels, from, to) =>
    remember(doc, labels, from, to, memory),
  );
  return labelsFrom(doc, features, score, commonTypes(doc, first), () => {});
}

function labelsFrom(
  doc: Tagged,
  features: NameFeatures,
  score: Score,
  memory: Memory,
  learn: (labels: Uint8Array, from: number, to: number) => void,
): Uint8Array {
  const labels = new Uint8Array(doc.tokens.length);
  const buffer = new Uint32Array(MOST_FEATURES);
  for (const { from, to } of doc.sentences) {
    for (let token = from; token < to; token++) {
      const before = token > from ? labels[token - 1]! : 0;
      if (!isEligible(doc, token, to, before)) continue;
      const earlier = token > from + 1 ? labels[token - 2]! : 0;
      const size = features.fill(token, before, earlier, memory, buffer);
      labels[token] = best(score(buffer, size), before);
    }
    learn(labels, from, to);
  }
  return labels;
}

/** The type that each capitalised word was mostly given, where it stands more than once and was part of a name. */
function commonTypes(doc: Tagged, labels: Uint8Array): Memory {
  const counts = new Map<string, Uint32Array>();
  for (const [token, label] of labels.entries()) {
    const { text } = doc.tokens[token]!;
    if (!isCapital(text)) continue;
    const own = counts.get(text) ?? new Uint32Array(TYPES.length + 1);
    own[typeOf(label) + 1]! += 1;
    counts.set(text, own);
  }
  const common = new Map<string, number>();
  for (const [text, own] of counts) {
    const named = own.subarray(1);
    const most = named.reduce((top, count, type) => (count > named[top]! ? type : top), 0);
    if (named[most]! > 0 && own.reduce((sum, count) => sum + count, 0) > 1) common.set(text, most + 1);
  }
  return common;
}

function best(scores: ArrayLike<number>, before: number): number {
  let label = 0;
  let most = scores[0]!;
  for (let one = 1; one < LABELS.length; one++) {
    if (canFollow(one, before) && scores[one]! > most) {
      label = one;
      most = scores[one]!;
    }
  }
  return label;
}

/** Keeps the type of every capitalised word of a sentence's names, for when the word comes back alone. */
export function remember(
  doc: Tagged,
  labels: ArrayLike<number>,
  from: number,
  to: number,
  memory: Map<string, number>,
): void {
  for (let token = from; token < to; token++) {
    const { text } = doc.tokens[token]!;
    if (labels[token] !== 0 && isCapital(text)) memory.set(text, typeOf(labels[token]!) + 1);
  }
}

const INNER = new Set(['ADP', 'DET', 'CCONJ', 'PART', 'PUNCT', 'NUM', 'SYM', 'X']);

/**
 * Whether a token could be part of a name: one with a capital or tagged as a proper noun, or a small word after one
 * with another to follow. The rest, four tokens in five, are outside without a question.
 */
export function isEligible(doc: Tagged, token: number, end: number, before: number): boolean {
  const { text } = doc.tokens[token]!;
  if (isCapital(text) || doc.upos[token] === 'PROPN' || hasInnerCapital(text)) return true;
  if (before === 0) return false;
  if (!INNER.has(doc.upos[token]!)) return isCapital(doc.tokens[token + 1]?.text ?? '') && token + 1 < end;
  if (/^\d/.test(text)) return true;
  for (let next = token + 1; next < Math.min(end, token + 3); next++) {
    if (isCapital(doc.tokens[next]!.text)) return true;
  }
  return false;
}

function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  return text.charAt(0) !== text.charAt(0).toLowerCase();
}

/** "al-Jubeir", "eBay", "d'Estaing". */
function hasInnerCapital(text: string): boolean {
  if (text.length < 4) return false;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) return true;
  }
  return false;
}
