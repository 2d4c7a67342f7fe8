import type { Range } from '../src/document/span.js';
import { overlaps } from '../src/document/span.js';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Actor, Event } from '../src/reading/contract.js';
import { relationTypeOf } from '../src/reading/events/relation-type.js';
import type { Codebook } from '../src/registry/codebook/codebook.js';
import { holdOut } from './held-out-engine.js';
import { percent } from './percent.js';
import { type RelationRow, readRelationRows } from './relation-rows.js';
import type { Scores, Task } from './task.js';

export const events: Task = {
  name: 'events',
  takes: 'a JSONL file of marked sentences',
  run: (path, { engine, folds, errors }) => {
    const rows = readRelationRows(path);
    const sentences = rows.map(({ sentence }) => sentence);
    const held = holdOut(path, sentences, engine(), folds);
    return { ...score(rows, held.engineFor, engine().registry.codebook, errors), folds: held.folds };
  },
};

function score(
  rows: readonly RelationRow[],
  engine: (sentence: string) => Engine,
  codebook: Codebook,
  errors: boolean,
): Scores {
  const bySentence = new Map<string, RelationRow[]>();
  for (const row of rows) bySentence.set(row.sentence, [...(bySentence.get(row.sentence) ?? []), row]);
  const totals = { events: 0, right: 0, rightType: 0, topRight: 0, withEvents: 0 };
  for (const [sentence, labelled] of bySentence) {
    const found = readReport(reportFromText(sentence), engine(sentence)).events;
    totals.events += found.length;
    for (const row of labelled) {
      const sameType = found.filter((event) => typeOf(event, codebook) === row.type);
      if (sameType.length > 0) totals.rightType += 1;
      if (sameType.some((event) => joins(event, row))) totals.right += 1;
      else if (errors) console.error(`${row.type}\t${found.map(brief).join('; ')}\t${sentence}`);
    }
    const top = [...found].sort((a, b) => b.confidence - a.confidence)[0];
    if (top === undefined) continue;
    totals.withEvents += 1;
    if (labelled.some((row) => row.type === typeOf(top, codebook))) totals.topRight += 1;
  }
  return {
    rows: rows.length,
    sentences: bySentence.size,
    recall: percent(totals.right, rows.length),
    typeRecall: percent(totals.rightType, rows.length),
    topPrecision: percent(totals.topRight, totals.withEvents),
    sentencesWithEvents: totals.withEvents,
    eventsPerSentence: Math.round((100 * totals.events) / bySentence.size) / 100,
  };
}

function typeOf(event: Event, codebook: Codebook): string {
  const { auxiliary } = event;
  const embedding = { isNegated: auxiliary.includes('negation'), isFuture: auxiliary.includes('future') };
  return relationTypeOf(event, embedding, codebook);
}

const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

function joins(event: Event, row: RelationRow): boolean {
  const { actors, recipients } = event;
  if (touches(actors, row.actor) && touches(recipients, row.recipient)) return true;
  return MUTUAL.has(row.type) && touches(actors, row.recipient) && touches(recipients, row.actor);
}

/** Whether one of the actors stands in a stretch; a party that the row lacks asks for nobody. */
function touches(actors: readonly Actor[], range: Range | null): boolean {
  if (range === null) return true;
  return actors.some(({ mention }) => overlaps(mention, range));
}

function brief({ type, actors, recipients, by }: Event): string {
  const names = (all: readonly Actor[]) => all.map((one) => one.mention.text).join(' & ');
  return `${names(actors)} ${type} ${names(recipients)} (${by})`;
}
