/**
 * What relations cost as the archive grows: a new report among 10,000 and among 1,000,000 sentences that copies are
 * sought among, saving included; and how long a dyad of 10,000,000 incidents takes. Takes about a minute. Prints one JSON
 * object.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { saveCopies } from '../src/archive/copies.js';
import { type Archive, inTransaction, openArchive, openExistingArchive } from '../src/archive/index.js';
import { appendRows } from '../src/archive/rows.js';
import { type Arrival, CopyBook } from '../src/relations/copies/copy-book.js';
import { packSketch, type Sketch } from '../src/relations/copies/sketch.js';
import { dyadOf } from '../src/relations/dyads/dyad.js';
import { seeded } from '../training/random.js';

const scratch = process.argv[3] ?? '.';
const SENTENCES = 12;
/** So few at a time that they do not make ten thousand sentences many. */
const ARRIVALS = 640;
const ROUNDS = 5;
const BATCH = 64;
/** Words of grammar are left out of sketches: the commonest that is left is about the fiftieth of all. */
const COMMON = 50;

const next = seeded(7);
const rounds = [];
for (let round = 0; round < ROUNDS; round++) rounds.push(await arrivalMs(10_000, ARRIVALS));
const few = rounds.sort((a, b) => a.ms - b.ms)[ROUNDS >> 1]!;
const many = await arrivalMs(1_000_000, ROUNDS * ARRIVALS);
const dyads = await dyadMs(10_000_000);
console.log(
  JSON.stringify({
    fewSentences: few.sentences,
    fewMs: few.ms,
    manySentences: many.sentences,
    manyMs: many.ms,
    ratio: Math.round((100 * many.ms) / few.ms) / 100,
    loadMs: many.loadMs,
    bytesASentence: many.bytes,
    ...dyads,
  }),
);

/** Milliseconds a report in the median batch, finding what it repeats and keeping it, among so many sentences. */
async function arrivalMs(
  sentences: number,
  arrivals: number,
): Promise<{ sentences: number; ms: number; loadMs: number; bytes: number }> {
  const path = join(scratch, `arrivals-${sentences}.duckdb`);
  const archive = await openArchive(path);
  const kept: { id: string; day: string; bytes: Uint8Array }[] = [];
  for (let at = 0; at < sentences / SENTENCES; at++)
    kept.push({ id: `r-${at}`, day: '2020-01-01', bytes: packSketch(randomSketch()) });
  await inTransaction(archive.connection, () =>
    appendRows(
      archive.connection,
      'fingerprints',
      kept.map(({ id, bytes }) => [id, bytes]),
    ),
  );
  globalThis.gc?.();
  const before = process.memoryUsage();
  const book = new CopyBook();
  const loading = performance.now();
  book.load(kept);
  const loadMs = Math.round(performance.now() - loading);
  const after = process.memoryUsage();
  await arrive(archive, book, 'warm-up', arrivals / 4);
  const batches = await arrive(archive, book, 'new', arrivals);
  // The median batch: now and then one pays for the memory of all.
  const ms = batches.sort((a, b) => a - b)[batches.length >> 1]! / BATCH;
  archive.close();
  rmSync(path);
  return {
    sentences: book.size,
    ms: Math.round(1000 * ms) / 1000,
    loadMs,
    bytes: Math.round(
      (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / book.size,
    ),
  };
}

/** How long each batch took. **Units** milliseconds. */
async function arrive(archive: Archive, book: CopyBook, name: string, count: number): Promise<number[]> {
  const batches: number[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const arrivals: Arrival[] = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => ({
      id: `${name}-${from + at}`,
      day: '2021-01-01',
      sketch: randomSketch(),
    }));
    const started = performance.now();
    await inTransaction(archive.connection, () =>
      saveCopies(
        archive,
        arrivals.map(({ id, sketch }) => ({ report: id, bytes: packSketch(sketch) })),
        book.add(arrivals),
        new Set(arrivals.map(({ id }) => id)),
      ),
    );
    batches.push(performance.now() - started);
  }
  return batches;
}

/** Twelve sentences of words as common as words are (Zipf 1935). */
function randomSketch(): Sketch {
  const sentences = Array.from({ length: SENTENCES }, (_, at) => {
    const words = new Set<number>();
    while (words.size < 14) words.add(Math.floor(COMMON * Math.exp(next() * Math.log(60_000 / COMMON))));
    return { start: 100 * at, end: 100 * at + 99, keys: Uint16Array.from(words).sort(), weight: 14 };
  });
  return { sentences, rest: 0 };
}

/** The slowest of twenty dyads among so many incidents, warm; the most and the least frequent pairs among them. */
async function dyadMs(rows: number): Promise<{ dyadRows: number; openMs: number; slowestDyadMs: number }> {
  const path = join(scratch, 'dyads.duckdb');
  const making = await openArchive(path);
  // Countries by Zipf's law, days over forty years with coverage that grows.
  await making.connection.run(`
    INSERT INTO incident_dyads
    SELECT 'i-' || i, chr(65 + a // 26) || chr(65 + a % 26) || 'X', chr(65 + b // 26) || chr(65 + b % 26) || 'X',
      'GOV', 'GOV', DATE '1985-01-01' + CAST(14600 * sqrt(random()) AS INTEGER),
      ['CONSULT', 'ACCUSE', 'ASSAULT', 'AID'][1 + i % 4], NULL, [1, 3, 4, 2][1 + i % 4], [3, -4, -9, 7][1 + i % 4], 1, 0.8
    FROM (SELECT i, CAST(exp(random() * ln(200)) AS INTEGER) - 1 AS a, CAST(exp(random() * ln(200)) AS INTEGER) - 1 AS b
      FROM range(${rows}) t(i))`);
  making.close();
  const opening = performance.now();
  const archive = await openExistingArchive(path);
  const openMs = Math.round(performance.now() - opening);
  const codes = ['AAX', 'ABX', 'ACX', 'BAX', 'GQX'];
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    for (const one of codes) {
      for (const other of codes.slice(0, 4)) {
        const started = performance.now();
        await dyadOf(archive, { actors: [one], recipients: [other] }, 'month');
        if (round > 0) times.push(performance.now() - started);
      }
    }
  }
  archive.close();
  rmSync(path);
  return { dyadRows: rows, openMs, slowestDyadMs: Math.round(Math.max(...times)) };
}
