import { readFileSync } from 'node:fs';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Event } from '../src/reading/contract.js';
import { holdOut } from './held-out-engine.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/** Sentences labelled 0 only say or ask something: events of these types are no surprise in them. */
const EXPECTED = new Set(['REQUEST', 'ACCUSE', 'SUPPORT', 'AGREE', 'CONSULT', 'REJECT']);
const NOT_HAPPENED = new Set(['future', 'negation', 'hypothetical']);

export const falseAlarms: Task = {
  name: 'false-alarms',
  takes: 'a TSV file: sentence, label',
  run: (path, { engine, folds, errors }) => {
    const sentences = readSentences(path);
    const held = holdOut(path, sentences, engine(), folds);
    return { ...score(sentences, held.engineFor, errors), folds: held.folds };
  },
};

function readSentences(path: string): string[] {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.filter(([, label]) => label?.trim() === '0').map(([sentence]) => sentence!);
}

function score(
  sentences: readonly string[],
  engineFor: (sentence: string) => Engine,
  errors: boolean,
): Scores {
  let alarmed = 0;
  for (const sentence of sentences) {
    const alarms = readReport(reportFromText(sentence), engineFor(sentence)).events.filter(isAlarm);
    if (alarms.length === 0) continue;
    alarmed += 1;
    if (errors) console.error(`${alarms.map(({ type, by }) => `${type} ${by}`).join('; ')}\t${sentence}`);
  }
  return { rows: sentences.length, alarmed, rate: percent(alarmed, sentences.length) };
}

function isAlarm({ type, standing, auxiliary }: Event): boolean {
  return standing === 'reported' && !EXPECTED.has(type) && !auxiliary.some((one) => NOT_HAPPENED.has(one));
}
