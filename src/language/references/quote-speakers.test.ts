import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { quoteSpeakers } from './quote-speakers.js';

/** The words that speakers of the outer quotes are named by, `-` for none. */
function check(notation: string, ...expected: readonly string[]): void {
  const doc = treeOf(notation);
  const quoteAt = new Int32Array(doc.tokens.length).fill(-1);
  for (const { index, from, to } of doc.quotes) quoteAt.fill(index, from, to);
  const found = quoteSpeakers({ ...doc, names: [], innerNames: [], phrases: [], times: [] }, quoteAt);
  expect(found.map((token) => (token < 0 ? '-' : doc.tokens[token]!.text))).toEqual(expected);
}

const AGREED = `"/\`\`/punct/3 I/PRP/nsubj/3 agree/VBP/ccomp/6 ,/,/punct/3 "/''/punct/3 said/VBD/root/0 Smith/NNP/nsubj/6`;
const ALONE = `"/\`\`/punct/3 We/PRP/nsubj/3 left/VBD/root/0 ././punct/3 "/''/punct/3`;

describe('quoteSpeakers', () => {
  it('hears the subject of a verb of saying beside the quote', () => check(AGREED, 'Smith'));

  it('gives a quote that is a sentence by itself the speaker of the sentence before', () => {
    check(`${AGREED}\n${ALONE}`, 'Smith', 'Smith');
    check(`${AGREED}\n\n${ALONE}`, 'Smith', '-');
    check(ALONE, '-');
  });

  it('hears a verb that only a comma parts from the quote', () =>
    check(
      `Smith/NNP/nsubj/2 told/VBD/root/0 them/PRP/obj/2 :/:/punct/2 "/\`\`/punct/6 Go/VB/discourse/7 now/RB/dep/2 "/''/punct/6`,
      'Smith',
    ));
});
