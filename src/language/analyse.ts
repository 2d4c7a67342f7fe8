import type { Document } from '../document/document.js';
import type { Report } from '../document/report.js';
import { type LanguageModel, loadLanguageModel } from './model.js';
import { findNames } from './names/find-names.js';
import { parse } from './parsing/parse.js';
import { resolveReferences } from './references/resolve-references.js';
import { tag } from './tagging/tag.js';
import { tokenise } from './text/tokenise.js';
import { dateByDateline } from './times/date-by-dateline.js';
import { findTimes } from './times/find-times.js';

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

/** Loads the models and makes ready to analyse with them, in whatever thread asks. */
export function loadAnalysis(): (report: Report) => Document {
  const model = loadLanguageModel();
  return (report) => analyse(report, model);
}
