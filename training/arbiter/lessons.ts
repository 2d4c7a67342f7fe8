import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GoldParty, type GoldRecord, readGoldRecords } from '../../evaluation/gold-records.js';
import { type RelationRow, readRelationRows } from '../../evaluation/relation-rows.js';
import type { Range } from '../../src/document/span.js';
import { RapporteurError } from '../../src/errors.js';
import { reportFromText } from '../../src/intake/index.js';
import { packagePath } from '../../src/package-root.js';
import { analyseReport, type Grounds } from '../../src/pipeline.js';
import { findCast } from '../../src/reading/actors/find-cast.js';
import { seePair } from '../../src/reading/events/arbiter/see-pair.js';
import { frameAll } from '../../src/reading/events/framed.js';
import { proposeEvents } from '../../src/reading/events/propose.js';
import { isRelationType } from '../../src/reading/events/relation-type.js';
import type { Lesson } from './fit.js';

/** Our own sentences. */
const OWN = ['training', 'arbiter', 'sentences.tsv'] as const;
/** Our own sentences are plainer than those of the papers. */
const OF_OWN = 0.2;

/** The records mark single words, and of their day; they count for less. */
const OF_RECORDS = 0.7;

/** Files that the arbiter that ships has learned from, by name. */
export const LEARNED_FILES = ['relations.train.jsonl', 'gold-standard-records.json'];

/** What is taught by a file of marked sentences (JSONL), or by PLOVER's gold standard records (JSON). */
export function lessonsFrom(path: string, engine: Grounds): Lesson[] {
  if (path.endsWith('.jsonl')) return readRelationRows(path).map((row) => lesson(row, 1, engine));
  return readGoldRecords(path).map((record) => lesson(rowOf(record), OF_RECORDS, engine));
}

/** What is taught by those of the files that lie beside another, itself included. */
export function goldBeside(path: string, engine: Grounds): Lesson[] {
  const paths = LEARNED_FILES.map((name) => join(dirname(path), name)).filter((one) => existsSync(one));
  return paths.flatMap((one) => lessonsFrom(one, engine));
}

/** A record as a relation between the first of its parties on either side, where its text names them. */
function rowOf({ id, type, text, actors, recipients }: GoldRecord): RelationRow {
  const place = (party: GoldParty | undefined): Range | null => {
    const words = party?.actorText ?? '';
    const start = words === '' ? -1 : text.indexOf(words);
    return start < 0 ? null : { start, end: start + words.length };
  };
  const relation = type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
  return {
    id,
    sentence: text,
    type: relation,
    quad: '',
    actor: place(actors[0]),
    recipient: place(recipients[0]),
  };
}

/** What is taught by the sentences that come with the project. */
export function ownLessons(engine: Grounds): Lesson[] {
  return readOwnSentences(packagePath(...OWN)).map((row) => lesson(row, OF_OWN, engine));
}

/** What a marked sentence teaches. **Errors** `evaluation.gold` where its type is none. */
export function lesson(row: RelationRow, importance: number, engine: Grounds): Lesson {
  const { sentence, type, actor, recipient } = row;
  if (!isRelationType(type)) {
    throw new RapporteurError('evaluation.gold', `"${type}" is no type of a relation, in: ${sentence}`);
  }
  return { sentence, type, importance, bag: bagOf(row.sentence, actor, recipient, engine) };
}

/** What the arbiter sees of a pair in a sentence that stands alone. */
export function bagOf(sentence: string, actor: Range | null, recipient: Range | null, engine: Grounds) {
  const { codebook } = engine.registry;
  const doc = analyseReport(reportFromText(sentence), engine);
  const cast = findCast(doc, engine.registry);
  const framed = frameAll(doc, proposeEvents(doc, cast, codebook), codebook);
  return seePair(doc, framed, codebook, actor, recipient).bag;
}

/** Reads lines `TYPE<tab>sentence`, the actor marked `[a …]`, the recipient `[r …]`. */
function readOwnSentences(path: string): RelationRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const [type, marked] = line.split('\t');
      if (type === undefined || marked === undefined) {
        throw new RapporteurError(
          'evaluation.gold',
          `${path}, line ${index + 2} is not TYPE, a tab, a sentence.`,
        );
      }
      return [{ id: String(index), type, quad: '', ...unmark(marked) }];
    });
}

function unmark(marked: string) {
  const found: { a: Range | null; r: Range | null } = { a: null, r: null };
  let sentence = '';
  let at = 0;
  for (const mark of marked.matchAll(/\[([ar]) ([^\]]*)\]/g)) {
    sentence += marked.slice(at, mark.index);
    const start = sentence.length;
    sentence += mark[2];
    found[mark[1] as 'a' | 'r'] = { start, end: sentence.length };
    at = mark.index + mark[0].length;
  }
  sentence += marked.slice(at);
  return { sentence, actor: found.a, recipient: found.r };
}
