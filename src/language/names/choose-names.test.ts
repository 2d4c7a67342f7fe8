import { describe, expect, it } from 'vitest';
import type { TokenRange } from '../../document/span.js';
import { CANDIDATE_CLASSES, chooseNames } from './choose-names.js';
import { TYPES } from './label-names.js';

/** Candidates with the shares that each class gets; what is left goes to no name. */
type Given = TokenRange & Partial<Record<(typeof TYPES)[number], number>>;

function choose(...given: Given[]) {
  const judge = {
    scale: 1,
    score: (features: Uint32Array) => {
      const one = given[features[0]!]!;
      const shares = TYPES.map((type) => one[type] ?? 0);
      const none = 1 - shares.reduce((sum, share) => sum + share, 0);
      return [none, ...shares].map((share) => Math.log(Math.max(share, 1e-9)));
    },
  };
  const { outer, inner } = chooseNames(
    given,
    (span, into) => {
      into[0] = given.indexOf(span as Given);
      return 1;
    },
    judge,
  );
  const show = ({ from, to, type }: TokenRange & { type: string }) => `${from}-${to} ${type}`;
  return { outer: outer.map(show), inner: inner.map(show) };
}

describe('chooseNames', () => {
  it('keeps what is likely a name, and of what type', () =>
    expect(choose({ from: 0, to: 1, place: 0.9 }, { from: 2, to: 3, person: 0.1 })).toEqual({
      outer: ['0-1 place'],
      inner: [],
    }));

  it('has the likelier of two that cross', () =>
    expect(choose({ from: 0, to: 2, person: 0.6 }, { from: 1, to: 3, person: 0.8 }).outer).toEqual([
      '1-3 person',
    ]));

  it('keeps a name within another', () =>
    expect(choose({ from: 0, to: 3, organisation: 0.7 }, { from: 2, to: 3, place: 0.9 })).toEqual({
      outer: ['0-3 organisation'],
      inner: ['2-3 place'],
    }));

  it('takes a likely person for one though it could be something else', () =>
    expect(choose({ from: 0, to: 1, person: 0.45, other: 0.5 }).outer).toEqual(['0-1 person']));

  it('gives other types to what is likelier a name than none', () =>
    expect(choose({ from: 0, to: 1, person: 0.3, event: 0.35 }).outer).toEqual(['0-1 event']));

  it('knows a class for each type and one for no name', () =>
    expect(CANDIDATE_CLASSES).toBe(TYPES.length + 1));
});
