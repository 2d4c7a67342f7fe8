import { describe, expect, it } from 'vitest';
import { judge } from '../../src/reading/events/arbiter/arbiter.js';
import { fitArbiter, hashOfSentence, heldOut, inFolds, type Lesson } from './fit.js';

/** Sixty lessons of which one word tells the type, and the others nothing. */
const lessons: Lesson[] = Array.from({ length: 60 }, (_, at) => {
  const type = at % 2 === 0 ? 'AID' : 'ACCUSE';
  const bag = new Map([
    ['bias', 0.5],
    [type === 'AID' ? 'run|feed' : 'run|blame', 1],
    [`run|noise${at % 7}`, 1],
  ]);
  return { sentence: `Sentence ${at >> 1}.`, type, bag, importance: 1 };
});

describe('inFolds', () => {
  it('keeps all of a sentence together, and loses nothing', () => {
    const folds = inFolds(lessons, 5);
    expect(folds.flat().length).toBe(60);
    for (const fold of folds) {
      const elsewhere = new Set(
        folds.filter((one) => one !== fold).flatMap((one) => one.map((l) => l.sentence)),
      );
      expect(fold.some(({ sentence }) => elsewhere.has(sentence))).toBe(false);
    }
  });
});

describe('fitArbiter', () => {
  const arbiter = fitArbiter(lessons);
  const oddsOf = (...names: string[]) => judge(arbiter, new Map(names.map((name) => [name, 1])));

  it('learns the word that tells', () => {
    expect(arbiter.types).toEqual(['ACCUSE', 'AID']);
    expect(oddsOf('run|feed')[1]).toBeGreaterThan(0.9);
    expect(oddsOf('run|blame')[0]).toBeGreaterThan(0.9);
  });

  it('makes little of the words that do not', () => expect(oddsOf('run|noise3')[0]).toBeCloseTo(0.5, 0));

  it('gives the same weights for the same lessons', () =>
    expect(fitArbiter(lessons).weights).toEqual(arbiter.weights));

  it('keeps which sentences it has learned, whatever their marks', () =>
    expect(arbiter.learned.has(hashOfSentence('sentence 3'))).toBe(true));
});

describe('heldOut', () => {
  it('judges no lesson by an arbiter that has learned its sentence', () => {
    const all = heldOut(lessons, [], 3);
    expect(all.length).toBe(60);
    for (const { arbiter, lesson } of all) {
      expect(arbiter.learned.has(hashOfSentence(lesson.sentence))).toBe(false);
    }
  });
});
