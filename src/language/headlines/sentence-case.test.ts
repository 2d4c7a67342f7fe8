import { describe, expect, it } from 'vitest';
import { headlineCase, toSentenceCase } from './sentence-case.js';

const KNOWN = {
  isName: (word: string) => ['Chad', 'Lima', 'UN', 'Ada'].includes(word),
  isCommon: (word: string) => ['talks', 'with', 'on', 'bank', 'fail', 'mission', 'un'].includes(word),
};

function check(headline: string, expected: string): void {
  expect(toSentenceCase(headline.split(' '), KNOWN).join(' ')).toBe(expected);
}

describe('headlineCase', () => {
  it('goes by the longer words', () => {
    expect(headlineCase('Talks on Chad Fail')).toBe('title');
    expect(headlineCase('Talks on Chad fail')).toBe('sentence');
    expect(headlineCase('TALKS ON CHAD FAIL')).toBe('capitals');
  });
});

describe('toSentenceCase', () => {
  it('leaves a sentence as it is', () => check('Bank fails Ada on mission', 'Bank fails Ada on mission'));
  it('lowers common words of a title', () => check('Talks With Chad Fail', 'Talks with Chad fail'));
  it('keeps names and words that it does not know', () => check('Bank on Lima Quell', 'Bank on Lima Quell'));
  it('lowers what ends as only verbs do', () =>
    check('Mission Dissolved in Lima', 'Mission dissolved in Lima'));
  it('keeps abbreviations', () => check('U.N. Mission With AUKUS', 'U.N. mission with AUKUS'));
  it('reads capitals', () => check('UN MISSION TALKS WITH CHAD FAIL', 'UN mission talks with Chad fail'));
  it('gives unknown words in capitals one capital', () => check('TALKS IN KITGUM', 'Talks In Kitgum'));
  it('leaves a single word alone', () => check('TALKS', 'TALKS'));
});
