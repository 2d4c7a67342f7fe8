import { describe, expect, it } from 'vitest';
import type { Upos } from '../../document/document.js';
import { cueEntry, cueLexicon, parseCues } from './cue-lexicon.js';

const HEADER = 'lemma,pos,class,takes,stance\n';

describe('parseCues', () => {
  it('reads class, content and stance of a word', () => {
    const lexicon = parseCues(`${HEADER}scold,verb,judgement,phrase|clause,accuses\n`, 'cues.csv');
    expect(cueEntry(lexicon, 'VERB', 'scold')).toEqual({
      lemma: 'scold',
      part: 'verb',
      class: 'judgement',
      takes: ['phrase', 'clause'],
      stance: 'accuses',
      line: 2,
    });
  });

  const refuse = (row: string, message: RegExp) =>
    expect(() => parseCues(`${HEADER}${row}\n`, 'cues.csv')).toThrow(message);
  it('names the file, the line, the value and what is allowed', () => {
    refuse('scold,verb,shouting,phrase,', /class "shouting" in cues\.csv, line 2\. Use one of: speech/);
    refuse('scold,verb,judgement,phrase,hates', /stance "hates".*accuses/);
    refuse('scold,adjectival,judgement,phrase,', /pos "adjectival"/);
    refuse('scold,verb,judgement,noise,', /takes "noise"/);
  });
});

describe('the lexicon that ships', () => {
  const check = (upos: Upos, lemma: string, expected: string | undefined) =>
    expect(cueEntry(cueLexicon(), upos, lemma)?.class).toBe(expected);

  it('knows verbs, nouns, adjectives and adverbs apart', () => {
    check('VERB', 'say', 'speech');
    check('NOUN', 'claim', 'speech');
    check('ADJ', 'hopeful', 'feeling');
    check('ADV', 'reportedly', 'hearsay');
    check('VERB', 'table', undefined);
    check('PRON', 'say', undefined);
  });
});
