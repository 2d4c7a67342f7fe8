import type { Document } from '../../document/document.js';
import { overlaps, type Range } from '../../document/span.js';
import { tokenAt } from '../../document/tree.js';
import type { ActorMention } from '../cast.js';
import type { Framed } from './framed.js';

/**
 * Of the events that frames propose the one that tells what one party does to another: the one that joins them; else
 * the one that has one of them in its role; else the one nearest to the way between them in the tree.
 *
 * **Shape** ranges are characters of the report's text; a party is null where it is not known. Undefined where
 * nothing is proposed.
 */
export function nearestFrame(
  doc: Document,
  framed: readonly Framed[],
  actor: Range | null,
  recipient: Range | null,
): Framed | undefined {
  const way = wayBetween(doc, actor ?? recipient, recipient ?? actor);
  let best: Framed | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of framed) {
    const score = fitOf(doc, one, actor, recipient, way);
    if (score > most) [best, most] = [one, score];
  }
  return best;
}

function fitOf(
  doc: Document,
  { proposal, embedding }: Framed,
  actor: Range | null,
  recipient: Range | null,
  way: ReadonlyMap<number, number>,
): number {
  const { actors, recipients, head, frame, isNominal } = proposal;
  let score = 0.2 * frame.weight - (isNominal ? 0.4 : 0);
  if (stands(doc, actors, actor)) score += 2;
  if (stands(doc, recipients, recipient)) score += 1.6;
  if (stands(doc, actors, recipient)) score -= 0.8;
  if (stands(doc, recipients, actor)) score -= 0.4;
  const onWay = way.get(head);
  score += onWay === undefined ? -0.04 * gap(doc, head, [actor, recipient]) : 1.2 - 0.1 * onWay;
  if (embedding.isPart) score -= 1.5;
  const { start, end } = doc.tokens[head]!;
  if ([actor, recipient].some((range) => range !== null && overlaps({ start, end }, range))) score -= 1;
  return score;
}

/** Whether one of the mentions stands in a stretch. */
export function stands(doc: Document, mentions: readonly ActorMention[], range: Range | null): boolean {
  if (range === null) return false;
  return mentions.some(({ from, to }) =>
    overlaps({ start: doc.tokens[from]!.start, end: doc.tokens[to - 1]!.end }, range),
  );
}

/** The token of a stretch that the others hang on. */
function headOf(doc: Document, range: Range): number {
  const from = tokenAt(doc, range.start);
  let found = Math.min(from, doc.tokens.length - 1);
  for (let token = from; token < doc.tokens.length && doc.tokens[token]!.start < range.end; token++) {
    const above = doc.tree.heads[token]!;
    const inside = above >= from && doc.tokens[above]!.start < range.end;
    if (!inside) return token;
    found = token;
  }
  return found;
}

/** Tokens on the way from one token to another through the tree, with their steps from the first. */
function wayBetween(doc: Document, from: Range | null, to: Range | null): Map<number, number> {
  if (from === null || to === null) return new Map();
  const up = chainOf(doc, headOf(doc, from));
  const down = chainOf(doc, headOf(doc, to));
  const meeting = up.find((token) => down.includes(token));
  const way = new Map<number, number>();
  const upTo = meeting === undefined ? up : up.slice(0, up.indexOf(meeting) + 1);
  const downTo = meeting === undefined ? down : down.slice(0, down.indexOf(meeting));
  for (const token of [...upTo, ...downTo.reverse()]) way.set(token, way.size);
  return way;
}

function chainOf(doc: Document, token: number): number[] {
  const chain: number[] = [];
  for (let at = token; at >= 0 && chain.length < 60; at = doc.tree.heads[at]!) chain.push(at);
  return chain;
}

/** How many tokens lie between a word and the nearer of two stretches; at most 30. */
function gap(doc: Document, token: number, ranges: readonly (Range | null)[]): number {
  const known = ranges.filter((range) => range !== null);
  const distances = known.map((range) => Math.abs(tokenAt(doc, range.start) - token));
  return Math.min(30, ...distances);
}
