import type { Parsed, Tagged } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { makeTree } from '../../document/tree.js';
import type { LanguageModel } from '../model.js';
import { mendTree } from './mend-tree.js';

/**
 * Hangs every sentence on its root. The tree comes from the same encoding as the tags, so a document that was tagged
 * by other means is parsed as its words alone would be.
 */
export const parse: Stage<Tagged, Parsed, LanguageModel> = {
  name: 'parse',
  reads: ['tokens', 'sentences'],
  adds: ['tree'],
  run: (doc, model) => {
    const { relationNames, analyse } = model.syntax;
    const heads = new Int32Array(doc.tokens.length);
    const relations: string[] = [];
    for (const analysis of analyse(doc)) {
      const from = relations.length;
      analysis.heads.forEach((head, at) => {
        heads[from + at] = head < 0 ? -1 : from + head;
      });
      for (const relation of analysis.relations) relations.push(relationNames[relation]!);
    }
    mendTree(doc, { heads, relations });
    return { ...doc, tree: makeTree(heads, relations) };
  },
};
