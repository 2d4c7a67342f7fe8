/** The language engine: text in, document out. Knows English, no politics; can be used by itself. */
export { analyse, STAGES } from './analyse.js';
export { type Analysed, analyseMany } from './analyse-many.js';
export { type LanguageModel, loadLanguageModel } from './model.js';
export { findNames } from './names/find-names.js';
export { parse } from './parsing/parse.js';
export { resolveReferences } from './references/resolve-references.js';
export { tag } from './tagging/tag.js';
export { tokenise } from './text/tokenise.js';
export { dateByDateline } from './times/date-by-dateline.js';
export { findTimes } from './times/find-times.js';
