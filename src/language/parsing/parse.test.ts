import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import type { Parsed, Tokenised } from '../../document/document.js';
import { KEPT_WORDS } from '../encoding/memory-plan.js';
import { LONGEST } from '../encoding/network.js';
import { plainKernel } from '../kernel/plain.js';
import { wasmKernel } from '../kernel/wasm.js';
import { loadLanguageModel } from '../model.js';
import { loadSyntaxModel } from '../syntax.js';
import { tag } from '../tagging/tag.js';
import { tokenise } from '../text/tokenise.js';
import { parse } from './parse.js';

const MODEL = loadLanguageModel();

function parsed(text: string, model = MODEL): Parsed {
  return parse.run(tag.run(tokenise.run({ report: reportOf(text) }, undefined), model), model);
}

/** The text as a single sentence, however long: the tokeniser cuts sooner than the encoder must. */
function asOneSentence(doc: Tokenised): Tokenised {
  const tokens = doc.tokens.map((token) => ({ ...token, sentence: 0 }));
  const whole = { ...doc.sentences[0]!, to: tokens.length, end: tokens.at(-1)!.end };
  return { ...doc, tokens, sentences: [whole] };
}

const SENTENCES = [
  'The minister met the envoy.',
  'Russia vetoed the resolution.',
  'The mayor was arrested by the police.',
  'Norway sent aid to Chad.',
  'The president said that the talks had failed.',
  'Iran and Iraq signed a treaty.',
  'The soldiers who attacked the village were punished.',
  'If the talks fail, the war will spread.',
  'France gave the rebels weapons.',
  '"We will not leave," the general said.',
  'Killed: two.',
  'Peace!',
];

/** `word < head (relation)` for every word but the punctuation. */
function check(text: string, ...expected: readonly string[]): void {
  const doc = parsed(text);
  const shown = doc.tokens
    .filter(({ index }) => doc.upos[index] !== 'PUNCT')
    .map(({ index, text: word }) => {
      const head = doc.tokens[doc.tree.heads[index]!]?.text ?? '-';
      return `${word} < ${head} (${doc.tree.relations[index]})`;
    });
  expect(shown).toEqual(expect.arrayContaining([...expected]));
}

/** Each sentence has one root, and every word of it leads there without leaving the sentence. */
function checkTree(doc: Parsed): void {
  for (const { from, to } of doc.sentences) {
    const roots = [];
    for (let token = from; token < to; token++) {
      if (doc.tree.heads[token] === -1) roots.push(token);
      let at = token;
      for (let steps = 0; doc.tree.heads[at]! >= 0 && steps <= to - from; steps++) at = doc.tree.heads[at]!;
      expect(doc.tree.heads[at], `the way up from word ${token}`).toBe(-1);
      expect(at).toBeGreaterThanOrEqual(from);
      expect(at).toBeLessThan(to);
    }
    expect(roots).toHaveLength(1);
    expect(doc.tree.relations[roots[0]!]).toBe('root');
  }
}

describe('parse', () => {
  it('hangs subject and object on their verb', () => {
    check('The minister met the envoy.', 'minister < met (nsubj)', 'met < - (root)', 'envoy < met (obj)');
    check('Russia vetoed the resolution.', 'Russia < vetoed (nsubj)', 'resolution < vetoed (obj)');
  });

  it('knows the subject of a passive verb', () =>
    check('The mayor was arrested.', 'mayor < arrested (nsubj:pass)', 'was < arrested (aux:pass)'));

  it('hangs a preposition on its noun, and the noun on the verb', () =>
    check('They met him in Chad.', 'in < Chad (case)', 'Chad < met (obl)'));

  it('hangs what is conjoined on the first', () =>
    check(
      'Iran and Iraq signed a treaty.',
      'Iran < signed (nsubj)',
      'Iraq < Iran (conj)',
      'and < Iraq (cc)',
    ));

  it('hangs a clause on the verb of saying', () =>
    check(
      'The president said that the talks had failed.',
      'failed < said (ccomp)',
      'talks < failed (nsubj)',
    ));

  it('gives every sentence one root that all its words lead to', () => {
    for (const sentence of SENTENCES) checkTree(parsed(sentence));
    checkTree(parsed(SENTENCES.join(' ')));
  });

  it('does so where there is hardly a sentence', () => {
    for (const odd of ['.', '12', '"', 'and and and', '- - -', '🕊️', 'Мир миру']) checkTree(parsed(odd));
  });

  it('parses a sentence as it does among others', () => {
    const [first, second] = SENTENCES as [string, string];
    const alone = parsed(second);
    const among = parsed(`${first} ${second}`);
    const from = among.sentences[1]!.from;
    expect([...among.tree.heads.slice(from)].map((head) => (head < 0 ? -1 : head - from))).toEqual([
      ...alone.tree.heads,
    ]);
    expect(among.tree.relations.slice(from)).toEqual(alone.tree.relations);
  });

  it('parses a sentence alike before and after more words than are kept at hand', () => {
    const before = parsed(SENTENCES[0]!).tree;
    const numbers = Array.from({ length: KEPT_WORDS + 500 }, (_, at) => `w${at.toString(36)}x`);
    checkTree(parsed(`${numbers.join(' ')}.`));
    expect(parsed(SENTENCES[0]!).tree).toEqual(before);
  });

  it('gives the same tree again', () => {
    const text = SENTENCES.join(' ');
    expect(parsed(text).tree).toEqual(parsed(text).tree);
    expect(parsed(text, loadLanguageModel()).tree).toEqual(parsed(text).tree);
  });

  it('keeps a sentence that is too long for one encoding whole', () => {
    const report = reportOf('Norway met Chad. '.repeat(400));
    const doc = asOneSentence(tokenise.run({ report }, undefined));
    expect(doc.tokens.length).toBeGreaterThan(3 * LONGEST);
    checkTree(parse.run(tag.run(doc, MODEL), MODEL));
  });
});

const TEXTS = [
  'Workers at three ports went on strike on Monday, demanding higher pay; the government said it would not yield.',
  '"We will never accept this," said Jane Doe, a spokeswoman for the ministry. "Never!"',
  'FRANCE, CHILE SIGN TRADE PACT\n\nOTTAWA (Reuters) - Canada has sent 40 tonnes of food, officials said.',
  '... -- 12, 7% (!?)',
  '\ud83d x \u0000 na'.repeat(40),
];

describe('the kernels', () => {
  const plain = { ...MODEL, syntax: loadSyntaxModel(plainKernel) };
  const wasm = { ...MODEL, syntax: loadSyntaxModel(wasmKernel) };

  it.each([...SENTENCES, ...TEXTS])('give the same tags and tree, text %#', (text) => {
    const [one, other] = [parsed(text, plain), parsed(text, wasm)];
    expect(one.tokens.length).toBeGreaterThan(0);
    expect(one.tree).toEqual(other.tree);
    expect(one.xpos).toEqual(other.xpos);
    expect(one.upos).toEqual(other.upos);
  });
});
