import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare, type Expectation } from '../evaluation/readings.js';
import { reportFromText } from '../src/intake/index.js';
import { packagePath } from '../src/package-root.js';
import { readReport } from '../src/pipeline.js';
import { engine, exampleNames, exampleText } from './examples.js';

describe('the example reports', () => {
  it('are of at least eight kinds', () => {
    expect(exampleNames().length).toBeGreaterThanOrEqual(8);
  });

  for (const name of exampleNames()) {
    it(`are read as a careful reader reads them: ${name}`, () => {
      const expectation = JSON.parse(
        readFileSync(packagePath('examples', `${name}.expect.json`), 'utf8'),
      ) as Expectation;
      const { missed, wrong } = compare(readReport(reportFromText(exampleText(name)), engine()), expectation);
      expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
    });
  }
});
