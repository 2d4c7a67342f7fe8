import { loadNameModel, type NameModel } from './names/name-model.js';

/** Everything trained that the language stages need, loaded once. */
export interface LanguageModel {
  readonly version: string;
  readonly names: NameModel;
}

/** Loads the models that ship with the package. */
export function loadLanguageModel(): LanguageModel {
  return { version: '0', names: loadNameModel() };
}
