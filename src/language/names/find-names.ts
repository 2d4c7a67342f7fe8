import type { Named, Parsed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';

export const findNames: Stage<Parsed, Named, LanguageModel> = {
  name: 'names',
  reads: ['tokens', 'sentences', 'upos', 'xpos', 'tree'],
  adds: ['names'],
  run: (doc) => ({ ...doc, names: [] }),
};
