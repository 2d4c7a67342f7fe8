import { hashFeature } from '../kernel/hash.js';
import type { Configuration } from './configuration.js';

/** Tokens whose encodings go into a decision: three of the stack, two of the buffer, two outermost dependents. */
export const DENSE = 7;

/** Rows of the sparse table that go into a decision. */
export const SPARSE = 41;

const TAG_SLOTS = 15;
const RELATION_SLOTS = 10;
const FARTHEST = 11;
const MOST_DEPENDENTS = 5;
const HASHED = 32_768;

/** Where in the sparse table each kind of feature begins. */
export interface Layout {
  readonly tags: number;
  readonly relations: number;
  readonly distances: number;
  readonly counts: number;
  readonly hashed: number;
  readonly size: number;
  /** Stride of a tag slot: the tags, the root, and none. */
  readonly tagKinds: number;
  readonly relationKinds: number;
}

export function makeLayout(tags: number, relations: number): Layout {
  const tagKinds = tags + 2;
  const relationKinds = relations + 2;
  const relationsAt = TAG_SLOTS * tagKinds;
  const distancesAt = relationsAt + RELATION_SLOTS * relationKinds;
  const countsAt = distancesAt + 2 * (FARTHEST + 1);
  const hashedAt = countsAt + 6 * (MOST_DEPENDENTS + 1);
  return {
    tags: 0,
    relations: relationsAt,
    distances: distancesAt,
    counts: countsAt,
    hashed: hashedAt,
    size: hashedAt + HASHED,
    tagKinds,
    relationKinds,
  };
}

/**
 * What a decision is made from.
 *
 * **Shape** `dense` gets `DENSE` tokens, -1 for none; `sparse` gets `SPARSE` rows of the table that `layout`
 * describes. `tags` are the first tagger's.
 */
export function fillState(
  parse: Configuration,
  tags: Int32Array,
  layout: Layout,
  dense: Int32Array,
  denseAt: number,
  sparse: Int32Array,
  sparseAt: number,
): void {
  const { size, buffer, left1, left2, right1, right2, leftSet, rightSet, leftCount, rightCount } = parse;
  const of = (all: Int32Array, token: number, none: number) => (token < 0 ? none : all[token]!);
  const s0 = parse.onStack(0);
  const s1 = parse.onStack(1);
  const s2 = parse.onStack(2);
  const inBuffer = (ahead: number) => (buffer + ahead <= size ? buffer + ahead : -1);
  const b0 = buffer;
  const b1 = inBuffer(1);
  const s0l = of(left1, s0, -1);
  const s0r = of(right1, s0, -1);
  const s1l = of(left1, s1, -1);
  const s1r = of(right1, s1, -1);
  const b0l = left1[b0]!;
  const s0l2 = of(left2, s0, -1);
  const s0r2 = of(right2, s0, -1);
  const s1r2 = of(right2, s1, -1);
  const b0l2 = left2[b0]!;

  dense[denseAt] = s0;
  dense[denseAt + 1] = s1;
  dense[denseAt + 2] = s2;
  dense[denseAt + 3] = b0;
  dense[denseAt + 4] = b1;
  dense[denseAt + 5] = s0r >= 0 ? s0r : s0l;
  dense[denseAt + 6] = s1r;

  let at = sparseAt;
  const { tagKinds, relationKinds } = layout;
  const tagOf = (token: number) => (token < 0 ? tagKinds - 1 : token >= size ? tagKinds - 2 : tags[token]!);
  let slot = layout.tags;
  const addTag = (token: number) => {
    sparse[at++] = slot + tagOf(token);
    slot += tagKinds;
  };
  addTag(s0);
  addTag(s1);
  addTag(s2);
  addTag(b0);
  addTag(b1);
  addTag(inBuffer(2));
  addTag(inBuffer(3));
  addTag(s0l);
  addTag(s0r);
  addTag(s1l);
  addTag(s1r);
  addTag(b0l);
  addTag(s0l2);
  addTag(s0r2);
  addTag(b0l2);

  slot = layout.relations;
  const addRelation = (token: number) => {
    const relation = token < 0 ? relationKinds - 1 : parse.relations[token]!;
    sparse[at++] = slot + (relation < 0 ? relationKinds - 2 : relation);
    slot += relationKinds;
  };
  addRelation(s0l);
  addRelation(s0r);
  addRelation(s1l);
  addRelation(s1r);
  addRelation(b0l);
  addRelation(s0l2);
  addRelation(s0r2);
  addRelation(b0l2);
  addRelation(s1r2);
  sparse[at++] = slot + (s0 < 0 ? 0 : 1);

  sparse[at++] = layout.distances + (s0 < 0 ? 0 : Math.min(b0 - s0, FARTHEST));
  sparse[at++] = layout.distances + FARTHEST + 1 + (s1 < 0 ? 0 : Math.min(s0 - s1, FARTHEST));

  slot = layout.counts;
  const addCount = (count: number) => {
    sparse[at++] = slot + Math.min(count, MOST_DEPENDENTS);
    slot += MOST_DEPENDENTS + 1;
  };
  addCount(of(leftCount, s0, 0));
  addCount(of(rightCount, s0, 0));
  addCount(of(rightCount, s1, 0));
  addCount(leftCount[b0]!);
  addCount(of(leftCount, s1, 0));
  addCount(parse.depth);

  const addHash = (template: number, a: number, b: number, c: number) => {
    sparse[at++] = layout.hashed + (hashFeature(template, a, b, c) % HASHED);
  };
  const t0 = tagOf(s0);
  const t1 = tagOf(s1);
  const tb = tagOf(b0);
  const s0Rights = of(rightSet, s0, 0);
  addHash(1, of(leftSet, s0, 0), 0, 0);
  addHash(2, s0Rights, 0, 0);
  addHash(3, of(rightSet, s1, 0), 0, 0);
  addHash(4, leftSet[b0]!, 0, 0);
  addHash(5, t0, tb, t1);
  addHash(6, t0, tb, tagOf(b1));
  addHash(7, t0, t1, s0Rights);
  addHash(8, t0, tb, leftSet[b0]!);
}
