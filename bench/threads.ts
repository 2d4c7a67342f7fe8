/**
 * Many reports in so many threads: run by `npm run bench` in a process of its own. By the clock on the wall, warm: from
 * the hundredth document to the last one in hand, copying included.
 */
import { analyseMany } from '../src/language/index.js';
import { keepMemoryLow } from '../src/memory.js';
import { loadCorpus, repeat } from './corpus.js';

keepMemoryLow();
const [path = '', threads = '1', count = '1000'] = process.argv.slice(2);
const corpus = await loadCorpus(path === '' ? undefined : path);

/** Until then models are loaded and code is compiled, once a thread, however many reports there are. */
const WARM = 100;

let started = performance.now();
let documents = 0;
let tokens = 0;
for await (const one of analyseMany(repeat(corpus, Number(count)), { threads: Number(threads) })) {
  if ('fault' in one) throw one.fault;
  documents++;
  if (documents === WARM) {
    started = performance.now();
    tokens = 0;
  } else tokens += one.document.tokens.length;
}
const tokensPerSecond = Math.round((1000 * tokens) / (performance.now() - started));
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ tokensPerSecond, peakMemoryMb }));
