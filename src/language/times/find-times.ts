import type { Named, Sentence, Timed, TimeExpression } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { type Atom, atomsOf } from './atoms.js';
import { type Day, parseDay } from './calendar.js';
import { isNoTime } from './no-time.js';
import type { Phrase } from './phrase.js';
import { borrowYears, boundRanges, type Placed } from './ranges.js';
import { readPhrase } from './read-phrase.js';
import { resolvePhrase } from './resolve-phrase.js';
import { predicateOf, tenseOf } from './tense.js';

/** Finds words that tell when, and counts them from the report's date of publication. */
export const findTimes: Stage<Named, Timed> = {
  name: 'times',
  reads: ['report', 'tokens', 'sentences', 'upos', 'xpos', 'lemmas', 'tree', 'names'],
  adds: ['times'],
  run: (doc) => ({ ...doc, times: timesOf(doc) }),
};

function timesOf(doc: Named): TimeExpression[] {
  const published = parseDay(doc.report.published) ?? parseDay(doc.report.publishedNotBefore);
  const times: TimeExpression[] = [];
  let context: Day | undefined;
  for (const sentence of doc.sentences) {
    const atoms = atomsOf(doc, sentence);
    const placed: Placed[] = [];
    for (const phrase of borrowYears(atoms, readSentence(doc, sentence, atoms))) {
      const from = atoms[phrase.from]!.token;
      const to = atoms[phrase.to - 1]!.token + 1;
      const predicate = predicateOf(doc, from);
      const isAhead = AHEAD.has(atoms[phrase.from - 1]?.text ?? '');
      const tense = isAhead ? 'future' : predicate < 0 ? 'unknown' : tenseOf(doc, predicate);
      const resolved = resolvePhrase(phrase, { published, context, tense });
      if (resolved === undefined) continue;
      const start = doc.tokens[from]!.start;
      const { end } = doc.tokens[to - 1]!;
      const text = doc.report.text.slice(start, end);
      const index = times.length + placed.length;
      placed.push({ phrase, time: { index, start, end, from, to, text, ...resolved } });
      const { value } = resolved;
      if (value.start !== null && value.start === value.end) context = parseDay(value.start) ?? context;
    }
    times.push(...boundRanges(atoms, placed, published));
  }
  return times;
}

/** What stands after these is still to come when the clause is told. */
const AHEAD = new Set(['until', 'till', 'by']);

function readSentence(doc: Named, sentence: Sentence, atoms: readonly Atom[]): Phrase[] {
  const phrases: Phrase[] = [];
  let lastToken = sentence.from - 1;
  for (let at = 0; at < atoms.length; ) {
    const found = atoms[at]!.token > lastToken ? readPhrase(atoms, at) : undefined;
    if (found === undefined || isNoTime(doc, atoms, found)) {
      at++;
      continue;
    }
    phrases.push(found);
    lastToken = atoms[found.to - 1]!.token;
    at = found.to;
  }
  return phrases;
}
