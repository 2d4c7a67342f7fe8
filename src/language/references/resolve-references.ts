import type { Referred, Timed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';

export const resolveReferences: Stage<Timed, Referred> = {
  name: 'references',
  reads: ['tokens', 'sentences', 'quotes', 'tree', 'names'],
  adds: ['references'],
  run: (doc) => ({ ...doc, references: [] }),
};
