import { loadNameModel, type NameModel } from './names/name-model.js';
import { loadSyntaxModel, type SyntaxModel } from './syntax.js';

/** Everything trained that the language stages need, loaded once. */
export interface LanguageModel {
  readonly version: string;
  readonly syntax: SyntaxModel;
  readonly names: NameModel;
}

/** Changes when any of the models is trained anew. */
const VERSION = '2026-11-23.6';

/** Loads the models that ship with the package. */
export function loadLanguageModel(): LanguageModel {
  return { version: VERSION, syntax: loadSyntaxModel(), names: loadNameModel() };
}
