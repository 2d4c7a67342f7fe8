import { askAgreement, askCouncil } from '../src/registry/council/ask-council.js';
import { loadRecord } from '../src/registry/official-record.js';

/** Prints how long the official record takes to load, and its slowest query, warm. **Units** milliseconds. */
const started = performance.now();
const record = loadRecord();
const { council, countries, assembly, alliances, leaders } = record;
const loadMs = performance.now() - started;

const QUERIES: readonly (() => unknown)[] = [
  () => askCouncil(council, countries, { veto: 'RUS', about: 'Syria', from: '2011-01-01', to: '2017-04-12' }),
  () => askCouncil(council, countries, { about: 'nuclear weapons' }),
  () => askCouncil(council, countries, { member: { country: 'CHN', ballot: 'abstain' } }),
  () => askCouncil(council, countries, { symbol: 'S/RES/2118' }),
  () => askAgreement(council, countries, ['USA', 'RUS'], {}),
  () => assembly.agreement('USA', 'RUS'),
  () => assembly.bySymbol('68/262'),
  () => alliances.between('USA', 'GBR'),
  () => leaders.on('FRA', '1956-10-30'),
];
const RUNS = 20;
let slowestMs = 0;
for (const query of QUERIES) {
  query();
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    query();
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }
}
console.log(JSON.stringify({ loadMs: Math.round(loadMs), slowestQueryMs: Math.round(slowestMs * 10) / 10 }));
