import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import type { Parsed } from '../../document/document.js';
import { plainKernel } from '../kernel/plain.js';
import { loadLanguageModel } from '../model.js';
import { parse } from '../parsing/parse.js';
import { loadSyntaxModel } from '../syntax.js';
import { tag } from '../tagging/tag.js';
import { tokenise } from '../text/tokenise.js';

const MODEL = loadLanguageModel();

function read(headline: string, model = MODEL): Parsed {
  const report = reportOf(`${headline}\n\nThe port is quiet.`, headline);
  return parse.run(tag.run(tokenise.run({ report }, undefined), model), model);
}

/** Root, subject and object, "-" for none. */
function check(headline: string, expected: string): void {
  const { tree, tokens, sentences } = read(headline);
  expect(sentences[0]!.kind).toBe('headline');
  const root = tree.heads.indexOf(-1);
  const textOf = (relation: RegExp) =>
    tokens[tree.children[root]!.find((child) => relation.test(tree.relations[child]!)) ?? -1]?.text ?? '-';
  expect(`${tokens[root]!.text} ${textOf(/^nsubj/)} ${textOf(/^obj$/)}`).toBe(expected);
}

const HEADLINES = [
  'Police arrest bomber',
  'Chad Bars Envoys; Mali Recalls Minister',
  'MALI TO HOLD ELECTION',
  'Togo, Benin sign water pact',
  "'We lost,' says mayor",
  'Bridge safe, inquiry told',
  'To',
  ': :',
  '"',
  ', says',
  '- to be -',
  '2,000 !',
];

describe('readHeadline', () => {
  it('finds a verb in the present', () => check('Police arrest bomber', 'arrest Police bomber'));
  it('finds it among nouns that could be verbs', () =>
    check('Ghana court blocks sale of mine', 'blocks court sale'));
  it('knows a clipped passive', () => check('Four wounded in Lima riot', 'wounded Four -'));
  it('takes "to" for a future', () => check('Peru to send medicine to Haiti', 'send Peru medicine'));
  it('takes a comma for "and"', () => check('Togo, Benin sign water pact', 'sign Togo pact'));
  it('hangs what is said on who says it', () => check('Bridge collapsed, engineer says', 'says engineer -'));
  it('takes what stands before a colon for the root', () => check('Mali: Envoys meet rebels', 'Mali - -'));
  it('reads a title as a sentence', () => check('Senate Approves Trade Deal', 'Approves Senate Deal'));
  it('reads capitals as a sentence', () => check('ARMY SEIZES AIRPORT', 'SEIZES ARMY AIRPORT'));

  it('tags "to" and a comma as what they are', () => {
    const future = read('Peru to send medicine');
    expect([future.xpos[1], future.tree.relations[1]]).toEqual(['TO', 'mark']);
    const list = read('Togo, Benin sign water pact');
    expect([list.upos[1], list.tree.relations[1]]).toEqual(['PUNCT', 'punct']);
  });

  it('reads the body as without a headline', () => {
    const report = reportOf('The port is quiet.');
    const alone = parse.run(tag.run(tokenise.run({ report }, undefined), MODEL), MODEL);
    const among = read('Police arrest bomber');
    expect(among.tree.relations.slice(3)).toEqual(alone.tree.relations);
    expect(among.xpos.slice(3)).toEqual(alone.xpos);
  });

  it.each(HEADLINES)('gives %s one root that every word leads to', (headline) => {
    const { tree, sentences } = read(headline);
    const { from, to } = sentences[0]!;
    const roots = [];
    for (let token = from; token < to; token++) {
      if (tree.heads[token] === -1) roots.push(token);
      let at = token;
      for (let steps = 0; tree.heads[at]! >= 0 && steps <= to; steps++) at = tree.heads[at]!;
      expect(tree.heads[at]).toBe(-1);
    }
    expect(roots).toHaveLength(1);
    expect(tree.relations[roots[0]!]).toBe('root');
  });

  it.each(HEADLINES)('reads %s alike with either kernel', (headline) => {
    const plain = read(headline, { ...MODEL, syntax: loadSyntaxModel(plainKernel) });
    const fast = read(headline);
    expect(plain.tree).toEqual(fast.tree);
    expect(plain.xpos).toEqual(fast.xpos);
  });
});
