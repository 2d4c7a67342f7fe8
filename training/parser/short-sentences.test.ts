import { describe, expect, it } from 'vitest';
import { asShortSentences } from './short-sentences.js';
import type { Sentence } from './treebank.js';

/** A sentence from lines of `word tag head relation`. */
function sentence(text: string): Sentence {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return {
    words: rows.map((row) => row[0]!),
    lemmas: rows.map((row) => row[0]!),
    tags: rows.map((row) => row[1]!),
    heads: rows.map((row) => Number(row[2])),
    relations: rows.map((row) => row[3]!),
  };
}

function check(title: string, text: string, ...expected: readonly string[]): void {
  it(title, () => {
    const made = asShortSentences([sentence(text)], 1, () => 0.9);
    expect(
      made.map(({ words, heads, relations }) =>
        words.map((word, at) => `${word}/${relations[at]}:${heads[at]}`).join(' '),
      ),
    ).toEqual(expected);
  });
}

describe('a clause by itself', () => {
  check(
    'keeps its verb, its subject and its object',
    `Later ADV|RB 4 advmod
     the DET|DT 3 det
     rebels NOUN|NNS 4 nsubj
     burned VERB|VBD 0 root
     two NUM|CD 6 nummod
     boats NOUN|NNS 4 obj
     in ADP|IN 8 case
     Lima PROPN|NNP 4 obl
     . PUNCT|. 4 punct`,
    'The/det:2 rebels/nsubj:3 burned/root:0 two/nummod:5 boats/obj:3 ./punct:3',
  );

  check(
    'keeps what makes it a passive',
    `They PRON|PRP 2 nsubj
     say VERB|VBP 0 root
     aid NOUN|NN 5 nsubj:pass
     was AUX|VBD 5 aux:pass
     sent VERB|VBN 2 ccomp
     . PUNCT|. 2 punct`,
    'Aid/nsubj:pass:3 was/aux:pass:3 sent/root:0 ./punct:3',
  );

  check(
    'is none where a relative stands for the subject',
    `Men NOUN|NNS 0 root
     who PRON|WP 3 nsubj
     sold VERB|VBD 1 acl:relcl
     arms NOUN|NNS 3 obj
     . PUNCT|. 1 punct`,
  );
});
