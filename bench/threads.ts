/**
 * Many reports in so many threads: run by `npm run bench` in a process of its own. By the clock on the wall, from
 * nothing to the last document in hand, loading and copying included.
 */
import { analyseMany } from '../src/language/index.js';
import { keepMemoryLow } from '../src/memory.js';
import { loadCorpus, repeat } from './corpus.js';

keepMemoryLow();
const [path = '', threads = '1', count = '1000'] = process.argv.slice(2);
const corpus = await loadCorpus(path === '' ? undefined : path);

const started = performance.now();
let tokens = 0;
for await (const one of analyseMany(repeat(corpus, Number(count)), { threads: Number(threads) })) {
  if ('fault' in one) throw one.fault;
  tokens += one.document.tokens.length;
}
const tokensPerSecond = Math.round((1000 * tokens) / (performance.now() - started));
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ tokensPerSecond, peakMemoryMb }));
