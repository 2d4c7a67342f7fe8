/**
 * The language engine by itself: run by `npm run bench` in a process of its own, so that its memory is its own.
 * Prints what it cost as one JSON object.
 */
import type { Report } from '../src/document/report.js';
import {
  findNames,
  findTimes,
  loadLanguageModel,
  parse,
  resolveReferences,
  tag,
  tokenise,
} from '../src/language/index.js';
import { keepMemoryLow } from '../src/memory.js';
import { loadCorpus } from './corpus.js';
import { bestSpeed } from './speed.js';

keepMemoryLow();
const corpus = await loadCorpus(process.argv[2] === '' ? undefined : process.argv[2]);
const started = performance.now();
const model = loadLanguageModel();
const loadMs = Math.round(performance.now() - started);

const named = (report: Report) => {
  const tokenised = tokenise.run({ report }, undefined);
  return findNames.run(parse.run(tag.run(tokenised, model), model), model);
};
const referred = (report: Report) =>
  resolveReferences.run(findTimes.run(named(report), undefined), undefined);

const treesAndNames = bestSpeed(corpus.reports, (report) => named(report).tokens.length);
const withReferences = bestSpeed(corpus.reports, (report) => referred(report).tokens.length);
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);

console.log(JSON.stringify({ loadMs, treesAndNames, withReferences, peakMemoryMb }));
