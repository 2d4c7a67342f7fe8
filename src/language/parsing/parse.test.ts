import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import type { Parsed } from '../../document/document.js';
import { plainKernel } from '../kernel/plain.js';
import { wasmKernel } from '../kernel/wasm.js';
import { loadNameModel } from '../names/name-model.js';
import { loadSyntaxModel } from '../syntax.js';
import { tag } from '../tagging/tag.js';
import { tokenise } from '../text/tokenise.js';
import { parse } from './parse.js';

const names = loadNameModel();
const [model, plainModel] = [wasmKernel, plainKernel].map((kernel) => ({
  version: 'test',
  syntax: loadSyntaxModel(kernel),
  names,
})) as [Parameters<typeof parse.run>[1], Parameters<typeof parse.run>[1]];

function parsed(text: string, by = model): Parsed {
  return parse.run(tag.run(tokenise.run({ report: reportOf(text) }, undefined), by), by);
}

describe('a tree', () => {
  /** Each arc is "dependent relation head". */
  const check = (text: string, ...arcs: readonly string[]) =>
    it(`of "${text}" has ${arcs.join(', ')}`, () => {
      const { tokens, tree } = parsed(text);
      const found = tokens.map(({ text: word, index }) => {
        const head = tree.heads[index]!;
        return `${word} ${tree.relations[index]} ${head < 0 ? 'ROOT' : tokens[head]!.text}`;
      });
      expect(found).toEqual(expect.arrayContaining([...arcs]));
    });

  check('Russia vetoed the resolution.', 'Russia nsubj vetoed', 'resolution obj vetoed', 'vetoed root ROOT');
  check('The minister met his French counterpart in Geneva.', 'minister nsubj met', 'counterpart obj met');
  check('Three protesters were killed by police.', 'protesters nsubj:pass killed', 'police obl:agent killed');
  check('The envoy said that the talks had failed.', 'envoy nsubj said', 'failed ccomp said');
  check('He did not sign the treaty.', 'not advmod sign', 'treaty obj sign');
  check('China and India signed an agreement.', 'China nsubj signed', 'India conj China');
  check('The president of Chile resigned.', 'Chile nmod president', 'president nsubj resigned');
  check("Peru's army left the city.", 'Peru nmod:poss army', 'army nsubj left');
  check('The council, which met on Friday, adopted the text.', 'council nsubj adopted', 'text obj adopted');
});

const TEXTS = [
  'Workers at three ports went on strike on Monday, demanding higher pay; the government said it would not yield.',
  '"We will never accept this," said Jane Doe, a spokeswoman for the ministry. "Never!"',
  'FRANCE, CHILE SIGN TRADE PACT\n\nOTTAWA (Reuters) - Canada has sent 40 tonnes of food, officials said.',
  '... -- 12, 7% (!?)',
  '\ud83d x \u0000 na'.repeat(40),
];

describe('trees and tags', () => {
  it.each(TEXTS)('are the same in WebAssembly and in plain TypeScript, text %#', (text) => {
    const doc = parsed(text);
    expect(doc.tokens.length).toBeGreaterThan(0);
    expect(parsed(text, plainModel)).toEqual(doc);
  });

  it('do not depend on what was read before', () => {
    const before = parsed(TEXTS[0]!);
    for (const text of TEXTS) parsed(text);
    expect(parsed(TEXTS[0]!)).toEqual(before);
  });

  it('reach across a sentence of thousands of words with one root and no circle', () => {
    const { tokens, sentences, tree } = parsed(`The envoys met ${'and talked and left '.repeat(800)}.`);
    expect(tokens.length).toBeGreaterThan(2000);
    for (const { from, to } of sentences) {
      const heads = [...tree.heads.subarray(from, to)];
      expect(heads.filter((head) => head < 0)).toHaveLength(1);
      const rooted = new Set<number>([-1]);
      for (let token = from; token < to; token++) {
        const path: number[] = [];
        for (let at = token; !rooted.has(at); at = tree.heads[at]!) {
          expect(path.length).toBeLessThan(to - from);
          path.push(at);
        }
        for (const at of path) rooted.add(at);
      }
    }
  });
});
