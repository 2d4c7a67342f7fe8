/** Everything trained that the language stages need, loaded once. */
export interface LanguageModel {
  readonly version: string;
}

/** Loads the models that ship with the package. */
export function loadLanguageModel(): LanguageModel {
  return { version: '0' };
}
