/**
 * Reads so many reports into an archive in one process and prints what it cost: run by `npm run bench` in a process
 * of its own, so that its memory is its own.
 */
import { openArchive, type Saving, saveReadings } from '../src/archive/index.js';
import { keepMemoryLow } from '../src/memory.js';
import { analyseReport, loadEngine } from '../src/pipeline.js';
import { readDocument } from '../src/reading/index.js';
import { Relations } from '../src/relations/relations.js';
import { loadCorpus, repeat } from './corpus.js';

keepMemoryLow();
const [path = '', count = '2000', archivePath = ':memory:'] = process.argv.slice(2);
const corpus = await loadCorpus(path === '' ? undefined : path);
const engine = loadEngine();
const archive = await openArchive(archivePath);
const relations = new Relations(archive);

// A first pass over the corpus warms the compiler and the caches; it is not counted.
for (const report of repeat(corpus, Math.min(100, corpus.reports.length))) {
  readDocument(analyseReport(report, engine), engine);
}

const started = performance.now();
let tokens = 0;
let batch: Saving[] = [];
for (const report of repeat(corpus, Number(count))) {
  const doc = analyseReport(report, engine);
  tokens += doc.tokens.length;
  batch.push({ reading: readDocument(doc, engine), origin: 'bench' });
  if (batch.length === 64) {
    await saveReadings(archive, batch, 'bench', relations.relate);
    batch = [];
  }
}
await saveReadings(archive, batch, 'bench', relations.relate);
const seconds = (performance.now() - started) / 1000;
archive.close();

console.log(
  JSON.stringify({
    reports: Number(count),
    tokens,
    seconds: Math.round(seconds * 100) / 100,
    tokensPerSecond: Math.round(tokens / seconds),
    reportsPerSecond: Math.round((Number(count) / seconds) * 10) / 10,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
