import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import type { Name, NameType } from '../../document/document.js';
import { resolveReferences } from './resolve-references.js';

/** `words > what they stand for`, or `words ?` with the candidates; names are given as `words:type`. */
function check(notation: string, names: readonly string[], ...expected: string[]): void {
  const doc = treeOf(notation);
  const found: Name[] = [];
  let token = 0;
  for (const given of names) {
    const [words = '', type] = given.split(':') as [string, NameType];
    const parts = words.split(' ');
    token = doc.tokens.findIndex(
      ({ index }) => index >= token && parts.every((part, at) => doc.tokens[index + at]?.text === part),
    );
    const to = token + parts.length;
    const [start, end] = [doc.tokens[token]!.start, doc.tokens[to - 1]!.end];
    found.push({ index: found.length, from: token, to, start, end, text: words, type, head: token });
    token = to;
  }
  const { references } = resolveReferences.run(
    { ...doc, names: found, innerNames: [], phrases: [], times: [] },
    undefined,
  );
  const word = (at: number) => doc.tokens[at]!.text;
  const shown = references.map(({ from, to, antecedent, candidates }) => {
    const words = doc.report.text.slice(doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
    return antecedent === null
      ? `${words} ? ${candidates.map(word).join(' ')}`.trim()
      : `${words} > ${word(antecedent)}`;
  });
  expect(shown).toEqual(expected);
}

describe('resolveReferences', () => {
  it('gives "he" the subject of the sentence before', () =>
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 resigned/VBD/root/0\nHe/PRP/nsubj/2 left/VBD/root/0',
      ['John Smith:person'],
      'He > John',
    ));

  it('minds the gender of a given name', () =>
    check(
      'Mary/NNP/nsubj/3 Jones/NNP/flat/1 met/VBD/root/0 John/NNP/obj/3 Smith/NNP/flat/4\nHe/PRP/nsubj/2 left/VBD/root/0',
      ['Mary Jones:person', 'John Smith:person'],
      'He > John',
    ));

  it('leaves "he" open between two men who stand alike', () =>
    check(
      'John/NNP/nsubj/6 Smith/NNP/flat/1 and/CC/cc/4 Peter/NNP/conj/1 Brown/NNP/flat/4 met/VBD/root/0\nHe/PRP/nsubj/2 left/VBD/root/0',
      ['John Smith:person', 'Peter Brown:person'],
      'He ? John Peter',
    ));

  it('offers "he" neither a woman, nor her title, nor the country in it', () =>
    check(
      'Chilean/NNP/compound/2 Ambassador/NNP/nmod:desc/3 Mary/NNP/nsubj/5 Jones/NNP/flat/3 spoke/VBD/root/0\n\nHe/PRP/nsubj/2 left/VBD/root/0',
      ['Mary Jones:person'],
      'Ambassador > Mary',
      'He ?',
    ));

  it('leaves a pronoun open whose owner is not in the text', () =>
    check('He/PRP/nsubj/2 left/VBD/root/0', [], 'He ?'));

  it('gives "it" no person, and no owner from far off at the head of a paragraph', () => {
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 spoke/VBD/root/0\nIt/PRP/nsubj/2 burned/VBD/root/0',
      ['John Smith:person'],
      'It ?',
    );
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 left/VBD/root/0 Rome/NNP/obj/3\n\nIt/PRP/nsubj/2 burned/VBD/root/0',
      ['John Smith:person', 'Rome:place'],
      'It ? Rome',
    );
  });

  it('gives "it" the organisation that acted', () =>
    check(
      'The/DT/det/2 ministry/NN/nsubj/3 protested/VBD/root/0\nIt/PRP/nsubj/2 filed/VBD/root/0 a/DT/det/4 complaint/NN/obj/2',
      [],
      'It > ministry',
    ));

  it('leaves an "it" that stands for nothing alone', () =>
    check(
      'It/PRP/nsubj/3 is/VBZ/cop/3 clear/JJ/root/0 that/IN/mark/6 they/PRP/nsubj/6 left/VBD/ccomp/3',
      [],
      'they ?',
    ));

  it('leads a surname back to the whole name', () =>
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 resigned/VBD/root/0\nSmith/NNP/nsubj/2 left/VBD/root/0',
      ['John Smith:person', 'Smith:person'],
      'Smith > John',
    ));

  it('leads a description to the person who was called so', () =>
    check(
      'Foreign/NNP/compound/2 Minister/NNP/compound/3 John/NNP/nsubj/5 Smith/NNP/flat/3 spoke/VBD/root/0\nThe/DT/det/2 minister/NN/nsubj/3 left/VBD/root/0',
      ['John Smith:person'],
      'Minister > John',
      'The minister > John',
    ));

  it('takes the two countries of "the two countries" without choosing one', () =>
    check(
      'France/NNP/nsubj/2 met/VBD/root/0 Chile/NNP/obj/2\nThe/DT/det/3 two/CD/nummod/3 countries/NNS/nsubj/4 agreed/VBD/root/0',
      ['France:place', 'Chile:place'],
      'The two countries ? France Chile',
    ));

  it('gives the first person to nobody', () => check('I/PRP/nsubj/2 left/VBD/root/0', [], 'I ?'));

  it('leads a relative pronoun to its noun', () =>
    check(
      'the/DT/det/2 base/NN/root/0 which/WDT/obj/5 they/PRP/nsubj/5 bombed/VBD/acl:relcl/2',
      [],
      'which > base',
      'they ?',
    ));

  it('lets "he" be no subject of its own verb, and "it" the body that speaks', () => {
    check(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 telephoned/VBD/root/0 Peter/NNP/obj/3 Brown/NNP/flat/4 and/CC/cc/7 thanked/VBD/conj/3 him/PRP/obj/7',
      ['John Smith:person', 'Peter Brown:person'],
      'him > Peter',
    );
    check(
      'The/DT/det/2 army/NN/nsubj/3 said/VBD/root/0 it/PRP/nsubj/6 had/VBD/aux/6 left/VBN/ccomp/3',
      [],
      'it > army',
    );
  });

  it('gives "I" in a quote to whoever speaks after it', () =>
    check(
      '"/``/punct/3 I/PRP/nsubj/3 agree/VBP/ccomp/6 ,/,/punct/3 "/\'\'/punct/3 said/VBD/root/0 John/NNP/nsubj/6 Smith/NNP/flat/7',
      ['John Smith:person'],
      'I > John',
    ));

  it('makes chains of two mentions or more, in text order', () => {
    const doc = treeOf(
      'John/NNP/nsubj/3 Smith/NNP/flat/1 resigned/VBD/root/0\nHe/PRP/nsubj/2 left/VBD/root/0 Rome/NNP/obj/2',
    );
    const [start, end] = [doc.tokens[0]!.start, doc.tokens[1]!.end];
    const name: Name = { index: 0, from: 0, to: 2, start, end, text: 'John Smith', type: 'person', head: 0 };
    const { chains } = resolveReferences.run(
      { ...doc, names: [name], innerNames: [], phrases: [], times: [] },
      undefined,
    );
    const shown = chains.map(({ mentions }) => mentions.map(({ from, to }) => [from, to]));
    expect(shown).toEqual([
      [
        [0, 2],
        [3, 4],
      ],
    ]);
  });
});
