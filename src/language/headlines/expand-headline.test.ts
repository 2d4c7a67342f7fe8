import { describe, expect, it } from 'vitest';
import { expandHeadline, type Guess } from './expand-headline.js';

const KNOWN = {
  isName: () => false,
  isCommon: (word: string) => /^[a-z]+$/.test(word) && word !== 'chad',
  isVerb: () => true,
  verbKind: () => null,
};

/** `headline` as `word/TAG`; the root is named by its place. */
function check(headline: string, guess: Partial<Guess>, expected: string): void {
  const pairs = headline.split(' ').map((pair) => pair.split('/') as [string, string]);
  const tags = pairs.map(([, tag]) => UPOS[tag] ?? `NOUN|${tag}`);
  const words = pairs.map(([word]) => word);
  const whole: Guess = { kind: 'finite', at: -1, tag: '', alone: false, ...guess };
  const found = expandHeadline(words, tags, whole, KNOWN);
  expect(found.words.join(' ')).toBe(expected);
  expect(found.origins.filter((origin) => origin >= 0)).toEqual([...words.keys()]);
}

const UPOS: Readonly<Record<string, string>> = {
  NNP: 'PROPN|NNP',
  VBP: 'VERB|VBP',
  VBN: 'VERB|VBN',
  JJ: 'ADJ|JJ',
  CD: 'NUM|CD',
  IN: 'ADP|IN',
  TO: 'PART|TO',
  VB: 'VERB|VB',
  ',': 'PUNCT|,',
};

describe('expandHeadline', () => {
  it('gives a finite verb an auxiliary, and nouns their articles', () =>
    check(
      'Police/NN arrest/NN arsonist/NN',
      { at: 1, tag: 'VERB|VBP' },
      'The police will arrest the arsonist .',
    ));
  it('puts a third person back to its base', () =>
    check('Chad/NNP bars/NNS envoys/NNS', { at: 1, tag: 'VERB|VBZ' }, 'Chad will bar envoys .'));
  it('makes a clipped passive whole', () =>
    check(
      'Three/CD killed/VBN in/IN Chad/NNP',
      { kind: 'passive', at: 1, tag: 'VERB|VBN' },
      'Three were killed in Chad .',
    ));
  it('makes "to" a future', () =>
    check(
      'Chad/NNP to/TO send/VB aid/NN',
      { kind: 'future', at: 2, tag: 'VERB|VB' },
      'Chad will send the aid .',
    ));
  it('joins subjects that a comma parts', () =>
    check(
      'Chad/NNP ,/, Mali/NNP sign/VBP pact/NN',
      { at: 3, tag: 'VERB|VBP' },
      'Chad and Mali will sign the pact .',
    ));
  it('joins a second verb of the same form', () =>
    check(
      'Storm/NN hits/NNS port/NN ,/, sinks/NNS two/CD',
      { at: 1, tag: 'VERB|VBZ' },
      'The storm will hit the port and sink two .',
    ));
  it('gives a state its copula before the preposition', () =>
    check(
      'Miners/NNS on/IN strike/NN',
      { kind: 'predicate', at: 2, tag: 'NOUN|NN' },
      'Miners are on strike .',
    ));
  it('needs no article where a number or a name stands', () =>
    check('Two/CD Chad/NNP ministers/NNS', { kind: 'none' }, 'Two Chad ministers .'));
  it('keeps a mark at the end', () => check('Peace/NN !/.', { kind: 'none' }, 'The peace !'));
});
