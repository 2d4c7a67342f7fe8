import type { Name, Named, Parsed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';
import { candidateFeatures } from './candidate-features.js';
import { candidates } from './candidates.js';
import { chooseNames } from './choose-names.js';
import { findPhrases } from './find-phrases.js';
import { innerNamesOf } from './inner-names.js';
import { labelledNames } from './labelled-names.js';
import type { NameModel } from './name-model.js';
import { partNames } from './part-names.js';
import { refineType, withSurnames } from './refine-type.js';
import { type RoughName, repairNames } from './repair-names.js';

/** Finds names, and phrases that name or describe, and says of what kind each is. */
export const findNames: Stage<Parsed, Named, LanguageModel> = {
  name: 'names',
  reads: ['tokens', 'sentences', 'upos', 'xpos', 'tree'],
  adds: ['names', 'innerNames', 'phrases'],
  run: (doc, model) => {
    const { names, innerNames } = namesOf(doc, model.names);
    const phrases = findPhrases(doc, model.syntax.analyse(doc)).map(({ from, to, type }, index) => ({
      ...cut(doc, index, from, to),
      type,
    }));
    return { ...doc, names, innerNames, phrases };
  },
};

/** The names of a document and those within them, both in text order; names that stand by themselves never overlap. */
function namesOf(doc: Parsed, model: NameModel): { names: Name[]; innerNames: Name[] } {
  const { words, cache } = model;
  const spans = candidates(doc);
  const features = candidateFeatures(doc, spans, labelledNames(doc, model), words, cache);
  const chosen = partNames(doc, chooseNames(spans, features, model.judge));
  const typed = ({ from, to, type }: RoughName, index: number): Name => ({
    ...cut(doc, index, from, to),
    type: refineType(doc, from, to, type, words),
  });
  const names = withSurnames(doc, repairNames(doc, chosen.outer, words).map(typed));
  return { names, innerNames: innerNamesOf(doc, names, chosen.inner, words).map(typed) };
}

function cut(doc: Parsed, index: number, from: number, to: number) {
  const start = doc.tokens[from]!.start;
  const { end } = doc.tokens[to - 1]!;
  return {
    index,
    start,
    end,
    from,
    to,
    text: doc.report.text.slice(start, end),
    head: headOf(doc, from, to),
  };
}

/** The token that the tree hangs the name on; where several reach out of it, the one nearest the root. */
function headOf(doc: Parsed, from: number, to: number): number {
  let best = from;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let token = from; token < to; token++) {
    const head = doc.tree.heads[token]!;
    if (head >= from && head < to) continue;
    if (doc.upos[token] === 'ADP' || doc.upos[token] === 'PUNCT' || doc.upos[token] === 'DET') continue;
    const depth = depthOf(doc, token);
    if (depth < bestDepth) [best, bestDepth] = [token, depth];
  }
  return best;
}

function depthOf(doc: Parsed, token: number): number {
  let depth = 0;
  for (let head = doc.tree.heads[token]!; head >= 0 && depth < 200; head = doc.tree.heads[head]!) depth++;
  return depth;
}
