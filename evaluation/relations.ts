import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { reportFromText } from '../src/intake/index.js';
import { analyseReport, type Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import { typeOfPair } from '../src/reading/events/pair.js';
import { type RelationType, relationQuad } from '../src/reading/events/relation-type.js';
import { scoreClasses } from './classes.js';
import { type RelationRow, readRelationRows } from './relation-rows.js';
import type { Scores, Task } from './task.js';

export const relations: Task = {
  name: 'relations',
  takes: 'a JSONL file of marked sentences',
  run: (path, { engine, folds, errors }) => {
    if (folds !== null) {
      throw new RapporteurError(
        'usage',
        'relations takes no --folds: the codebook decides by rules, which are not trained on any rows.',
      );
    }
    return score(readRelationRows(path), engine(), errors);
  },
};

function score(rows: readonly RelationRow[], engine: Engine, errors: boolean): Scores {
  const { registry } = engine;
  const answers = rows.map((row) => {
    const doc = analyseReport(reportFromText(row.sentence), engine);
    const cast = findCast(doc, registry);
    const found = typeOfPair(doc, cast, registry.codebook, row.actor, row.recipient);
    if (errors && found?.type !== row.type) {
      const { sentence, actor, recipient } = row;
      const who = `${cutOf(sentence, actor)} → ${cutOf(sentence, recipient)}`;
      console.error(`${row.type}\t${found?.type ?? 'none'}\t${found?.by ?? ''}\t${who}\t${sentence}`);
    }
    return { row, type: found?.type ?? 'none', joinsBoth: found?.joinsBoth ?? false };
  });
  const types = scoreClasses(answers.map(({ row, type }) => ({ gold: row.type, guess: type })));
  const quads = scoreClasses(
    answers.map(({ row, type }) => ({
      gold: row.quad,
      guess: type === 'none' ? type : relationQuad(type as RelationType, registry.codebook),
    })),
  );
  return {
    rows: rows.length,
    macroF1: types.macroF1,
    accuracy: types.accuracy,
    quadMacroF1: quads.macroF1,
    unanswered: answers.filter((one) => one.type === 'none').length,
    joined: answers.filter((one) => one.joinsBoth).length,
    perType: types.perType,
  };
}

function cutOf(sentence: string, range: Range | null): string {
  return range === null ? 'nobody' : sentence.slice(range.start, range.end);
}
