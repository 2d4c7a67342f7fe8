import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, loadEngine } from '../../pipeline.js';
import { findSetApart } from './set-apart.js';

const engine = loadEngine();

/** `source: content`, a line an attribution, from the first word of what is said to the last. */
function check(title: string, text: string, expected: readonly string[]): void {
  it(title, () => {
    const doc = analyseReport(reportFromText(text), engine);
    const words = (tokens: readonly number[]) =>
      tokens.length === 0 ? '' : text.slice(doc.tokens[tokens[0]!]!.start, doc.tokens[tokens.at(-1)!]!.end);
    expect(findSetApart(doc).map(({ source, content }) => `${words(source)}: ${words(content)}`)).toEqual(
      expected,
    );
  });
}

describe('turns of a transcript', () => {
  check(
    'belong to those before the colon',
    'The talk went on for an hour.\n\nHOLM: Will you come?\n\nADA VIK: We will not.\n\nHOLM: Why?\n\nThe talk ended there.',
    ['HOLM: Will you come?', 'ADA VIK: We will not.', 'HOLM: Why?'],
  );
  check(
    'go on in the next paragraph where it is marked',
    '"HOLM: Will you come?\n\n"VIK: We will not.\n\n"We never have.\n\n"HOLM: Why?\n\n"Write to us," it says below.',
    ['HOLM: Will you come?', 'VIK: We will not.\n\n"We never have.', 'HOLM: Why?'],
  );
  check('are none where only one label stands', 'WARNING: It is cold.\n\nIt will snow.', []);
  check(
    'are none where every paragraph has a label of its own',
    'MOSCOW: It is cold.\n\nLONDON: It rains.\n\nPARIS: It is warm.\n\nROME: It is hot.',
    [],
  );
});

describe('signed quotations', () => {
  check('belong to whoever signs', '“We will not come.” – Ada Vik, fisherwoman', [
    'Ada Vik, fisherwoman: “We will not come.”',
  ]);
  check('are none where the sentence goes on', '“We will not come” – Ada Vik said so again.', []);
  check('are none without a quotation', 'The fish – Ada Vik', []);
});
