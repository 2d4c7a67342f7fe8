import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { loadLanguageModel } from '../model.js';
import { tokenise } from '../text/tokenise.js';
import { tag } from './tag.js';

const model = loadLanguageModel();
const tagged = (text: string) => tag.run(tokenise.run({ report: reportOf(text) }, undefined), model);

describe('parts of speech', () => {
  const check = (text: string, expected: string) =>
    it(`of "${text}" are ${expected}`, () => expect(tagged(text).upos.join(' ')).toBe(expected));

  check('Russia vetoed the resolution.', 'PROPN VERB DET NOUN PUNCT');
  check('She will not visit Paris.', 'PRON AUX PART VERB PROPN PUNCT');
  check('Police arrested 12 men.', 'NOUN VERB NUM NOUN PUNCT');
  check('The vote was postponed.', 'DET NOUN AUX VERB PUNCT');
  check('They vote on Friday.', 'PRON VERB ADP PROPN PUNCT');
  check('the envoy met the president', 'DET NOUN VERB DET NOUN');
});

describe('Penn tags', () => {
  const check = (text: string, expected: string) =>
    it(`of "${text}" are ${expected}`, () => expect(tagged(text).xpos.join(' ')).toBe(expected));

  check('The ministers have met.', 'DT NNS VBP VBN .');
  check('He says it costs $ 5.', 'PRP VBZ PRP VBZ $ CD .');
  check("Chile's envoy is leaving.", 'NNP POS NN VBZ VBG .');
});

describe('lemmas', () => {
  it('go with the tags', () => {
    const { lemmas } = tagged('The buildings were seized. They are building roads.');
    expect(lemmas.join(' ')).toBe('the building be seize . they be build road .');
  });
});

describe('tags', () => {
  it('are the same each time, whatever was tagged in between', () => {
    const text = 'Officials report that the report was leaked.';
    const first = tagged(text);
    tagged('Report the report that officials leaked!');
    expect(tagged(text)).toEqual(first);
  });
});
