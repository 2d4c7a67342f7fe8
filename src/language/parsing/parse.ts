import type { Parsed, Tagged } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { makeTree } from '../../document/tree.js';
import type { LanguageModel } from '../model.js';

export const parse: Stage<Tagged, Parsed, LanguageModel> = {
  name: 'parse',
  reads: ['tokens', 'sentences', 'upos', 'xpos', 'lemmas'],
  adds: ['tree'],
  run: (doc) => ({ ...doc, tree: makeTree(new Int32Array(doc.tokens.length).fill(-1), []) }),
};
