import type { Range } from '../src/document/span.js';
import type { Engine } from '../src/pipeline.js';
import { judge } from '../src/reading/events/arbiter/arbiter.js';
import { type RelationType, relationQuad } from '../src/reading/events/relation-type.js';
import { hashOfSentence, heldOut } from '../training/arbiter/fit.js';
import { bagOf, goldBeside, lesson, ownLessons } from '../training/arbiter/lessons.js';
import { calibrationError } from './calibration.js';
import { type ClassScores, scoreClasses } from './classes.js';
import { interval } from './interval.js';
import { type RelationRow, readRelationRows } from './relation-rows.js';
import type { Scores, Task } from './task.js';

export const relations: Task = {
  name: 'relations',
  takes: 'a JSONL file of marked sentences',
  run: (path, { engine, folds, errors }) => {
    const rows = readRelationRows(path);
    const learned = rows.some(({ sentence }) => engine().arbiter.learned.has(hashOfSentence(sentence)));
    const parts = folds ?? (learned ? FOLDS : null);
    const answers = parts === null ? byShipped(rows, engine()) : byHeldOut(path, rows, engine(), parts);
    if (errors) for (const one of answers) if (one.guess !== one.row.type) console.error(explain(one));
    return { ...score(answers, engine()), folds: parts };
  },
};

/** Where the arbiter that ships has learned from the file, it is not scored: arbiters without each fold are. */
const FOLDS = 5;

interface Answer {
  readonly row: RelationRow;
  readonly guess: RelationType;
  /** How sure the arbiter is of it. */
  readonly confidence: number;
}

function byShipped(rows: readonly RelationRow[], engine: Engine): Answer[] {
  return rows.map((row) => {
    const bag = bagOf(row.sentence, row.actor, row.recipient, engine);
    return { row, ...likeliest(engine.arbiter.types, judge(engine.arbiter, bag)) };
  });
}

/** Each row by an arbiter that learned from none of its fold's sentences, but from the records beside the file. */
function byHeldOut(path: string, rows: readonly RelationRow[], engine: Engine, folds: number): Answer[] {
  const lessons = rows.map((row) => ({ ...lesson(row, 1, engine), row }));
  const own = new Set(rows.map(({ sentence }) => sentence));
  const others = [...goldBeside(path, engine), ...ownLessons(engine)].filter(
    ({ sentence }) => !own.has(sentence),
  );
  return heldOut(lessons, others, folds).map(({ arbiter, lesson: { row, bag } }) => ({
    row,
    ...likeliest(arbiter.types, judge(arbiter, bag)),
  }));
}

function likeliest(
  types: readonly RelationType[],
  odds: Float64Array,
): { guess: RelationType; confidence: number } {
  const confidence = Math.max(...odds);
  return { guess: types[odds.indexOf(confidence)]!, confidence };
}

function score(answers: readonly Answer[], { registry }: Engine): Scores {
  const typed = (some: readonly Answer[]) =>
    scoreClasses(some.map(({ row, guess }) => ({ gold: row.type, guess })));
  const quadOf = (some: readonly Answer[]) =>
    scoreClasses(
      some.map(({ row, guess }) => ({ gold: row.quad, guess: relationQuad(guess, registry.codebook) })),
    );
  const types = typed(answers);
  const within = (of: (some: readonly Answer[]) => ClassScores, key: 'macroF1' | 'accuracy') =>
    interval(answers, (some) => of(some)[key]);
  const unread = typed(answers.filter((_, index) => index % 3 === 0));
  return {
    rows: answers.length,
    macroF1: types.macroF1,
    macroF1Interval: within(typed, 'macroF1'),
    accuracy: types.accuracy,
    accuracyInterval: within(typed, 'accuracy'),
    quadMacroF1: quadOf(answers).macroF1,
    quadMacroF1Interval: within(quadOf, 'macroF1'),
    calibrationError: calibrationError(
      answers.map(({ row, guess, confidence }) => ({ confidence, isRight: row.type === guess })),
    ),
    unreadThird: { macroF1: unread.macroF1, accuracy: unread.accuracy },
    perType: types.perType,
  };
}

function explain({ row, guess, confidence }: Answer): string {
  const { type, sentence, actor, recipient } = row;
  const who = `${cutOf(sentence, actor)} → ${cutOf(sentence, recipient)}`;
  return `${type}\t${guess}\t${confidence.toFixed(2)}\t${who}\t${sentence}`;
}

function cutOf(sentence: string, range: Range | null): string {
  return range === null ? 'nobody' : sentence.slice(range.start, range.end);
}
