import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../src/document/document.js';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { packagePath } from '../src/package-root.js';
import type { Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Statement } from '../src/reading/contract.js';
import { findStatements } from '../src/reading/statements/find-statements.js';
import { analyseGold } from './attribution.js';
import { readAttributionGold } from './attribution-gold.js';
import { percent } from './percent.js';
import { HALVES, type LabelledSource, parseLabelledSources } from './pronoun-sources/labelled-sources.js';
import { sameOne } from './pronoun-sources/same-one.js';
import type { Scores, Task } from './task.js';

const LABELS = ['evaluation', 'pronoun-sources', '2026-11.tsv'] as const;

/** Whom pronouns that speak stand for, by the reading's statements and by the references beneath them. */
export const pronounSources: Task = {
  name: 'pronoun-sources',
  takes: "PolNeAR's folder, which holds train/ and dev/",
  run: (path, { engine, errors }) => run(path, engine(), errors),
};

/** What the program says of one pronoun; null where it says nothing. */
interface Answer {
  readonly row: LabelledSource;
  readonly text: string;
  readonly referred: Named | null;
  /** Whether a statement has this source, and who speaks it. */
  readonly isStatement: boolean;
  readonly speaker: Named | null;
}

interface Named {
  readonly name: string;
  readonly at: Range;
}

function run(path: string, engine: Engine, errors: boolean): Scores {
  const file = packagePath(...LABELS);
  const rows = parseLabelledSources(readFileSync(file, 'utf8'), file);
  const answers: Answer[] = [];
  for (const part of new Set(rows.map((row) => row.part))) {
    for (const gold of readAttributionGold(join(path, part))) {
      const own = rows.filter((row) => row.part === part && row.report === gold.name);
      if (own.length === 0) continue;
      const doc = analyseGold(gold, engine);
      const statements = findStatements(doc, findCast(doc, engine.registry));
      for (const row of own) answers.push(answerTo(row, doc, statements));
    }
  }
  if (answers.length < rows.length)
    throw new RapporteurError(
      'evaluation.gold',
      `${path} lacks ${rows.length - answers.length} of the ${rows.length} reports of ${file}.`,
    );
  if (errors) for (const answer of answers) complain(answer);
  return scoreAnswers(answers);
}

function scoreAnswers(answers: readonly Answer[]): Scores {
  const halves = HALVES.map(
    (half) => [half, sharesOf(answers.filter(({ row }) => row.half === half))] as const,
  );
  const kinds = Object.entries(KINDS_OF_PRONOUNS).map(([kind, words]) => {
    const own = answers.filter(({ row, text }) => words.test(text.slice(row.start, row.end)));
    return [
      kind,
      { rows: own.length, right: own.filter((one) => isRight(one, finalOf(one))).length },
    ] as const;
  });
  return { ...sharesOf(answers), ...Object.fromEntries(halves), perPronoun: Object.fromEntries(kinds) };
}

const KINDS_OF_PRONOUNS = {
  person: /^(?:s?he|him|his|her)$/i,
  several: /^the(?:y|m|ir)$/i,
  thing: /^its?$/i,
  first: /^(?:i|me|my|we|us|our)$/i,
};

function sharesOf(answers: readonly Answer[]): Scores {
  const count = (holds: (answer: Answer) => boolean) => answers.filter(holds).length;
  const told = answers.filter(({ isStatement }) => isStatement);
  return {
    rows: answers.length,
    resolved: percent(
      count((one) => isRight(one, finalOf(one))),
      answers.length,
    ),
    wrong: count((one) => finalOf(one) !== null && !isRight(one, finalOf(one))),
    open: count((one) => finalOf(one) === null && !isRight(one, null)),
    referred: percent(
      count((one) => isRight(one, one.referred)),
      answers.length,
    ),
    statements: told.length,
    spoken: percent(told.filter((one) => isRight(one, one.speaker)).length, told.length),
  };
}

/** What a reader of the record gets: a statement's speaker, or, where none is told, the reference. */
function finalOf({ speaker, referred }: Answer): Named | null {
  return speaker ?? referred;
}

/** Nobody is right where nobody is told; else the answer must overlap what is labelled, or name the same one. */
function isRight({ row, text }: Answer, answer: Named | null): boolean {
  if (answer === null) return row.antecedents.length === 0;
  return row.antecedents.some(
    ({ start, end }) =>
      (answer.at.start < end && start < answer.at.end) || sameOne(text.slice(start, end), answer.name),
  );
}

function answerTo(row: LabelledSource, doc: Document, statements: readonly Statement[]): Answer {
  const { text } = doc.report;
  const statement = statements.find(({ source }) =>
    source.some(({ start, end }) => start === row.start && end === row.end),
  );
  const actor = statement?.speaker ?? null;
  const at = actor === null || contains(actor.mention, row) ? NOWHERE : actor.mention;
  return {
    row,
    text,
    referred: referredBy(doc, row),
    isStatement: statement !== undefined,
    speaker: actor === null ? null : { name: actor.person ?? actor.name, at },
  };
}

const NOWHERE: Range = { start: -1, end: -1 };

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The end of the way that references lead: the name there, else the noun. */
function referredBy(doc: Document, { start }: Range): Named | null {
  const pronoun = doc.tokens.findIndex((token) => token.start <= start && start < token.end);
  let at = pronoun;
  const references = new Map(doc.references.map((reference) => [reference.head, reference]));
  for (let steps = 0; steps < MOST_STEPS; steps++) at = references.get(at)?.antecedent ?? at;
  if (at < 0 || at === pronoun) return null;
  const name = doc.names.find(({ from, to }) => from <= at && at < to);
  const range = {
    start: doc.tokens[name?.from ?? at]!.start,
    end: doc.tokens[(name?.to ?? at + 1) - 1]!.end,
  };
  return { name: doc.report.text.slice(range.start, range.end), at: range };
}

const MOST_STEPS = 5;

function complain(answer: Answer): void {
  const { row, text, referred, isStatement, speaker } = answer;
  if (row.half === 'test' || (isRight(answer, finalOf(answer)) && isRight(answer, referred))) return;
  const wanted = row.antecedents.map(({ start, end }) => text.slice(start, end)).join(', ') || '-';
  const got = `reference ${referred?.name ?? '-'}\tspeaker ${isStatement ? (speaker?.name ?? '-') : 'no statement'}`;
  const sentence = text.slice(Math.max(0, row.start - BEFORE), row.end + BEHIND).replace(/\s+/g, ' ');
  console.error(`${row.report}\t${row.start}\twanted ${wanted}\t${got}\t${sentence}`);
}

/** **Units** characters of the text that a complaint shows before and behind the pronoun. */
const BEFORE = 300;
const BEHIND = 60;
