import { describe, expect, it } from 'vitest';
import { parseStandoff } from './attribution-gold.js';
import { align, type GoldTokens, scoreAttributions, type TokenAttribution } from './attribution-score.js';

const unit = (codePoint: number) => codePoint;

describe('parseStandoff', () => {
  const standoff = [
    'T1\tSource 0 4\tAnna',
    'T2\tCue 5 9\tsaid',
    'T3\tContent 10 14;20 24\tline one',
    'goes on',
    'T4\tContent 30 34\tmore',
    'T5\tDiscuss 0 4\tAnna',
    'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 Content2:T4',
    'E2\tDiscuss:T5',
  ].join('\n');

  it('gathers every span of a role, passes over broken lines and over what is not an attribution', () =>
    expect(parseStandoff(standoff, unit)).toEqual([
      {
        source: [{ start: 0, end: 4 }],
        cue: [{ start: 5, end: 9 }],
        content: [
          { start: 10, end: 14 },
          { start: 20, end: 24 },
          { start: 30, end: 34 },
        ],
      },
    ]));
  it('finds nothing in an empty file', () => expect(parseStandoff('', unit)).toEqual([]));
});

const one = (source: number[], cue: number[], content: number[]): TokenAttribution => ({
  source: new Set(source),
  cue: new Set(cue),
  content: new Set(content),
});
const gold = (...roles: [number[], number[], number[]]): GoldTokens => ({
  ...one(...roles),
  kind: 'indirect',
});

describe('align', () => {
  it('pairs one to one, the closest cues first', () =>
    expect(align([one([], [5], [9]), one([], [5, 6], [9])], [one([], [5, 6], [9])])).toEqual([
      { gold: 1, found: 0 },
    ]));
});

describe('scoreAttributions', () => {
  const score = (truth: GoldTokens, guess: TokenAttribution) => {
    const { relation, relationStrict, allExact } = scoreAttributions([
      { gold: [truth], found: [guess], edge: (token) => token === 9 },
    ]);
    return [relation.f1, relationStrict.f1, allExact.f1];
  };
  it('counts a relation when all three overlap', () =>
    expect(score(gold([0, 1], [2], [3, 4]), one([1], [2], [4]))).toEqual([100, 100, 0]));
  it('counts two empty sources as a match, but for the strict count', () =>
    expect(score(gold([], [2], [3]), one([], [2], [3]))).toEqual([100, 0, 100]));
  it('leaves out punctuation at the edges when all must be exact', () =>
    expect(score(gold([1], [2], [3, 4]), one([1], [2], [3, 4, 9]))).toEqual([100, 100, 100]));
  it('counts nothing where the cues are apart', () =>
    expect(score(gold([1], [2], [3]), one([1], [5], [3]))).toEqual([0, 0, 0]));
});
