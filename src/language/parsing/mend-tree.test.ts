import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { loadLanguageModel } from '../model.js';
import { tag } from '../tagging/tag.js';
import { tokenise } from '../text/tokenise.js';
import { mendTree } from './mend-tree.js';

const MODEL = loadLanguageModel();

/**
 * Mends a tree written as "word>head:relation" by position, 0 for the root, and gives the arcs that changed as
 * "word relation head".
 */
function check(text: string, tree: string, ...expected: readonly string[]): void {
  const doc = tag.run(tokenise.run({ report: reportOf(text) }, undefined), MODEL);
  const arcs = tree.split(' ').map((arc) => arc.split(':', 1)[0]!);
  expect(arcs).toHaveLength(doc.tokens.length);
  const heads = Int32Array.from(arcs, (head) => Number(head) - 1);
  const relations = tree.split(' ').map((arc) => arc.slice(arc.indexOf(':') + 1));
  const before = heads.map((head) => head);
  const names = [...relations];
  mendTree(doc, { heads, relations });
  const word = (token: number) => (token < 0 ? 'ROOT' : doc.tokens[token]!.text);
  const changed = doc.tokens
    .filter(({ index }) => heads[index] !== before[index] || relations[index] !== names[index])
    .map(({ index, text: own }) => `${own} ${relations[index]} ${word(heads[index]!)}`);
  expect(changed).toEqual(expected);
}

describe('mending a tree', () => {
  it('gives a verb of saying its subject', () =>
    check('It denies the charge.', '2:expl 0:root 4:det 2:obj 2:punct', 'It nsubj denies'));

  it('gives a verb in the past tense the subject of its own deed', () =>
    check('Chile sent aid.', '2:nsubj:pass 0:root 2:obj 2:punct', 'Chile nsubj sent'));

  it('leaves an empty "it" where nobody says anything', () =>
    check('It rains here.', '2:expl 0:root 2:advmod 2:punct'));

  it('lets no modifier reach over a preposition and a gerund', () =>
    check(
      'Chile accused Peru of shelling houses.',
      '2:nsubj 0:root 6:compound 5:mark 6:amod 2:obj 2:punct',
      'Peru obj accused',
      'shelling advcl accused',
      'houses obj shelling',
    ));

  it('takes what somebody was told for a clause of its own', () =>
    check(
      'He told Peru that the army was ready.',
      '2:nsubj 0:root 2:iobj 8:obj 6:det 8:nsubj 8:cop 3:acl:relcl 2:punct',
      'that mark ready',
      'ready ccomp told',
    ));

  it('leaves a relative clause whose verb has "that" for its object', () =>
    check(
      'He told Peru that the army had beaten.',
      '2:nsubj 0:root 2:iobj 8:obj 6:det 8:nsubj 8:aux 3:acl:relcl 2:punct',
    ));

  it('tells a weekday from the name after it', () =>
    check(
      'On Monday Chad and Mali signed pacts.',
      '3:case 3:compound 6:obl 5:cc 6:nsubj 0:root 6:obj 6:punct',
      'On case Monday',
      'Monday obl signed',
      'Chad nsubj signed',
      'Mali conj Chad',
    ));

  it('makes a participle with an object the verb of its sentence', () =>
    check(
      'The army seized three stations.',
      '2:det 0:root 2:acl 5:nummod 3:obj 2:punct',
      'army nsubj seized',
      'seized root ROOT',
      '. punct seized',
    ));

  it('leaves a passive that keeps its object', () =>
    check('The men given weapons.', '2:det 0:root 2:acl 3:obj 2:punct'));

  it('finds the verb of a sentence that has no other', () =>
    check(
      'Chile imposed sanctions on Peru.',
      '2:obl:unmarked 3:amod 0:root 5:case 3:nmod 3:punct',
      'Chile nsubj imposed',
      'imposed root ROOT',
      'sanctions obj imposed',
      '. punct imposed',
    ));

  it('makes an infinitive of what stands behind "to"', () =>
    check(
      'They threatened to leave the union.',
      '2:nsubj 0:root 6:case 6:amod 6:det 2:obl 2:punct',
      'to mark leave',
      'leave xcomp threatened',
      'union obj leave',
    ));

  it('gives a clause after a comma and "and" its own verb', () =>
    check(
      'They sent food, and Peru delivered tents.',
      '2:nsubj 0:root 2:obj 8:punct 8:cc 8:compound 8:amod 3:conj 2:punct',
      ', punct delivered',
      'and cc delivered',
      'Peru nsubj delivered',
      'delivered conj sent',
      'tents obj delivered',
    ));

  it('takes title and name for one person', () =>
    check(
      'The office of Minister Ada Weiss agreed.',
      '2:det 7:nsubj 4:case 2:nmod 2:nmod 5:flat 0:root 7:punct',
      'of case Ada',
      'Minister nmod:desc Ada',
    ));

  it('lays a tariff on goods, not on its percents', () =>
    check(
      'Chile set tariffs of 25 percent on steel.',
      '2:nsubj 0:root 2:obj 6:case 6:nummod 3:nmod 8:case 6:nmod 2:punct',
      'steel nmod tariffs',
    ));

  it('lets the subject of the sentence say what is said at its end', () =>
    check(
      'Ada knows when Otto left, saying: "Late."',
      '2:nsubj 0:root 5:advmod 5:nsubj 2:ccomp 7:punct 5:advcl 10:punct 10:punct 7:ccomp 2:punct 10:punct',
      'saying advcl knows',
    ));

  it('takes nobody for addressed in the middle of the news', () =>
    check(
      'Chile banned a member, Ada Weiss.',
      '2:nsubj 0:root 4:det 2:obj 6:punct 2:vocative 6:flat 2:punct',
      'Ada appos member',
    ));

  it('knows the speaker at the end of a sentence', () =>
    check(
      'Troops entered parts of Lima, the ministry said.',
      '2:nsubj 0:root 2:obj 5:case 9:nsubj 8:punct 8:det 5:appos 3:acl:relcl 9:punct',
      'Lima nmod parts',
      ', punct said',
      'ministry nsubj said',
      'said parataxis entered',
    ));
});
