import type { Tagged, Tokenised } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';

export const tag: Stage<Tokenised, Tagged, LanguageModel> = {
  name: 'tag',
  reads: ['tokens', 'sentences'],
  adds: ['upos', 'xpos', 'lemmas'],
  run: (doc) => ({ ...doc, upos: [], xpos: [], lemmas: [] }),
};
