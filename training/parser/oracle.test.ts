import { describe, expect, it } from 'vitest';
import { Configuration, LEFT, SHIFT } from '../../src/language/parsing/configuration.js';
import { costOf, goldTree, MOVES } from './oracle.js';
import type { Sentence } from './treebank.js';

/** A sentence of unnamed words with these heads, counted from 1. */
function sentenceOf(heads: readonly number[]): Sentence {
  return { words: heads.map(String), tags: heads.map(() => ''), heads, relations: heads.map(() => '') };
}

/** Follows moves that cost nothing, or least where all cost, and returns the heads that come of it. */
function follow(sentence: Sentence, missteps: readonly number[] = []): { heads: number[]; cost: number } {
  const tree = goldTree(sentence);
  const parse = new Configuration();
  parse.begin(sentence.words.length);
  let cost = 0;
  for (let step = 0; !parse.isDone; step++) {
    const allowed = MOVES.filter((move) => parse.allows(move));
    const cheapest = allowed.reduce((a, b) => (costOf(b, parse, tree) < costOf(a, parse, tree) ? b : a));
    const move = missteps.includes(step) ? allowed.at(-1)! : cheapest;
    cost += costOf(move, parse, tree);
    if (move === SHIFT) parse.shift();
    else parse.attach(parse.headBy(move), 0);
  }
  const heads = [...parse.heads.slice(0, sentence.words.length)];
  return { heads: heads.map((head) => (head === heads.length ? 0 : head + 1)), cost };
}

describe('the oracle', () => {
  const check = (title: string, heads: readonly number[]) =>
    it(`leads to ${title} at no cost`, () => expect(follow(sentenceOf(heads))).toEqual({ heads, cost: 0 }));

  check('a single word', [0]);
  check('a chain to the right', [0, 1, 2, 3]);
  check('a chain to the left', [2, 3, 4, 0]);
  check('dependents on both sides', [2, 0, 4, 2, 2]);
  check('trees within trees', [3, 1, 0, 6, 6, 3, 6, 3]);

  it('counts exactly the arcs that are lost, after missteps as well', () => {
    const heads = [3, 1, 0, 6, 6, 3, 6, 3];
    for (const missteps of [[1], [2], [3], [1, 4], [2, 3, 6], [5, 7, 9]]) {
      const found = follow(sentenceOf(heads), missteps);
      expect(found.heads.filter((head, at) => head !== heads[at]).length).toBe(found.cost);
    }
  });

  it('never lets a second word hang on the root', () => {
    const parse = new Configuration();
    parse.begin(2);
    parse.shift();
    parse.shift();
    expect(parse.allows(LEFT)).toBe(false);
  });
});
