import { describe, expect, it } from 'vitest';
import { asHeadline } from './headlines.js';
import type { Sentence } from './treebank.js';

/** A sentence from lines of `word lemma tag head relation`. */
function sentence(text: string): Sentence {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return {
    words: rows.map((row) => row[0]!),
    lemmas: rows.map((row) => row[1]!),
    tags: rows.map((row) => row[2]!),
    heads: rows.map((row) => Number(row[3])),
    relations: rows.map((row) => row[4]!),
  };
}

function check(title: string, text: string, expected: string, relations?: string): void {
  it(title, () => {
    const made = asHeadline(sentence(text), () => 0.4);
    expect(made?.words.join(' ') ?? '-').toBe(expected);
    if (relations !== undefined) {
      expect(made?.words.map((_, at) => `${made.relations[at]}:${made.heads[at]}`).join(' ')).toBe(relations);
    }
  });
}

describe('a sentence told as a headline', () => {
  check(
    'loses its articles and its full stop, and is told in the present',
    `The the DET|DT 2 det
     mayor mayor NOUN|NN 3 nsubj
     denied deny VERB|VBD 0 root
     a a DET|DT 5 det
     charge charge NOUN|NN 3 obj
     . . PUNCT|. 3 punct`,
    'Mayor denies charge',
    'nsubj:2 root:0 obj:2',
  );

  check(
    'keeps the number of its subject, and may have a comma for "and" between names',
    `Chad Chad PROPN|NNP 4 nsubj
     and and CCONJ|CC 3 cc
     Mali Mali PROPN|NNP 1 conj
     signed sign VERB|VBD 0 root
     pacts pact NOUN|NNS 4 obj
     . . PUNCT|. 4 punct`,
    'Chad , Mali sign pacts',
    'nsubj:4 punct:3 conj:1 root:0 obj:4',
  );

  check(
    'leaves out the "be" of a passive',
    `Two two NUM|CD 2 nummod
     men man NOUN|NNS 4 nsubj:pass
     were be AUX|VBD 4 aux:pass
     killed kill VERB|VBN 0 root
     . . PUNCT|. 4 punct`,
    'Two men killed',
    'nummod:2 nsubj:pass:3 root:0',
  );

  check(
    'says "to" for "will", and keeps the "be" that follows',
    `Talks talk NOUN|NNS 4 nsubj:pass
     will will AUX|MD 4 aux
     be be AUX|VB 4 aux:pass
     held hold VERB|VBN 0 root
     . . PUNCT|. 4 punct`,
    'Talks to be held',
    'nsubj:pass:4 mark:4 aux:pass:4 root:0',
  );

  check(
    'is none where nobody does anything',
    `What what PRON|WP 0 root
     a a DET|DT 3 det
     day day NOUN|NN 1 nsubj
     . . PUNCT|. 1 punct`,
    '-',
  );
});
