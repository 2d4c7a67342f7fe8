import type { Referred } from '../src/document/document.js';
import type { LanguageModel } from '../src/language/index.js';
import { referenceModel } from '../src/language/references/reference-model.js';
import { refer } from '../src/language/references/resolve-references.js';
import { heldOutModels } from '../training/references/fit-links.js';
import { textFromConllu } from '../training/references/texts.js';
import { type GoldDocument, readConllu } from './conllu.js';

/** A document of GUM beside our analysis of it. */
export interface LinkedText {
  readonly gold: GoldDocument;
  readonly doc: Referred;
}

/**
 * Documents of GUM, analysed: with gold tokens and sentences, by the links that ship, or, where `folds` is given, by
 * links fitted anew without the document and its fold. Tags, trees and names are those that ship either way.
 */
export function linkedTexts(path: string, model: LanguageModel, folds: number | null): LinkedText[] {
  const texts = readConllu(path).map((gold) => textFromConllu(gold, model));
  const models = folds === null ? [] : heldOutModels(texts, folds);
  return texts.map(({ gold, doc, scene }, at) => ({
    gold,
    doc: refer(doc, scene, models[at] ?? referenceModel()),
  }));
}
