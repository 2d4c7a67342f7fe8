import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { type Engine, loadEngine, readReport } from '../../pipeline.js';
import type { Note } from '../contract.js';

let loaded: Engine | undefined;

/** Kinds of the notes on a text, that on its missing date left out unless asked for. */
function kinds(text: string, published: string | null = '2019-05-06'): Note['kind'][] {
  loaded ??= loadEngine();
  const { notes, report } = readReport(reportFromText(text, { published }), loaded);
  for (const { spans } of notes) {
    for (const span of spans) expect(report.text.slice(span.start, span.end)).toBe(span.text);
  }
  return notes.map(({ kind }) => kind);
}

const check = (text: string, expected: readonly Note['kind'][], published: string | null = '2019-05-06') =>
  it(`${text.slice(0, 100)} – ${expected.join(', ') || 'nothing'}`, () =>
    expect(kinds(text, published)).toEqual(expected));

describe('dating', () => {
  check('The minister met the envoy on Tuesday.', ['dating'], null);
  check('The minister met the envoy on Tuesday.', []);
});

describe('language', () => {
  check('Der Sicherheitsrat hat am Mittwoch den Entwurf einer Resolution abgelehnt.', ['language']);
});

describe('damage', () => {
  check('1234 ... !!!', ['damage']);
  check('The cafÃ© in the capital was closed on Monday.', ['damage']);
  check('The talks in the capital \ufffdfailed\ufffd on Monday.', ['damage']);
  check('The talks in the capital failed on Monday.<br> The envoy left.', ['damage']);
  check('The minister met the envoy on Tuesday. The two of them said that the talks would go on until the', [
    'damage',
  ]);
  check('The minister met the envoy on Tuesday.\n\nJane Doe', []);
});

describe('copies', () => {
  const sentence = 'The two ministers met in the capital on Tuesday to talk about fish.';
  check(`${sentence} It rained. ${sentence}`, ['copy']);
  check('He left. She stayed. He left.', []);
});

describe('contradictions', () => {
  check(
    'Russia vetoed a UN Security Council draft on Syria on Wednesday. Nobody spoke. It was unclear whether France would put the text to a vote.',
    ['contradiction'],
    '2017-04-13',
  );
  check(
    'Russia vetoed a UN Security Council draft on Syria on Wednesday. Nobody spoke. It was unclear whether France would put a rival draft to a vote.',
    [],
    '2017-04-13',
  );
});

describe('two counts of one vote', () => {
  check(
    "Peru's parliament passed the bill by 60 votes to 40. Crowds cheered. Peru's parliament passed the bill by 61 votes to 40.",
    ['contradiction'],
  );
  check(
    "Peru's parliament passed the bill by 60 votes to 40. Crowds cheered. Chile's parliament passed the bill by 61 votes to 40.",
    [],
  );
});

describe('open pronouns', () => {
  check(
    'Oslo and Lima traded blame over the spill on Monday.\n\nIt denies that it is responsible for the spill.',
    ['unresolved'],
  );
});
