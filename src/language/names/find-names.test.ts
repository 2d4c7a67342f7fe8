import { beforeAll, describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { type LanguageModel, loadLanguageModel } from '../model.js';
import { findNames } from './find-names.js';

let model: LanguageModel;

beforeAll(() => {
  model = loadLanguageModel();
});

/** `words = type, head`, a name each. */
function check(notation: string, ...expected: string[]): void {
  const doc = treeOf(notation);
  const { names } = findNames.run(doc, model);
  for (const name of names) expect(doc.report.text.slice(name.start, name.end)).toBe(name.text);
  expect(names.map(({ text, type, head }) => `${text} = ${type}, ${doc.tokens[head]!.text}`)).toEqual(
    expected,
  );
}

describe('findNames', () => {
  it('tells persons, places and organisations apart', () =>
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 visited/VBD/root/0 the/DT/det/5 University/NNP/obj/3 of/IN/case/7 Oxford/NNP/nmod/5 in/IN/case/9 England/NNP/obl/3',
      'John Smith = person, John',
      'University of Oxford = organisation, University',
      'England = place, England',
    ));

  it('leaves titles out of a name', () =>
    check(
      'President/NNP/compound/2 Robert/NNP/nsubj/4 Brown/NNP/flat/2 spoke/VBD/root/0',
      'Robert Brown = person, Robert',
    ));

  it('leaves a trailing "\'s" out of a name', () =>
    check("France/NNP/nmod:poss/3 's/POS/case/1 army/NN/nsubj/4 left/VBD/root/0", 'France = place, France'));

  it('knows countries of several words, and peoples', () => {
    check(
      'They/PRP/nsubj/2 left/VBD/root/0 Saudi/NNP/compound/4 Arabia/NNP/obj/2',
      'Saudi Arabia = place, Arabia',
    );
    check('Iranian/JJ/amod/2 diplomats/NNS/nsubj/3 left/VBD/root/0', 'Iranian = people, Iranian');
  });

  it('takes no weekday or month for a name', () =>
    check('They/PRP/nsubj/2 left/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2'));

  it('finds the names within names', () => {
    const doc = treeOf('The/DT/det/2 University/NNP/nsubj/5 of/IN/case/4 Oxford/NNP/nmod/2 won/VBD/root/0');
    const { names, innerNames } = findNames.run(doc, model);
    expect(names.map(({ text }) => text)).toEqual(['University of Oxford']);
    expect(innerNames.map(({ text, type }) => `${text} = ${type}`)).toEqual(['Oxford = place']);
  });

  it('finds nothing where nothing is named', () => check('the/DT/det/2 talks/NNS/nsubj/3 failed/VBD/root/0'));
});
