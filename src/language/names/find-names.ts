import type { Name, Named, Parsed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';
import { nameFeatures } from './features.js';
import { labelTokens, TYPES, typeOf } from './label-names.js';
import type { NameModel } from './name-model.js';
import { refineType } from './refine-type.js';
import { type RoughName, repairNames } from './repair-names.js';

/** Finds names and says of what kind each is. */
export const findNames: Stage<Parsed, Named, LanguageModel> = {
  name: 'names',
  reads: ['tokens', 'sentences', 'upos', 'xpos', 'tree'],
  adds: ['names'],
  run: (doc, model) => ({ ...doc, names: namesOf(doc, model.names) }),
};

/** The names of a document, in text order; they never overlap. */
export function namesOf(doc: Parsed, model: NameModel): Name[] {
  const labels = labelTokens(doc, nameFeatures(doc, model.words, model.cache), model.score);
  const rough: RoughName[] = [];
  for (let from = 0; from < labels.length; from++) {
    const label = labels[from]!;
    if (label % 2 !== 1) continue;
    let to = from + 1;
    while (to < labels.length && labels[to] === label + 1 && sameSentence(doc, from, to)) to++;
    rough.push({ from, to, type: TYPES[typeOf(label)]! });
    from = to - 1;
  }
  return repairNames(doc, rough, model.words).map(({ from, to, type }, index) => {
    const start = doc.tokens[from]!.start;
    const { end } = doc.tokens[to - 1]!;
    const text = doc.report.text.slice(start, end);
    return {
      index,
      start,
      end,
      from,
      to,
      text,
      type: refineType(doc, from, to, type, model.words),
      head: headOf(doc, from, to),
    };
  });
}

function sameSentence(doc: Parsed, a: number, b: number): boolean {
  return doc.tokens[a]!.sentence === doc.tokens[b]!.sentence;
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
