import type { Name, Named, Parsed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';
import { nameFeatures } from './features.js';
import { findPhrases } from './find-phrases.js';
import { innerPlaces } from './inner-names.js';
import { labelTokens, TYPES, typeOf } from './label-names.js';
import type { NameModel } from './name-model.js';
import type { NameWords } from './name-words.js';
import { refineType } from './refine-type.js';
import { type RoughName, repairNames } from './repair-names.js';

/** Finds names, and phrases that name or describe, and says of what kind each is. */
export const findNames: Stage<Parsed, Named, LanguageModel> = {
  name: 'names',
  reads: ['tokens', 'sentences', 'upos', 'xpos', 'tree'],
  adds: ['names', 'innerNames', 'phrases'],
  run: (doc, model) => {
    const names = namesOf(doc, model.names);
    const innerNames = innerNamesOf(doc, names, model.names.words);
    const phrases = findPhrases(doc, model.syntax.analyse(doc)).map(({ from, to, type }, index) => ({
      ...cut(doc, index, from, to),
      type,
    }));
    return { ...doc, names, innerNames, phrases };
  },
};

/** The names of a document, in text order; they never overlap. */
function namesOf(doc: Parsed, model: NameModel): Name[] {
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
  return repairNames(doc, rough, model.words).map(({ from, to, type }, index) => ({
    ...cut(doc, index, from, to),
    type: refineType(doc, from, to, type, model.words),
  }));
}

function sameSentence(doc: Parsed, a: number, b: number): boolean {
  return doc.tokens[a]!.sentence === doc.tokens[b]!.sentence;
}

function innerNamesOf(doc: Parsed, names: readonly Name[], words: NameWords): Name[] {
  const places = names.flatMap((name) => innerPlaces(doc, name, words));
  return places.map(({ from, to }, index) => ({ ...cut(doc, index, from, to), type: 'place' }));
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
