import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import type { Tagged, Tokenised } from '../../document/document.js';
import { loadLanguageModel } from '../model.js';
import { tokenise } from '../text/tokenise.js';
import { tag } from './tag.js';

const MODEL = loadLanguageModel();

function tokenised(text: string): Tokenised {
  return tokenise.run({ report: reportOf(text) }, undefined);
}

function tagged(text: string): Tagged {
  return tag.run(tokenised(text), MODEL);
}

/** `word/UNIVERSAL/PENN` for each word. */
function check(text: string, expected: string): void {
  const { tokens, upos, xpos } = tagged(text);
  const shown = tokens.map(({ text: word, index }) => `${word}/${upos[index]}/${xpos[index]}`);
  expect(shown.join(' ')).toBe(expected);
}

const checkLemmas = (text: string, expected: string) => expect(tagged(text).lemmas.join(' ')).toBe(expected);

describe('tag', () => {
  it('gives each word its part of speech, Universal and Penn', () => {
    check(
      'The minister met the envoy.',
      'The/DET/DT minister/NOUN/NN met/VERB/VBD the/DET/DT envoy/NOUN/NN ./PUNCT/.',
    );
    check('Russia vetoed it.', 'Russia/PROPN/NNP vetoed/VERB/VBD it/PRON/PRP ./PUNCT/.');
    check('Two soldiers were killed.', 'Two/NUM/CD soldiers/NOUN/NNS were/AUX/VBD killed/VERB/VBN ./PUNCT/.');
    check('They will leave soon.', 'They/PRON/PRP will/AUX/MD leave/VERB/VB soon/ADV/RB ./PUNCT/.');
  });

  it('tells the same word apart by what stands around it', () => {
    check('They attack us.', 'They/PRON/PRP attack/VERB/VBP us/PRON/PRP ./PUNCT/.');
    check('The attack failed.', 'The/DET/DT attack/NOUN/NN failed/VERB/VBD ./PUNCT/.');
    check('They want to attack.', 'They/PRON/PRP want/VERB/VBP to/PART/TO attack/VERB/VB ./PUNCT/.');
  });

  it('gives lemmas in lower case, but for names', () => {
    checkLemmas('The ministers met.', 'the minister meet .');
    checkLemmas('Norway sent troops.', 'Norway send troop .');
    checkLemmas('They were killed.', 'they be kill .');
  });

  it('is parallel to the tokens, and changes none of them', () => {
    const doc = tokenised('Norway sent aid. "Thanks," they said.');
    const before = JSON.stringify(doc);
    const { tokens, upos, xpos, lemmas } = tag.run(doc, MODEL);
    expect([upos.length, xpos.length, lemmas.length]).toEqual(Array(3).fill(tokens.length));
    expect(JSON.stringify(doc)).toBe(before);
  });

  it('gives nothing to an empty text', () => expect(tagged('').upos).toEqual([]));

  it('gives the same tags again, from the same model as from one loaded anew', () => {
    const text = 'The minister, who met the envoy, will leave on Friday.';
    const { upos, xpos, lemmas } = tagged(text);
    expect(tagged(text)).toMatchObject({ upos, xpos, lemmas });
    expect(tag.run(tokenised(text), loadLanguageModel())).toMatchObject({ upos, xpos, lemmas });
  });
});
