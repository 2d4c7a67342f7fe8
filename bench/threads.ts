/**
 * Many reports in one thread and in two: run by `npm run bench`. By the clock on the wall, from nothing to the last
 * document in hand, loading and copying included.
 */
import { analyseMany } from '../src/language/index.js';
import { loadCorpus, repeat } from './corpus.js';

const [path = '', count = '600'] = process.argv.slice(2);
const corpus = await loadCorpus(path === '' ? undefined : path);

async function speed(threads: number): Promise<number> {
  const started = performance.now();
  let tokens = 0;
  for await (const one of analyseMany(repeat(corpus, Number(count)), { threads })) {
    if ('fault' in one) throw one.fault;
    tokens += one.document.tokens.length;
  }
  return Math.round((1000 * tokens) / (performance.now() - started));
}

const one = await speed(1);
const two = await speed(2);
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ one, two, times: Math.round((100 * two) / one) / 100, memoryMb }));
