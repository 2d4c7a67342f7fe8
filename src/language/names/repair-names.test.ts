import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { nameWords } from './name-words.js';
import { type RoughName, repairNames } from './repair-names.js';

/** What becomes of rough names, given as their first and last word. */
function check(
  notation: string,
  rough: readonly [number, number, RoughName['type']][],
  ...expected: string[]
): void {
  const doc = treeOf(notation);
  const names = repairNames(
    doc,
    rough.map(([from, to, type]) => ({ from, to, type })),
    nameWords(),
  );
  const text = ({ from, to }: RoughName) => doc.tokens.slice(from, to).map((token) => token.text);
  expect(names.map((name) => `${text(name).join(' ')} = ${name.type}`)).toEqual(expected);
}

describe('repairNames', () => {
  it('adds peoples that were missed, but no languages', () => {
    check('They/PRP/nsubj/2 freed/VBD/root/0 an/DT/det/4 Iranian/NNP/obj/2', [], 'Iranian = other');
    check('Iranian/NNP/compound/2 envoys/NNS/nsubj/3 left/VBD/root/0', [], 'Iranian = other');
    check('They/PRP/nsubj/2 teach/VBP/root/0 Swedish/NNP/obj/2', []);
  });

  it('adds persons whose names hang on a noun', () => {
    check(
      'Exiled/JJ/amod/2 journalist/NN/nsubj/5 Karim/NNP/flat/2 Danoun/NNP/flat/2 left/VBD/root/0',
      [],
      'Karim Danoun = person',
    );
    check('Cargo/NN/compound/2 plane/NN/nsubj/5 Cessna/NNP/flat/2 Citation/NNP/flat/2 left/VBD/root/0', []);
  });

  it('keeps small words in capitals, but no pronouns', () => {
    check('WHO/WP/nsubj/2 objected/VBD/root/0', [[0, 1, 'organisation']], 'WHO = organisation');
    check('Who/WP/nsubj/2 objected/VBD/root/0', [[0, 1, 'organisation']]);
  });
});
