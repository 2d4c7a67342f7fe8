/** The language engine: text in, document out. Knows English, no politics; can be used by itself. */
import type { Document } from '../document/document.js';
import type { Report } from '../document/report.js';
import type { LanguageModel } from './model.js';
import { findNames } from './names/find-names.js';
import { parse } from './parsing/parse.js';
import { resolveReferences } from './references/resolve-references.js';
import { tag } from './tagging/tag.js';
import { tokenise } from './text/tokenise.js';
import { dateByDateline } from './times/date-by-dateline.js';
import { findTimes } from './times/find-times.js';

export { type LanguageModel, loadLanguageModel } from './model.js';
export { dateByDateline, findNames, findTimes, parse, resolveReferences, tag, tokenise };

/** Every stage, in the order in which they run. */
export const STAGES = [
  tokenise,
  dateByDateline,
  tag,
  parse,
  findNames,
  findTimes,
  resolveReferences,
] as const;

/** Analyses a report: sentences, tokens, its date where a dateline gives it, tags, trees, names, times, references. */
export function analyse(report: Report, model: LanguageModel): Document {
  const tokenised = tokenise.run({ report }, undefined);
  const dated = dateByDateline.run(tokenised, undefined);
  const tagged = tag.run(dated, model);
  const parsed = parse.run(tagged, model);
  const named = findNames.run(parsed, model);
  const timed = findTimes.run(named, undefined);
  return resolveReferences.run(timed, undefined);
}
