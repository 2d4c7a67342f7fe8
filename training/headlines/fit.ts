/**
 * Fits what speaks for a reading of a headline: `node dist/training/headlines/fit.js TSV…`, files as in
 * evaluation/headlines, those for testing left out. Prints the weights for `WEIGHTS` in
 * src/language/headlines/weigh-reading.ts, and how well they do on headlines that they were not fitted to.
 */
import { type HeadlineRow, readHeadlineRows } from '../../evaluation/headline-rows.js';
import { reportFromText } from '../../src/intake/index.js';
import { findSpeaker } from '../../src/language/headlines/find-speaker.js';
import { readingsOf } from '../../src/language/headlines/read-clause.js';
import { toSentenceCase } from '../../src/language/headlines/sentence-case.js';
import { type Evidence, WEIGHTS } from '../../src/language/headlines/weigh-reading.js';
import { tokenise } from '../../src/language/index.js';
import { loadSyntaxModel, type SyntaxModel } from '../../src/language/syntax.js';

/** The readings of one headline: a row of evidence each, and how many of root, subject and object each has right. */
interface Example {
  readonly evidence: readonly (readonly number[])[];
  readonly right: readonly (readonly boolean[])[];
}

const KINDS = Object.keys(WEIGHTS) as (keyof Evidence)[];
const START = KINDS.map((kind) => WEIGHTS[kind]);
const FOLDS = 10;
const STEPS = 3000;
/** How hard it is to leave the present weights. */
const PULL = 1;

const examples = process.argv.slice(2).flatMap((path) => readExamples(path, loadSyntaxModel()));
if (examples.length === 0) {
  console.error('No headlines. Give TSV files: headline, root, subject, object.');
  process.exit(2);
}
console.log(`${examples.length} headlines of one clause; root, subject, object right`);
console.log(`as they are: ${score(examples, START)}`);
const held = examples.map((_, index) => index % FOLDS);
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitWeights(examples.filter((_, index) => held[index] !== fold));
  return examples.filter((_, index) => held[index] === fold).map((one) => choose(one, weights));
});
console.log(`fitted, ${FOLDS}-fold: ${shares(folds.flat())}`);
const weights = fitWeights(examples);
console.log(`fitted, on themselves: ${score(examples, weights)}`);
for (const [index, kind] of KINDS.entries()) console.log(`  ${kind}: ${weights[index]!.toFixed(2)},`);

function readExamples(path: string, model: SyntaxModel): Example[] {
  return readHeadlineRows(path).flatMap((row) => exampleOf(row, model) ?? []);
}

/** A headline of one clause, as the reader of headlines sees it; undefined for one of several parts. */
function exampleOf(row: HeadlineRow, { headlines: reader }: SyntaxModel): Example | undefined {
  const { tokens } = tokenise.run(
    { report: { ...reportFromText(row.headline), title: row.headline } },
    undefined,
  );
  const words = toSentenceCase(
    tokens.map(({ text }) => text),
    reader.known,
  );
  const isParted = words.some((word, at) => /^[:;–—]$/.test(word) && at > 0 && at + 1 < words.length);
  if (isParted || findSpeaker(words) !== null) return undefined;
  const isAt = (range: HeadlineRow['root'] | null, token: number) => {
    const found = tokens[token];
    if (range === null || found === undefined) return range === null && found === undefined;
    return range.start <= found.start && found.end <= range.end;
  };
  const readings = readingsOf(words, reader);
  return {
    evidence: readings.map(({ evidence }) => KINDS.map((kind) => evidence[kind])),
    right: readings.map(({ analysis: { heads, relations } }) => {
      const root = heads.indexOf(-1);
      const child = (relation: RegExp) =>
        heads.findIndex((head, at) => head === root && relation.test(reader.relationNames[relations[at]!]!));
      return [isAt(row.root, root), isAt(row.subject, child(/^[nc]subj/)), isAt(row.object, child(/^obj$/))];
    }),
  };
}

/** Logistic regression over the readings of each headline, the best ones against the rest. */
function fitWeights(chosen: readonly Example[]): number[] {
  const weights = [...START];
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight, index) => 2 * PULL * (weight - START[index]!));
    for (const one of chosen) addGradient(one, weights, gradient);
    for (const [index, slope] of gradient.entries()) {
      first[index] = 0.9 * first[index]! + 0.1 * slope;
      second[index] = 0.999 * second[index]! + 0.001 * slope * slope;
      const rate = 0.05 * (1 - step / STEPS);
      const [m, v] = [first[index]! / (1 - 0.9 ** step), second[index]! / (1 - 0.999 ** step)];
      weights[index]! -= (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

function addGradient({ evidence, right }: Example, weights: readonly number[], gradient: number[]): void {
  const goodness = right.map((one) => (one[0] ? one.filter(Boolean).length : 0));
  const best = Math.max(...goodness);
  if (best === 0) return;
  const scores = evidence.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  const shares = scores.map((one) => Math.exp(one - top));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const good = shares.reduce((sum, one, index) => sum + (goodness[index] === best ? one : 0), 0);
  for (const [index, row] of evidence.entries()) {
    const wanted = goodness[index] === best ? shares[index]! / good : 0;
    const over = shares[index]! / all - wanted;
    for (const [kind, value] of row.entries()) gradient[kind]! += over * value;
  }
}

function dot(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, index) => sum + value * weights[index]!, 0);
}

function choose({ evidence, right }: Example, weights: readonly number[]): readonly boolean[] {
  const scores = evidence.map((row) => dot(row, weights));
  return right[scores.indexOf(Math.max(...scores))]!;
}

function score(chosen: readonly Example[], weights: readonly number[]): string {
  return shares(chosen.map((one) => choose(one, weights)));
}

function shares(marks: readonly (readonly boolean[])[]): string {
  return [0, 1, 2]
    .map((part) => ((100 * marks.filter((mark) => mark[part]).length) / marks.length).toFixed(1))
    .join(', ');
}
