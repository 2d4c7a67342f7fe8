import { describe, expect, it } from 'vitest';
import { reportOf } from '../../test/report-of.js';
import type { Report } from '../document/report.js';
import { type Analysed, analyse, analyseMany, loadLanguageModel } from './index.js';

const MODEL = loadLanguageModel();
const TEXTS = [
  'Chile recalls envoy\n\nSANTIAGO, March 3, 2020 (Reuters) - Chile recalled its ambassador on Monday.',
  '',
  'Jane Doe said that she would not yield. "Never," she added.',
  '\ud83d x \u0000 🇫🇷 '.repeat(30),
];
const REPORTS = Array.from({ length: 24 }, (_, at) => reportOf(`${TEXTS[at % TEXTS.length]} No. ${at}.`));

async function all(reports: Iterable<Report>, threads: number): Promise<Analysed[]> {
  const found: Analysed[] = [];
  for await (const one of analyseMany(reports, { threads })) found.push(one);
  return found;
}

describe('many reports', () => {
  it.each([1, 2])('come out as each by itself, in their order, from %i threads', async (threads) => {
    const expected = REPORTS.map((report) => ({ report, document: analyse(report, MODEL) }));
    expect(await all(REPORTS, threads)).toEqual(expected);
  });

  it.each([1, 2])('keep their place where one is no report at all, with %i threads', async (threads) => {
    const broken = null as unknown as Report;
    const found = await all([REPORTS[0]!, broken, REPORTS[2]!], threads);
    expect(found.map((one) => 'document' in one)).toEqual([true, false, true]);
    expect((found[1] as { fault: unknown }).fault).toBeInstanceOf(Error);
  });

  it('are left alone from where nobody asks for more', async () => {
    let taken = 0;
    function* endless() {
      for (;;) {
        taken += 1;
        yield REPORTS[0]!;
      }
    }
    for await (const one of analyseMany(endless(), { threads: 2 })) {
      expect('document' in one).toBe(true);
      break;
    }
    expect(taken).toBeLessThan(20);
  });
});
