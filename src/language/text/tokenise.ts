import type { Sourced, Tokenised } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';

export const tokenise: Stage<Sourced, Tokenised> = {
  name: 'tokenise',
  reads: ['report'],
  adds: ['tokens', 'sentences', 'quotes'],
  run: (doc) => ({ ...doc, tokens: [], sentences: [], quotes: [] }),
};
