/**
 * The language engine with the plain kernel, as it runs where there is no SIMD, and whether it finds the same: run by
 * `npm run bench` in a process of its own. Prints what it cost as one JSON object.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../src/document/report.js';
import {
  findNames,
  type LanguageModel,
  loadLanguageModel,
  parse,
  tag,
  tokenise,
} from '../src/language/index.js';
import { plainKernel } from '../src/language/kernel/plain.js';
import { loadSyntaxModel } from '../src/language/syntax.js';
import { loadCorpus } from './corpus.js';
import { bestSpeed } from './speed.js';

/** Reports that it reads; it takes its time. */
const SAMPLE = 20;

const sample = (await loadCorpus(process.argv[2] === '' ? undefined : process.argv[2])).reports.slice(
  0,
  SAMPLE,
);
const usual = loadLanguageModel();
const plain = { ...usual, syntax: loadSyntaxModel(plainKernel) };
const treesAndNames = bestSpeed(sample, (report) => named(report, plain).tokens.length);
const differing = sample.filter((report) => !isDeepStrictEqual(named(report, usual), named(report, plain)));

console.log(JSON.stringify({ treesAndNames, sample: sample.length, differing: differing.length }));

function named(report: Report, model: LanguageModel) {
  const tokenised = tokenise.run({ report }, undefined);
  return findNames.run(parse.run(tag.run(tokenised, model), model), model);
}
